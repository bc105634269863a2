# SPDX-License-Identifier: EUPL-1.2
"""Files, generated papers and their templates."""
