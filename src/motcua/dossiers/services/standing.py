# SPDX-License-Identifier: EUPL-1.2
"""Loading a dossier for a decision, and writing its process columns."""

from datetime import datetime, timedelta
from uuid import UUID

from motcua.catalogue.queries import compiled
from motcua.core.deadlines import VIETNAM, TermUnit, add_working_time, compute_deadline, next_working_moment
from motcua.core.deadlines import Term as DeadlineTerm
from motcua.core.values import Refusal
from motcua.core.workflow import ActiveStep, Kind, Progress, Status, ball_of, complete
from motcua.dossiers.decisions import Standing
from motcua.dossiers.models import Ball, Dossier
from motcua.organisations.queries import officials_of, working_calendar
from motcua.workflow.models import Instance

# NĐ 118/2025, and the practice of R-050: a dossier sent online is answered within 8 working hours.
ANSWER_WITHIN = timedelta(hours=8)
REMIND_TO_COLLECT = timedelta(days=30)


def lock_dossier(dossier_id: UUID) -> Dossier:
    """The dossier, locked until the transaction ends, with its unit, calendar and assignee."""
    return (
        Dossier.objects.select_for_update(of=("self",))
        .select_related("unit__calendar", "assignee", "procedure", "applicant")
        .get(pk=dossier_id)
    )


def standing_of(dossier: Dossier, *, holder_gone: bool = False) -> Standing:
    """The frozen snapshot the pure decisions take."""
    return Standing(
        step=dossier.step,
        step_role=dossier.step_role,
        unit_id=dossier.unit_id,
        assignee_id=dossier.assignee_id,
        assignee_name=dossier.assignee.full_name if dossier.assignee else "",
        holder_gone=holder_gone,
    )


def does_step(dossier: Dossier, account_id: int, now: datetime) -> bool:
    """Whether an official does the open step of this dossier in its unit today. One query."""
    officials = officials_of(dossier.unit, dossier.step_role, now.astimezone(VIETNAM).date())
    return account_id in {official.pk for official in officials}


def holder_is_gone(dossier: Dossier, now: datetime) -> bool:
    """Whether who holds the dossier does not do this work any more. One query for a dossier that is held."""
    return dossier.assignee_id is not None and not does_step(dossier, dossier.assignee_id, now)


def advance(dossier: Dossier, outcome: str) -> Progress | Refusal:
    """Completes the active step with an outcome and writes the process columns (not yet saved on the dossier)."""
    instance = Instance.objects.select_for_update().get(dossier_id=dossier.pk)
    progress = complete(compiled(dossier.revision_id).engine, instance.state, dossier.step, outcome)
    if isinstance(progress, Refusal):
        return progress
    instance.state = progress.state
    instance.active = [{"step": s.step_id, "role": s.role, "kind": s.kind} for s in progress.active]
    instance.ended = progress.ended or ""
    instance.save(update_fields=["state", "active", "ended"])
    return progress


def place(dossier: Dossier, active: tuple[ActiveStep, ...], status: Status, now: datetime) -> None:
    """Writes step, ball and next-event columns for the step that is open now; the new step has no assignee yet."""
    step = active[0] if active else None
    dossier.status = status
    dossier.step = step.step_id if step else ""
    dossier.step_kind = step.kind if step else ""
    dossier.step_role = step.role if step else ""
    dossier.ball = Ball(ball_of(status, dossier.step_kind or None))
    dossier.assignee = None
    dossier.next_event_at = _next_event(dossier, step, now)
    dossier.last_event_at = now


def _next_event(dossier: Dossier, step: ActiveStep | None, now: datetime) -> datetime | None:
    """When something must have happened next. Nothing is ever open without such a time."""
    if step is None:
        return None
    if step.kind == Kind.RECEIVE:
        return dossier.answer_by if dossier.status == Status.NEW else answer_time(dossier, now)
    if step.kind == Kind.HAND_OVER:
        return now + REMIND_TO_COLLECT
    return _step_limit(dossier, step, now)


def _step_limit(dossier: Dossier, step: ActiveStep, now: datetime) -> datetime | None:
    """The step's own limit, never after the legal one: the legal limit wins (R-077)."""
    limits = [dossier.due_at] if dossier.due_at else []
    if step.term:
        term = DeadlineTerm(step.term.amount, TermUnit(step.term.unit))
        deadline = compute_deadline(now, term, working_calendar(dossier.unit))
        if not isinstance(deadline, Refusal) and deadline.due_at:
            limits.append(deadline.due_at)
    return min(limits, default=None)


def answer_time(dossier: Dossier, moment: datetime) -> datetime:
    """Eight working hours of the unit after a moment (R-050)."""
    calendar = working_calendar(dossier.unit)
    return add_working_time(calendar, next_working_moment(calendar, moment), ANSWER_WITHIN)


def save(dossier: Dossier) -> None:
    """Saves a changed dossier under a new version number."""
    dossier.version += 1
    dossier.save()
