# SPDX-License-Identifier: EUPL-1.2
"""What may be done to drafts and dossiers: each function loads, decides, records, in one transaction."""
