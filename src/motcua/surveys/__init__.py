# SPDX-License-Identifier: EUPL-1.2
"""Satisfaction ratings in three grades."""
