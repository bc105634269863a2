# SPDX-License-Identifier: EUPL-1.2
"""Electronic signatures on papers (PAdES) and their verification."""
