# SPDX-License-Identifier: EUPL-1.2
"""Who did or saw what, when: append-only, one hash chain per dossier."""
