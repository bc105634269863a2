# SPDX-License-Identifier: EUPL-1.2
"""Legal time limits of dossiers, computed from a unit's calendar."""
