# SPDX-License-Identifier: EUPL-1.2
"""Computing a due date. docs/algorithms/deadlines.md states the rules, with worked cases."""

from collections.abc import Iterable
from datetime import datetime, time

from motcua.core.values import Refusal

from .calendar import Calendar, CalendarMissing, local
from .counting import count, days_off
from .deadline import Deadline
from .derivation import DerivationStep, StepCode
from .suspensions import Suspension, merge_suspensions
from .term import Term
from .working_time import add_working_time, working_time_between

# The usual rule of one-stop units: what comes after 15:00 may be returned on the next working day.
USUAL_CUT_OFF = time(15)


def compute_deadline(
    received_at: datetime,
    term: Term,
    calendar: Calendar,
    suspensions: Iterable[Suspension] = (),
    cut_off: time | None = None,
) -> Deadline | Refusal:
    """When the result is due, and why; refused when a year is touched whose days off are not known.

    received_at: aware; cut_off: for same-day terms, else the calendar's own, else 15:00.
    """
    received = local(received_at)
    clock = cut_off or calendar.cut_off or USUAL_CUT_OFF
    try:
        calendar.shifts_on(received.date())
        original, counted = count(received, term, calendar, clock)
        due, paused = _extend(calendar, received, original, suspensions)
    except CalendarMissing as gap:
        return calendar_missing(gap)
    steps = [
        DerivationStep(StepCode.RECEIVED, moments=(received,)),
        *counted,
        *paused,
        *_projections(calendar, received, due or original),
    ]
    if due:
        steps.append(DerivationStep(StepCode.DUE, moments=(due,)))
    return Deadline(due, original, received, term, tuple(steps))


def _extend(
    calendar: Calendar, received: datetime, original: datetime, suspensions: Iterable[Suspension]
) -> tuple[datetime | None, list[DerivationStep]]:
    """The due date moved by the working time that was paused before it was reached."""
    due, steps = original, list[DerivationStep]()
    for suspension in merge_suspensions(suspensions):
        start = max(local(suspension.start), received)
        if start >= due:
            break
        if suspension.end is None:
            left = working_time_between(calendar, start, due)
            return None, [*steps, _pause(StepCode.SUSPENSION_OPEN, suspension, left.total_seconds(), start)]
        end = local(suspension.end)
        if end > start:
            paused = working_time_between(calendar, start, end)
            due = add_working_time(calendar, due, paused)
            steps.append(_pause(StepCode.SUSPENSION, suspension, paused.total_seconds(), start, end))
    return due, steps + days_off(calendar, original.date(), due.date(), original.date())


def _pause(code: StepCode, suspension: Suspension, seconds: float, *moments: datetime) -> DerivationStep:
    return DerivationStep(code, moments=moments, numbers=(int(seconds),), text=suspension.basis)


def _projections(calendar: Calendar, received: datetime, due: datetime) -> list[DerivationStep]:
    years = sorted(calendar.projected_years.intersection(range(received.year, due.year + 1)))
    return [DerivationStep(StepCode.PROJECTED_CALENDAR, numbers=(year,)) for year in years]


def calendar_missing(gap: CalendarMissing) -> Refusal:
    """The gap in words, and how to fill it."""
    message = (
        f"Chưa tính được hạn vì lịch làm việc “{gap.calendar_name}” chưa có ngày nghỉ năm {gap.year}. "
        f"Hãy nhập ngày nghỉ năm {gap.year} vào lịch rồi tính lại."
    )
    return Refusal("calendar_missing", message)
