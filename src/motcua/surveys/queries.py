# SPDX-License-Identifier: EUPL-1.2
"""Reading ratings."""

from uuid import UUID

from motcua.surveys.models import Rating


def rating_of(dossier_id: UUID) -> Rating | None:
    """The rating of a dossier, for the person who gave it."""
    return Rating.objects.filter(dossier_id=dossier_id).first()
