# SPDX-License-Identifier: EUPL-1.2
"""The due date of each unit of term, before suspensions, with the steps that led to it.

Civil Code 91/2015/QH13: Điều 147 says where a term starts, Điều 148 where it ends.
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from .calendar import Calendar, DayKind
from .derivation import DerivationStep, StepCode
from .term import Term, TermUnit, describe_term
from .words import describe_clock
from .working_time import (
    ONE_DAY,
    add_working_time,
    close_of,
    days_between,
    next_working_day,
    next_working_moment,
    working_days,
    working_time_between,
)

# Counted days are named one by one up to this many; the rest is one step.
NAMED_DAYS = 10

Count = tuple[datetime, list[DerivationStep]]

_WHY_OFF = {
    DayKind.HOLIDAY: "nghỉ",
    DayKind.COMPENSATION: "nghỉ bù",
    DayKind.SWAP_OFF: "nghỉ hoán đổi dịp",
    DayKind.LOCAL_CLOSURE: "đơn vị nghỉ:",
    DayKind.SWAP_WORK: "không có ca làm việc:",
}
_WEEKLY_REST = "nghỉ hằng tuần"


def count(received: datetime, term: Term, calendar: Calendar, cut_off: time) -> Count:
    """Due moment and steps for a term that starts at a local moment; raises CalendarMissing."""
    if term.unit is TermUnit.SAME_DAY:
        return _same_day(received, calendar, cut_off)
    return _RULES[term.unit](received, term, calendar)


def days_off(calendar: Calendar, after: date, until: date, weekly_rest_until: date) -> list[DerivationStep]:
    """The days off after one day up to another, neighbours of one reason joined."""
    steps: list[DerivationStep] = []
    for day in days_between(after + ONE_DAY, until):
        why = _why_off(calendar, day)
        if calendar.is_working_day(day) or (why == _WEEKLY_REST and day > weekly_rest_until):
            continue
        run = steps[-1] if steps else None
        if run and run.text == why and run.days[1] == day - ONE_DAY:
            steps[-1] = replace(run, days=(run.days[0], day))
        else:
            steps.append(DerivationStep(StepCode.DAY_OFF, days=(day, day), text=why))
    return steps


def _why_off(calendar: Calendar, day: date) -> str:
    entry = calendar.days.get(day)
    return _WEEKLY_REST if entry is None else f"{_WHY_OFF[entry.kind]} {entry.name}"


def _hours(received: datetime, term: Term, calendar: Calendar) -> Count:
    """Clock hours run from the moment itself (Điều 147 khoản 1), and end at one.


    Nobody can be served before the next opening, so an end outside working time moves there and no further:
    Điều 148 khoản 5 speaks of a last *day*.
    """
    end = received + timedelta(hours=term.amount)
    steps = [DerivationStep(StepCode.TERM_END, moments=(end,), text=describe_term(term))]
    if _is_open(calendar, end):
        return end, steps
    due = next_working_moment(calendar, end)
    return due, [*steps, DerivationStep(StepCode.MOVED_TO_OPENING, moments=(due,))]


def _is_open(calendar: Calendar, moment: datetime) -> bool:
    """Whether the moment lies in a shift; closing time still does, for something that ends."""
    shifts = calendar.shifts_on(moment.date())
    return any(shift.start <= moment.time() <= shift.end for shift in shifts)


def _working_hours(received: datetime, term: Term, calendar: Calendar) -> Count:
    """Working time is used up from the moment (Điều 147 khoản 1), or from the next opening after it."""
    start = next_working_moment(calendar, received)
    due = add_working_time(calendar, start, timedelta(hours=term.amount))
    steps = [DerivationStep(StepCode.CLOCK_STARTS, moments=(start,))] if start != received else []
    used = working_days(calendar, start.date() - ONE_DAY, due.date())
    rests = days_off(calendar, received.date() - ONE_DAY, due.date(), used[:NAMED_DAYS][-1])
    return due, steps + _in_order(_worked(calendar, used, start, due) + rests)


def _worked(calendar: Calendar, days: list[date], start: datetime, due: datetime) -> list[DerivationStep]:
    """The working time used on each day, the days after the first ten as one step."""

    def used(first: date, last: date) -> int:
        begin = max(start, _midnight(first, start))
        end = min(due, _midnight(last + ONE_DAY, start))
        return int(working_time_between(calendar, begin, end).total_seconds())

    first = days[:NAMED_DAYS]
    steps = [DerivationStep(StepCode.WORKED_DAY, days=(day,), numbers=(used(day, day),)) for day in first]
    rest = days[NAMED_DAYS:]
    if rest:
        ends = (rest[0], rest[-1])
        steps.append(DerivationStep(StepCode.WORKED_DAYS, days=ends, numbers=(used(*ends),)))
    return steps


def _midnight(day: date, like: datetime) -> datetime:
    return datetime.combine(day, time(), like.tzinfo)


def _working_days(received: datetime, term: Term, calendar: Calendar) -> Count:
    """The day of receipt is not counted (Điều 147 khoản 2); days off are not counted either."""
    event_day = received.date()
    days = [next_working_day(calendar, event_day)]
    while len(days) < term.amount:
        days.append(next_working_day(calendar, days[-1]))
    rests = days_off(calendar, event_day, days[-1], days[:NAMED_DAYS][-1])
    return close_of(calendar, days[-1]), [_event_day(received), *_in_order(_counted(calendar, days) + rests)]


def _counted(calendar: Calendar, days: list[date]) -> list[DerivationStep]:
    """A step for each of the first ten days; the days after them as one step."""
    steps = [
        DerivationStep(StepCode.COUNTED_DAY, days=(day,), numbers=(number,), text=_why_worked(calendar, day))
        for number, day in enumerate(days[:NAMED_DAYS], start=1)
    ]
    rest = days[NAMED_DAYS:]
    if rest:
        numbers = (NAMED_DAYS + 1, len(days))
        steps.append(DerivationStep(StepCode.COUNTED_DAYS, days=(rest[0], rest[-1]), numbers=numbers))
    return steps


def _why_worked(calendar: Calendar, day: date) -> str:
    entry = calendar.days.get(day)
    return f"làm bù dịp {entry.name}" if entry else ""


def _calendar_days(received: datetime, term: Term, calendar: Calendar) -> Count:
    """The day of receipt is not counted (Điều 147 khoản 2); days off in between are."""
    return _to_working_day(received, received.date() + timedelta(days=term.amount), term, calendar)


def _months(received: datetime, term: Term, calendar: Calendar) -> Count:
    """Ends on the corresponding day, or on the last day of a month without it (Điều 148 khoản 3)."""
    return _to_working_day(received, _months_later(received.date(), term.amount), term, calendar)


def _months_later(day: date, amount: int) -> date:
    years, month = divmod(day.month - 1 + amount, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _to_working_day(received: datetime, end: date, term: Term, calendar: Calendar) -> Count:
    """A last day that is a day off moves to the end of the next working day (Điều 148 khoản 5)."""
    steps = [_event_day(received), DerivationStep(StepCode.TERM_END, days=(end,), text=describe_term(term))]
    if calendar.is_working_day(end):
        return close_of(calendar, end), steps
    due_day = next_working_day(calendar, end)
    moved = DerivationStep(StepCode.MOVED_TO_WORKING_DAY, days=(due_day,))
    return close_of(calendar, due_day), [*steps, *days_off(calendar, end - ONE_DAY, due_day, due_day), moved]


def _same_day(received: datetime, calendar: Calendar, cut_off: time) -> Count:
    """Received up to the cut-off: due today at closing; later, or on a day off: the next working day."""
    today, text = received.date(), describe_clock(cut_off)
    open_today = calendar.is_working_day(today) and received < close_of(calendar, today)
    if open_today and received.time() <= cut_off:
        return close_of(calendar, today), [DerivationStep(StepCode.BEFORE_CUT_OFF, text=text)]
    due_day = next_working_day(calendar, today)
    after = DerivationStep(StepCode.AFTER_CUT_OFF, days=(due_day,), text=text)
    return close_of(calendar, due_day), [*days_off(calendar, today - ONE_DAY, due_day, due_day), after]


def _event_day(received: datetime) -> DerivationStep:
    return DerivationStep(StepCode.EVENT_DAY, days=(received.date(),))


def _in_order(steps: list[DerivationStep]) -> list[DerivationStep]:
    return sorted(steps, key=lambda step: step.days[0])


_RULES: dict[TermUnit, Callable[[datetime, Term, Calendar], Count]] = {
    TermUnit.HOURS: _hours,
    TermUnit.WORKING_HOURS: _working_hours,
    TermUnit.DAYS: _calendar_days,
    TermUnit.WORKING_DAYS: _working_days,
    TermUnit.MONTHS: _months,
}
