# SPDX-License-Identifier: EUPL-1.2
"""Walking along working time: openings, elapsed working time, working days.

Every function raises CalendarMissing when it reaches a year the calendar does not cover.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from .calendar import Calendar, at, local

ONE_DAY = timedelta(days=1)
NO_TIME = timedelta()


def next_working_moment(calendar: Calendar, moment: datetime) -> datetime:
    """The moment itself inside a shift, otherwise the next opening; closing time already counts as closed."""
    there = local(moment)
    return next(max(start, there) for start, end in _stretches(calendar, there.date()) if there < end)


def working_time_between(calendar: Calendar, start: datetime, end: datetime) -> timedelta:
    """Working time from start to end; nothing when end is not after start."""
    first, last = local(start), local(end)
    if last <= first:
        return NO_TIME
    total = NO_TIME
    for opening, closing in _stretches(calendar, first.date(), last.date()):
        total += max(NO_TIME, min(closing, last) - max(opening, first))
    return total


def add_working_time(calendar: Calendar, start: datetime, amount: timedelta) -> datetime:
    """The moment when that much working time has passed since start; start itself when the amount is nothing.

    An amount that is used up exactly at closing time ends there, not at the next opening.
    """
    there, left = local(start), amount
    if amount <= NO_TIME:
        return there
    stretches = _stretches(calendar, there.date())
    while True:
        opening, closing = next(stretches)
        begin = max(opening, there)
        if begin + left <= closing:
            return begin + left
        left -= max(NO_TIME, closing - begin)


def next_working_day(calendar: Calendar, day: date) -> date:
    """The first working day after that day."""
    following = day + ONE_DAY
    while not calendar.is_working_day(following):
        following += ONE_DAY
    return following


def working_days_left(calendar: Calendar, now: datetime, due_at: datetime) -> int:
    """Working days after the day of now, up to and with the day of due_at; 0 when it is due today or past."""
    return len(working_days(calendar, local(now).date(), local(due_at).date()))


def working_days(calendar: Calendar, after: date, until: date) -> list[date]:
    """The working days after one day, up to and with another."""
    return [day for day in days_between(after + ONE_DAY, until) if calendar.is_working_day(day)]


def close_of(calendar: Calendar, day: date) -> datetime:
    """Closing time of the last shift of a working day."""
    return at(day, calendar.shifts_on(day)[-1].end)


def days_between(first: date, last: date) -> Iterator[date]:
    """Every day from first to last, both counted; nothing when last is earlier."""
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def _stretches(
    calendar: Calendar, first: date, last: date = date.max - ONE_DAY
) -> Iterator[tuple[datetime, datetime]]:
    """Opening and closing of every shift from the first day on."""
    for day in days_between(first, last):
        for shift in calendar.shifts_on(day):
            yield at(day, shift.start), at(day, shift.end)
