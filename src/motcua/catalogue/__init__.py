# SPDX-License-Identifier: EUPL-1.2
"""Procedures (thủ tục) and their immutable published revisions."""
