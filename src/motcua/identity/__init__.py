# SPDX-License-Identifier: EUPL-1.2
"""Accounts of citizens and officials, and how sure we are of who they are."""
