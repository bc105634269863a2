# SPDX-License-Identifier: EUPL-1.2
"""Places where files are kept."""
