"""What a calendar accepts, and walking along it."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.deadlines.calendars import AFTERNOON, MORNING, OFFICE, moment

from motcua.core.deadlines import (
    CalendarMissing,
    DayEntry,
    DayKind,
    Shift,
    Suspension,
    add_working_time,
    merge_suspensions,
    next_working_day,
    next_working_moment,
    working_days_left,
    working_time_between,
)


def test_a_shift_ends_after_it_starts() -> None:
    with pytest.raises(ValueError, match="after it starts"):
        Shift(time(8), time(8))


def test_shifts_of_a_day_do_not_overlap() -> None:
    with pytest.raises(ValueError, match="order of time"):
        replace(OFFICE, shifts={0: (AFTERNOON, MORNING)})
    swapped = DayEntry(DayKind.SWAP_WORK, "Quốc khánh", shifts=(MORNING, MORNING))
    with pytest.raises(ValueError, match="order of time"):
        replace(OFFICE, days={date(2026, 8, 22): swapped})


@pytest.mark.parametrize(
    ("case", "day", "works"),
    [
        ("a Monday", date(2026, 3, 2), True),
        ("a Sunday", date(2026, 3, 1), False),
        ("a holiday", date(2026, 1, 1), False),
        ("a make-up Saturday", date(2026, 1, 10), True),
    ],
)
def test_working_days_of_a_calendar(case: str, day: date, works: bool) -> None:
    assert OFFICE.is_working_day(day) is works


def test_a_year_without_data_is_named() -> None:
    assert not OFFICE.covers(date(2028, 1, 1))
    with pytest.raises(CalendarMissing, match="2028") as raised:
        OFFICE.is_working_day(date(2028, 1, 3))
    assert raised.value.year == 2028


@pytest.mark.parametrize(
    ("case", "now", "expected"),
    [
        ("in a shift", "2026-03-06 08:15", "2026-03-06 08:15"),
        ("before opening", "2026-03-06 05:00", "2026-03-06 07:30"),
        ("at closing time", "2026-03-06 11:30", "2026-03-06 13:30"),
        ("on Friday evening", "2026-03-06 17:30", "2026-03-09 07:30"),
    ],
)
def test_the_next_working_moment(case: str, now: str, expected: str) -> None:
    assert next_working_moment(OFFICE, moment(now)) == moment(expected)


def test_working_time_between_two_moments() -> None:
    start, end = moment("2026-03-06 11:00"), moment("2026-03-09 08:00")
    assert working_time_between(OFFICE, start, end) == timedelta(hours=5)
    assert working_time_between(OFFICE, end, start) == timedelta()


def test_working_days_ahead() -> None:
    assert next_working_day(OFFICE, date(2026, 4, 24)) == date(2026, 4, 28)
    assert working_days_left(OFFICE, moment("2026-04-24 14:00"), moment("2026-05-04 17:30")) == 3
    assert working_days_left(OFFICE, moment("2026-05-04 18:00"), moment("2026-05-04 17:30")) == 0


@given(st.integers(0, 60 * 24 * 60), st.integers(0, 60 * 80))
def test_adding_working_time_takes_exactly_that_time(minute: int, length: int) -> None:
    start = moment("2026-01-05 00:00") + timedelta(minutes=minute)
    amount = timedelta(minutes=length)
    end = add_working_time(OFFICE, start, amount)
    assert working_time_between(OFFICE, start, end) == amount


def test_a_suspension_ends_after_it_starts() -> None:
    with pytest.raises(ValueError, match="after it starts"):
        Suspension(moment("2026-03-06 09:00"), moment("2026-03-06 08:00"), "")


@pytest.mark.parametrize(
    ("case", "stretches", "merged"),
    [
        (
            "apart",
            [("08:00", "09:00", "A"), ("10:00", "11:00", "B")],
            [("08:00", "09:00", "A"), ("10:00", "11:00", "B")],
        ),
        (
            "out of order and touching",
            [("09:00", "10:00", "B"), ("08:00", "09:00", "A")],
            [("08:00", "10:00", "A; B")],
        ),
        (
            "one inside another, one basis",
            [("08:00", "11:00", "A"), ("09:00", "10:00", "A")],
            [("08:00", "11:00", "A")],
        ),
        (
            "an open one swallows",
            [("08:00", None, "A"), ("09:00", "10:00", "")],
            [("08:00", None, "A")],
        ),
        ("an open one joins", [("08:00", "09:00", "A"), ("08:30", None, "B")], [("08:00", None, "A; B")]),
    ],
)
def test_merging(
    case: str, stretches: list[tuple[str, str | None, str]], merged: list[tuple[str, str | None, str]]
) -> None:
    def build(rows: list[tuple[str, str | None, str]]) -> tuple[Suspension, ...]:
        day = "2026-03-06"
        return tuple(
            Suspension(moment(f"{day} {start}"), moment(f"{day} {end}") if end else None, basis)
            for start, end, basis in rows
        )

    assert merge_suspensions(build(stretches)) == build(merged)
