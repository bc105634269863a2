# SPDX-License-Identifier: EUPL-1.2
"""Keeping files: the bytes go to the store first, then the row, so that a row never lacks its bytes."""

from datetime import datetime

from django.conf import settings

from motcua.core.values import Problem
from motcua.documents.intake import read_upload
from motcua.documents.models import StoredFile
from motcua.documents.storage import current_store


def store_upload(name: str, content: bytes, *, now: datetime, place: str = "tep") -> StoredFile | Problem:
    """Read what a citizen sent and keep the cleaned file, or say what is wrong with it."""
    outcome = read_upload(name, content, limit=settings.MOTCUA.upload_limit, place=place)
    if isinstance(outcome, Problem):
        return outcome
    return store_generated(outcome.content, media_type=outcome.media_type, pages=outcome.pages, now=now)


def store_generated(content: bytes, *, media_type: str, pages: int, now: datetime) -> StoredFile:
    """Keep a file this system made or has cleaned. The same bytes are kept once."""
    sha256 = current_store().put(content)
    stored: StoredFile
    stored, _ = StoredFile.objects.get_or_create(
        sha256=sha256,
        defaults={"size": len(content), "media_type": media_type, "pages": pages, "created_at": now},
    )
    return stored
