# SPDX-License-Identifier: EUPL-1.2
"""Một Cửa: administrative procedures online, end to end."""
