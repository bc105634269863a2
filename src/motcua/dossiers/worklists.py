# SPDX-License-Identifier: EUPL-1.2
"""What officials see: queues by due time, and one dossier on the desk. Lists read columns, page by key."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from motcua.core.values import fold
from motcua.dossiers.decisions import Actor
from motcua.dossiers.models import Check, Dossier, Result, ResultState, SupplementRequest
from motcua.dossiers.queries import DossierView, view_of

PAGE = 50


@dataclass(frozen=True, slots=True)
class Cursor:
    """The last row of a page: where the next page begins."""

    at: datetime
    dossier_id: UUID


@dataclass(frozen=True, slots=True)
class QueuePage:
    """Rows in order of what must happen first; next is None on the last page."""

    rows: tuple[Dossier, ...]
    next: Cursor | None


@dataclass(frozen=True, slots=True)
class Desk:
    """A dossier on an official's desk."""

    view: DossierView
    verdicts: Mapping[str, Check]
    result: Result | None
    earlier_requests: tuple[SupplementRequest, ...]


def tab_filters(actor: Actor) -> dict[str, Q]:
    """The tabs of "Việc của tôi": what each one holds for this official."""
    units = {unit for unit, _ in actor.functions}
    return {
        "mine": Q(assignee_id=actor.account_id, unit_id__in=units, ball="agency"),
        "common": Q(ball="agency", assignee=None) & _my_steps(actor),
        "citizen": Q(unit_id__in=units, ball="citizen", finished_at=None, next_event_at__isnull=False),
        "signing": Q(unit_id__in=units, ball="agency", step_kind__in=["sign", "issue"]),
        "return": Q(unit_id__in=units, step_kind="hand_over"),
    }


def queue(actor: Actor, tab: str, *, after: Cursor | None = None) -> QueuePage:
    """One page of a tab. One query."""
    rows: QuerySet[Dossier] = Dossier.objects.filter(tab_filters(actor)[tab])
    if after:
        rows = rows.filter(Q(next_event_at__gt=after.at) | Q(next_event_at=after.at, id__gt=after.dossier_id))
    found = list(
        rows.select_related("procedure", "assignee", "unit__calendar").order_by("next_event_at", "id")[
            : PAGE + 1
        ]
    )
    last = found[PAGE - 1] if len(found) > PAGE else None
    cursor = Cursor(last.next_event_at, last.pk) if last and last.next_event_at else None
    return QueuePage(tuple(found[:PAGE]), cursor)


def done_by_unit(actor: Actor, *, before: datetime | None = None) -> tuple[Dossier, ...]:
    """What the official's units finished last. One query."""
    units = {unit for unit, _ in actor.functions}
    rows = Dossier.objects.filter(unit_id__in=units, finished_at__isnull=False)
    if before:
        rows = rows.filter(finished_at__lt=before)
    return tuple(rows.select_related("procedure", "unit__calendar").order_by("-finished_at")[:PAGE])


def tab_counts(actor: Actor) -> dict[str, int]:
    """Number of open dossiers in each tab. One query over open work only."""
    filters = tab_filters(actor)
    units = {unit for unit, _ in actor.functions}
    return Dossier.objects.filter(unit_id__in=units, returned_at=None).aggregate(
        **{name: Count("id", filter=condition) for name, condition in filters.items()}
    )


def find_by_code(actor: Actor, text: str) -> tuple[Dossier, ...]:
    """Dossiers of the official's units by code, name or personal identifier; marks and case do not matter."""
    units = {unit for unit, _ in actor.functions}
    return tuple(
        Dossier.objects.filter(unit_id__in=units, search_text__contains=fold(text))
        .select_related("procedure", "unit__calendar")
        .order_by("-submitted_at")[:20]
    )


def desk_of(dossier_id: UUID, actor: Actor) -> Desk | None:
    """A dossier of one of the official's units with everything the desk shows; None for another unit's."""
    units = {unit for unit, _ in actor.functions}
    dossier = (
        Dossier.objects.select_related("procedure", "unit__calendar", "assignee", "applicant")
        .filter(pk=dossier_id, unit_id__in=units)
        .first()
    )
    if dossier is None:
        return None
    requests = tuple(
        SupplementRequest.objects.filter(dossier=dossier).select_related("asked_by").order_by("asked_at")
    )
    checks = Check.objects.filter(dossier=dossier, round=len(requests) + 1)
    view = view_of(dossier, only_issued=False)
    return Desk(
        view=view,
        verdicts={check.item: check for check in checks},
        result=next((result for result in view.results if result.state != ResultState.REVOKED), None),
        earlier_requests=requests,
    )


def results_to_sign(actor: Actor) -> tuple[Result, ...]:
    """Drafts submitted to this leader's units, oldest due first."""
    units = {unit for unit, function in actor.functions if function == "leader"}
    return tuple(
        Result.objects.filter(
            state=ResultState.SUBMITTED, dossier__unit_id__in=units, dossier__step_kind="sign"
        )
        .select_related("dossier__procedure", "dossier__unit__calendar", "prepared_by", "draft_file")
        .order_by("dossier__next_event_at")[:PAGE]
    )


def _my_steps(actor: Actor) -> Q:
    steps = Q(pk__in=[])
    for unit, function in actor.functions:
        steps |= Q(unit_id=unit, step_role=function)
    return steps
