# SPDX-License-Identifier: EUPL-1.2
"""What citizens see of their drafts and dossiers. A person sees a dossier only by relation."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from motcua.core.conditions import with_today
from motcua.core.deadlines import VIETNAM
from motcua.dossiers.models import (
    Ball,
    Dossier,
    DossierFile,
    Draft,
    DraftFile,
    DraftPaper,
    Event,
    Paper,
    Result,
    ResultState,
    SupplementRequest,
)

# Doors name these types but never query through them.
__all__ = [
    "Affairs",
    "Dossier",
    "DossierFile",
    "DossierView",
    "Draft",
    "DraftFile",
    "DraftPaper",
    "Event",
    "Paper",
    "Result",
    "SupplementRequest",
    "affairs_of",
    "answers_of",
    "dossier_by_tracking",
    "dossier_of_applicant",
    "draft_by_code",
    "draft_of",
    "papers_of_draft",
    "parts_of_draft",
    "result_by_verify_code",
    "view_for_applicant",
    "view_of",
]

# Every page of a draft asks this: put together anew each time, the query cost more than its answer.
_DRAFT = "SELECT * FROM dossiers_draft WHERE id = %s AND expires_at > %s"


@dataclass(frozen=True, slots=True)
class Affairs:
    """Everything of one person, in the four groups of "Việc của tôi"."""

    yours: tuple[Dossier, ...]
    waiting: tuple[Dossier, ...]
    drafts: tuple[Draft, ...]
    done: tuple[Dossier, ...]


@dataclass(frozen=True, slots=True)
class DossierView:
    """A dossier with all that its applicant may see."""

    dossier: Dossier
    files: tuple[DossierFile, ...]
    events: tuple[Event, ...]
    papers: tuple[Paper, ...]
    results: tuple[Result, ...]
    supplement: SupplementRequest | None


def draft_of(
    draft_id: UUID, *, account_id: int | None, begun_here: Collection[str], now: datetime
) -> Draft | None:
    """A draft for its holder: the account, or, before sign-in, the browser it was begun in. One query."""
    draft = next(iter(Draft.objects.raw(_DRAFT, [draft_id, now])), None)
    if draft is None:
        return None
    mine = draft.account_id == account_id if draft.account_id else str(draft.pk) in begun_here
    return draft if mine else None


def draft_by_code(code: str, *, now: datetime) -> Draft | None:
    """A draft by the code its holder wrote down."""
    return Draft.objects.filter(code=code.upper().replace("-", ""), expires_at__gt=now).first()


def parts_of_draft(draft_id: UUID, component: str) -> tuple[DraftFile, ...]:
    """Photos and files sent for one component, in order."""
    return tuple(
        DraftFile.objects.filter(draft_id=draft_id, component=component)
        .select_related("stored")
        .order_by("part")
    )


def papers_of_draft(draft_id: UUID) -> tuple[DraftPaper, ...]:
    """The assembled papers as the official will get them."""
    return tuple(DraftPaper.objects.filter(draft_id=draft_id).select_related("stored").order_by("component"))


def affairs_of(account_id: int, *, now: datetime, limit: int = 50) -> Affairs:
    """Drafts and dossiers of a person, newest first. Two queries."""
    dossiers = list(
        Dossier.objects.filter(applicant_id=account_id)
        .select_related("procedure", "unit")
        .order_by("-last_event_at")[:limit]
    )
    drafts = Draft.objects.filter(account_id=account_id, expires_at__gt=now).select_related("procedure")
    done = {Ball.NOBODY}
    return Affairs(
        yours=tuple(d for d in dossiers if d.ball == Ball.CITIZEN and d.finished_at is None),
        waiting=tuple(d for d in dossiers if d.ball == Ball.AGENCY),
        drafts=tuple(drafts.order_by("-saved_at")[:limit]),
        done=tuple(d for d in dossiers if d.ball in done or d.finished_at is not None),
    )


def dossier_of_applicant(dossier_id: UUID, account_id: int) -> Dossier | None:
    """The bare dossier of its applicant. One query."""
    return (
        Dossier.objects.select_related("procedure", "unit", "assignee")
        .filter(pk=dossier_id, applicant_id=account_id)
        .first()
    )


def view_for_applicant(dossier_id: UUID, account_id: int) -> DossierView | None:
    """A dossier with files, timeline, slips, issued results and an open request. Six queries."""
    dossier = dossier_of_applicant(dossier_id, account_id)
    return None if dossier is None else view_of(dossier, only_issued=True)


def view_of(dossier: Dossier, *, only_issued: bool) -> DossierView:
    """Everything about a dossier; only_issued leaves out result drafts, which citizens do not see."""
    results = Result.objects.filter(dossier=dossier).select_related("signed_file", "signed_by", "draft_file")
    if only_issued:
        results = results.filter(state=ResultState.ISSUED, dossier__finished_at__isnull=False)
    return DossierView(
        dossier=dossier,
        files=tuple(
            DossierFile.objects.filter(dossier=dossier)
            .select_related("stored")
            .order_by("component", "-version")
        ),
        events=tuple(Event.objects.filter(dossier=dossier).select_related("actor").order_by("at", "id")),
        papers=tuple(Paper.objects.filter(dossier=dossier).select_related("stored").order_by("issued_at")),
        results=tuple(results.order_by("-version")),
        supplement=SupplementRequest.objects.filter(dossier=dossier, answered_at=None).first(),
    )


def dossier_by_tracking(code: str, digits: str) -> Dossier | None:
    """Public look-up by code and the four digits of the slip (R-135). One query, same for both mistakes."""
    return (
        Dossier.objects.select_related("procedure", "unit")
        .filter(code=code.strip().upper(), tracking_digits=digits.strip())
        .first()
    )


def result_by_verify_code(code: str) -> Result | None:
    """An issued or revoked result by the code of its QR."""
    return _published_results().filter(verify_code=code.strip().upper()).first()


def result_by_file(sha256: str) -> Result | None:
    """An issued or revoked result by the fingerprint of its signed file."""
    return _published_results().filter(signed_file_id=sha256).first()


def _published_results() -> QuerySet[Result]:
    published = Result.objects.filter(
        state__in=[ResultState.ISSUED, ResultState.REVOKED], dossier__finished_at__isnull=False
    )
    return published.select_related("dossier__unit", "dossier__procedure", "signed_file")


def answers_of(dossier: Dossier) -> dict[str, object]:
    """The answers with the day they were given on: ages are those of submission, for desk and citizen alike."""
    return with_today(dossier.answers, dossier.submitted_at.astimezone(VIETNAM).date())
