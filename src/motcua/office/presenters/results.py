# SPDX-License-Identifier: EUPL-1.2
"""Rows of results that wait for a signature or a seal."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.urls import reverse

from motcua.core.workflow import Kind
from motcua.dossiers.models import Result, ResultState
from motcua.office.presenters.due import due_of
from motcua.office.wording import status_words

# A signature or a seal takes seconds; after this long the job has met an obstacle.
MADE_WITHIN = timedelta(minutes=5)
NOT_MADE = ("Chưa tạo được tệp", "late")


@dataclass(frozen=True, slots=True)
class ResultRow:
    """As ui.queue_row takes it, with the result's number and the address that issues it.

    not_made: the signature or seal was decided a while ago and its file is still not there.
    """

    due_at: str
    due_words: str
    due_level: str
    code: str
    href: str
    issue: str
    procedure: str
    person: str
    status: str
    kind: str
    last_event: str
    not_made: bool


def result_rows(results: Iterable[Result], now: datetime, route: str) -> tuple[ResultRow, ...]:
    """One row a result; route: where its code leads. dossier.procedure and unit.calendar must be loaded."""
    return tuple(_row(result, now, route) for result in results)


def _row(result: Result, now: datetime, route: str) -> ResultRow:
    dossier = result.dossier
    due = due_of(dossier, now)
    not_made = is_not_made(result, now)
    status, kind = NOT_MADE if not_made else status_words(dossier)
    return ResultRow(
        due_at=due.at,
        due_words=due.words,
        due_level=due.level,
        code=dossier.code,
        href=reverse(route, args=[dossier.pk]),
        issue=reverse("office:issue", args=[dossier.pk]),
        procedure=result.name,
        person=dossier.applicant_name,
        status=status,
        kind=kind,
        last_event=f"Số {result.number}" if result.number else f"Trình bởi {result.prepared_by.full_name}",
        not_made=not_made,
    )


def is_not_made(result: Result, now: datetime) -> bool:
    """Whether a signature or seal was decided so long ago that something has kept its file from being made."""
    if result.dossier.step_kind == Kind.SIGN and result.state == ResultState.SIGNED:
        decided = result.signed_at
    elif result.dossier.step_kind == Kind.ISSUE and result.state == ResultState.ISSUED:
        decided = result.issued_at
    else:
        return False
    return decided is not None and now - decided > MADE_WITHIN
