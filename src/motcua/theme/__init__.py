# SPDX-License-Identifier: EUPL-1.2
"""The look: static files, layouts and components."""
