# SPDX-License-Identifier: EUPL-1.2
"""Adapters to identity providers."""
