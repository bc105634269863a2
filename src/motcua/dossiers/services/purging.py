# SPDX-License-Identifier: EUPL-1.2
"""Forgetting what is no longer needed: expired drafts, and files nobody holds any more."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import IntegrityError, connection, transaction

from motcua.documents.models import StoredFile
from motcua.documents.storage import current_store
from motcua.dossiers.models import Draft
from motcua.dossiers.services.drafts import remove_draft

# A file just stored may not be in its paper yet.
YOUNG = timedelta(days=1)

_HELD_BY_NOBODY = """
SELECT sha256 FROM documents_storedfile AS stored WHERE created_at < %s
  AND NOT EXISTS (SELECT FROM dossiers_draftfile WHERE stored_id = sha256)
  AND NOT EXISTS (SELECT FROM dossiers_draftpaper WHERE stored_id = sha256)
  AND NOT EXISTS (SELECT FROM dossiers_dossierfile WHERE stored_id = sha256)
  AND NOT EXISTS (SELECT FROM dossiers_paper WHERE stored_id = sha256)
  AND NOT EXISTS (SELECT FROM dossiers_result WHERE sha256 IN (draft_file_id, signed_file_id))
ORDER BY created_at LIMIT %s
"""


def purge_expired_drafts(*, now: datetime, at_most: int = 1000) -> int:
    """Removes drafts past their thirty days. Returns how many."""
    expired = list(Draft.objects.filter(expires_at__lte=now).values_list("pk", flat=True)[:at_most])
    for draft_id in expired:
        remove_draft(draft_id)
    return len(expired)


def purge_files(*, now: datetime, at_most: int = 1000) -> int:
    """Removes files no draft, dossier, slip or result refers to. Returns how many.

    The row goes first, under the database's own check of references: a file taken up meanwhile stays.
    """
    return sum(_forget(sha256) for sha256 in _held_by_nobody(now, at_most))


def _held_by_nobody(now: datetime, at_most: int) -> Iterator[str]:
    with connection.cursor() as cursor:
        cursor.execute(_HELD_BY_NOBODY, [now - YOUNG, at_most])
        yield from [row[0] for row in cursor.fetchall()]


def _forget(sha256: str) -> bool:
    try:
        with transaction.atomic():
            StoredFile.objects.filter(pk=sha256).delete()
    except IntegrityError:
        return False
    current_store().delete(sha256)
    return True
