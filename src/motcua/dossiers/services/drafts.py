# SPDX-License-Identifier: EUPL-1.2
"""Drafts: kept at every step, by whoever holds them, for thirty days."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Sum

from motcua.catalogue.models import Revision
from motcua.core.values import Problem, Refusal
from motcua.documents.assembly import assemble
from motcua.documents.models import StoredFile
from motcua.documents.queries import file_content
from motcua.documents.services import store_generated, store_upload
from motcua.dossiers.models import Draft, DraftFile, DraftPaper
from motcua.dossiers.numbering import readable_code

KEPT_FOR = timedelta(days=30)
MOST_PARTS = 20
# All papers of a draft together: putting them together and keeping them must stay cheap.
MOST_BYTES = 100_000_000

GONE = Refusal("draft_gone", "Không còn bản nháp này: đã nộp, đã xóa hoặc quá 30 ngày.")


_REMOVE = """
WITH files AS (DELETE FROM dossiers_draftfile WHERE draft_id = %(draft)s),
     papers AS (DELETE FROM dossiers_draftpaper WHERE draft_id = %(draft)s)
DELETE FROM dossiers_draft WHERE id = %(draft)s
"""


def start_draft(
    *, revision_id: int, unit_id: int | None, account_id: int | None, province: str, now: datetime
) -> Draft:
    """A new empty draft of a revision."""
    revision = Revision.objects.only("id", "procedure_id").get(pk=revision_id)
    return Draft.objects.create(
        code=readable_code(8),
        province=province,
        procedure_id=revision.procedure_id,
        revision=revision,
        unit_id=unit_id,
        account_id=account_id,
        created_at=now,
        saved_at=now,
        expires_at=now + KEPT_FOR,
    )


def save_answers(*, draft_id: UUID, answers: dict[str, object], now: datetime) -> Refusal | None:
    """Stores the answers as they are now. One query; the last save wins."""
    kept = Draft.objects.filter(pk=draft_id).update(answers=answers, saved_at=now, expires_at=now + KEPT_FOR)
    return None if kept else GONE


def choose_unit(*, draft_id: UUID, unit_id: int, now: datetime) -> Refusal | None:
    """Says which unit shall settle the dossier."""
    kept = Draft.objects.filter(pk=draft_id).update(unit_id=unit_id, saved_at=now)
    return None if kept else GONE


def claim_drafts(*, draft_ids: list[UUID], account_id: int) -> int:
    """Gives a person who has just signed in the drafts begun in this browser before. Returns how many."""
    return Draft.objects.filter(pk__in=draft_ids, account=None).update(account_id=account_id)


def remove_draft(draft_id: UUID) -> None:
    """Removes the rows of a draft in one query; the files stay, as a dossier may hold them."""
    with connection.cursor() as cursor:
        cursor.execute(_REMOVE, {"draft": draft_id})


def add_part(
    *, draft_id: UUID, component: str, paper_name: str, name: str, content: bytes, now: datetime
) -> DraftFile | Problem | Refusal:
    """Adds one photo or file to a component and puts its PDF together again.

    The file is read and stored before the transaction: a large photo must not hold a lock.
    """
    stored = store_upload(name, content, place=component, now=now)
    if isinstance(stored, Problem):
        return stored
    if _weight(draft_id) + stored.size > MOST_BYTES:
        limit = MOST_BYTES // 1_000_000
        return Problem(
            component, "too_heavy", f"Các giấy đã gửi nặng quá {limit} MB. Bỏ bớt ảnh thừa rồi gửi lại."
        )
    while True:
        parts = _parts(draft_id, component)
        if len(parts) >= MOST_PARTS:
            return Problem(component, "too_many", f"Mỗi giấy gửi tối đa {MOST_PARTS} ảnh hoặc tệp.")
        part = DraftFile(
            draft_id=draft_id,
            component=component,
            part=max((part.part for part in parts), default=0) + 1,
            name=name[:200],
            stored=stored,
            added_at=now,
        )
        kept = _replace_parts(parts, [*parts, part], paper_name, now)
        if kept is not None:
            return part if kept else GONE


def remove_part(*, draft_id: UUID, component: str, paper_name: str, part: int, now: datetime) -> None:
    """Takes one photo or file out of a component."""
    while True:
        parts = _parts(draft_id, component)
        left = [other for other in parts if other.part != part]
        if left == parts or _replace_parts(parts, left, paper_name, now) is not None:
            return


def _weight(draft_id: UUID) -> int:
    """Bytes of everything sent for a draft so far."""
    return DraftFile.objects.filter(draft_id=draft_id).aggregate(sent=Sum("stored__size"))["sent"] or 0


def _parts(draft_id: UUID, component: str) -> list[DraftFile]:
    parts = DraftFile.objects.filter(draft_id=draft_id, component=component)
    return list(parts.order_by("part").select_related("stored"))


def _replace_parts(
    before: list[DraftFile], after: list[DraftFile], paper_name: str, now: datetime
) -> bool | None:
    """Writes a component's parts and the PDF made of them, together or not at all.

    False when the draft is gone, None when the parts are no longer as before: somebody else was faster, and the
    caller begins anew. The PDF is put together before the lock is taken, because that can take seconds.
    """
    draft_id, component = (after or before)[0].draft_id, (after or before)[0].component
    paper = assembled_file([part.stored for part in after], now=now) if after else None
    with transaction.atomic():
        if not Draft.objects.filter(pk=draft_id).update(saved_at=now):
            return False
        if _parts(draft_id, component) != before:
            return None
        for part in before:
            if part not in after:
                part.delete()
        for part in after:
            if part.pk is None:
                part.save(force_insert=True)
        _keep_paper(draft_id, component, paper_name, paper)
    return True


def _keep_paper(draft_id: UUID, component: str, paper_name: str, paper: StoredFile | None) -> None:
    if paper is None:
        DraftPaper.objects.filter(draft_id=draft_id, component=component).delete()
        return
    DraftPaper.objects.update_or_create(
        draft_id=draft_id,
        component=component,
        defaults={"name": paper_name[:200], "stored": paper},
    )


def assembled_file(parts: list[StoredFile], *, now: datetime) -> StoredFile:
    """One stored PDF made of stored images and PDFs; a missing file is a fault of the store, not of the person."""
    contents = [(part.media_type, file_content(part.sha256)) for part in parts]
    assembled = assemble((media_type, content) for media_type, content in contents if content is not None)
    return store_generated(assembled.content, media_type="application/pdf", pages=assembled.pages, now=now)
