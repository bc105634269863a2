# SPDX-License-Identifier: EUPL-1.2
"""What pages show, decided before a template sees it."""
