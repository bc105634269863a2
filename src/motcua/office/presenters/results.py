# SPDX-License-Identifier: EUPL-1.2
"""Rows of results that wait for a signature or a seal."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from motcua.dossiers.models import Result
from motcua.office.presenters.due import due_of
from motcua.office.wording import status_words


@dataclass(frozen=True, slots=True)
class ResultRow:
    """As ui.queue_row takes it, with the result's number and the address that issues it."""

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


def result_rows(results: Iterable[Result], now: datetime, route: str) -> tuple[ResultRow, ...]:
    """One row a result; route: where its code leads. dossier.procedure and unit.calendar must be loaded."""
    return tuple(_row(result, now, route) for result in results)


def _row(result: Result, now: datetime, route: str) -> ResultRow:
    dossier = result.dossier
    due = due_of(dossier, now)
    status, kind = status_words(dossier)
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
    )
