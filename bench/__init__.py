# SPDX-License-Identifier: EUPL-1.2
"""Measurements; how to read and repeat them stands in docs/performance.md."""
