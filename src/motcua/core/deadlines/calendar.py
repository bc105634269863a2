# SPDX-License-Identifier: EUPL-1.2
"""A working calendar: shifts of each weekday, and the days that differ from their weekday.

The calendar is data given by the caller. It says which years it covers, because a year whose holidays are not
loaded would look like a year without holidays, and every date computed in it would be wrong.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from enum import StrEnum
from itertools import pairwise

# Vietnam has kept UTC+7 without daylight saving since 1975: a fixed offset is exact and needs no zone file.
VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")

MONDAY = 0


class CalendarMissing(LookupError):
    """A day was asked for in a year the calendar does not cover."""

    def __init__(self, calendar_name: str, year: int) -> None:
        super().__init__(f"{calendar_name}: {year}")
        self.calendar_name = calendar_name
        self.year = year


class DayKind(StrEnum):
    """Why a day differs from its weekday (Labour Code Điều 111, 112; swaps by decision; local closures)."""

    HOLIDAY = "holiday"
    COMPENSATION = "compensation"
    SWAP_OFF = "swap_off"
    SWAP_WORK = "swap_work"
    LOCAL_CLOSURE = "local_closure"


@dataclass(frozen=True, slots=True)
class Shift:
    """Opening and closing time of one stretch of work, local time, within one day."""

    start: time
    end: time

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise ValueError(f"A shift ends after it starts: {self.start}–{self.end}")


@dataclass(frozen=True, slots=True)
class DayEntry:
    """A day that differs from its weekday.

    decision: number of the act it rests on, empty when it follows from the Labour Code itself.
    shifts: hours of a make-up working day; None means Monday's hours.
    """

    kind: DayKind
    name: str
    decision: str = ""
    shifts: tuple[Shift, ...] | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working time of one unit.

    shifts: by weekday (0 = Monday … 6 = Sunday), in order of time; a weekday that is absent is weekly rest.
    cut_off: last moment of receipt for a result on the same day; None leaves the usual 15:00.
    projected_years: covered years whose days are expected but not yet decided.
    """

    name: str
    shifts: Mapping[int, tuple[Shift, ...]]
    days: Mapping[date, DayEntry]
    first_year: int
    last_year: int
    cut_off: time | None = None
    projected_years: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        entries = [entry.shifts for entry in self.days.values() if entry.shifts is not None]
        for shifts in (*self.shifts.values(), *entries):
            if any(later.start < earlier.end for earlier, later in pairwise(shifts)):
                raise ValueError("The shifts of a day stand in order of time and do not overlap")

    def covers(self, day: date) -> bool:
        """Whether the days off of that year are known."""
        return self.first_year <= day.year <= self.last_year

    def shifts_on(self, day: date) -> tuple[Shift, ...]:
        """The shifts of that day, none on a day off; raises CalendarMissing outside the covered years."""
        if not self.covers(day):
            raise CalendarMissing(self.name, day.year)
        entry = self.days.get(day)
        if entry is None:
            return self.shifts.get(day.weekday(), ())
        if entry.kind is not DayKind.SWAP_WORK:
            return ()
        return self.shifts.get(MONDAY, ()) if entry.shifts is None else entry.shifts

    def is_working_day(self, day: date) -> bool:
        """Whether any shift is worked that day; raises CalendarMissing outside the covered years."""
        return bool(self.shifts_on(day))


def at(day: date, clock: time) -> datetime:
    """That local time of that day in Vietnam."""
    return datetime.combine(day, clock, VIETNAM)


def local(moment: datetime) -> datetime:
    """The same moment on a Vietnamese clock; a moment without a zone is a programming error."""
    if moment.tzinfo is None:
        raise ValueError("A moment needs a time zone")
    return moment.astimezone(VIETNAM)
