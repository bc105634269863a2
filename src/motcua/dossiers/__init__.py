# SPDX-License-Identifier: EUPL-1.2
"""Dossiers (hồ sơ): file, receive, supplement, decide, sign, return."""
