# SPDX-License-Identifier: EUPL-1.2
"""What a queue says about the time left: later, soon, today, overdue."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from .calendar import Calendar, CalendarMissing, Shift, at, local
from .words import describe_clock, describe_date, describe_duration
from .working_time import NO_TIME, working_days, working_days_left, working_time_between

# Up to this many working days left, hours are shown too.
SOON = 3


class RemainingKind(StrEnum):
    """How near the due date is."""

    LATER = "later"
    SOON = "soon"
    TODAY = "today"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Remaining:
    """text: “Còn 4 ngày”, “Còn 1 ngày 4 giờ”, “Hạn hôm nay 17:00”, “Quá hạn 1 ngày”."""

    kind: RemainingKind
    text: str


def remaining(calendar: Calendar, now: datetime, due_at: datetime) -> Remaining:
    """The time left in working days and hours.

    It never fails, since it stands on every row: where the calendar does not cover the days between, the due
    date itself is shown, and lateness in days of the wall calendar.
    """
    here, due = local(now), local(due_at)
    if here > due:
        return Remaining(RemainingKind.OVERDUE, f"Quá hạn {_late(calendar, due, here)}")
    if here.date() == due.date():
        return Remaining(RemainingKind.TODAY, f"Hạn hôm nay {describe_clock(due.time())}")
    try:
        return _ahead(calendar, here, due)
    except CalendarMissing:
        return Remaining(RemainingKind.LATER, _on(due))


def _ahead(calendar: Calendar, now: datetime, due: datetime) -> Remaining:
    days = working_days_left(calendar, now, due)
    if days > SOON:
        return Remaining(RemainingKind.LATER, f"Còn {days} ngày")
    left = working_time_between(calendar, now, due)
    text = f"Còn {_days_and_hours(calendar, left)}" if left > NO_TIME else _on(due)
    return Remaining(RemainingKind.SOON, text)


def _days_and_hours(calendar: Calendar, left: timedelta) -> str:
    """Whole hours beside days; minutes only when less than a working day is left."""
    days, rest = divmod(left, max(_length(shifts) for shifts in calendar.shifts.values()))
    if days == 0:
        return describe_duration(rest)
    hours = rest // timedelta(hours=1)
    return f"{days} ngày {hours} giờ" if hours else f"{days} ngày"


def _length(shifts: tuple[Shift, ...]) -> timedelta:
    day = date.min
    return sum((at(day, shift.end) - at(day, shift.start) for shift in shifts), NO_TIME)


def _late(calendar: Calendar, due: datetime, now: datetime) -> str:
    if due.date() == now.date():
        return describe_duration(now - due)
    try:
        days = len(working_days(calendar, due.date(), now.date()))
    except CalendarMissing:
        days = (now.date() - due.date()).days
    return f"{max(1, days)} ngày"


def _on(due: datetime) -> str:
    return f"Hạn {describe_clock(due.time())} ngày {describe_date(due.date())}"
