"""When a result is due: the rules as tables of real days, and what holds for every case."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.deadlines.calendars import DAYS_2026, MORNING, OFFICE, SATURDAY_MORNING, moment

from motcua.core.deadlines import (
    VIETNAM,
    Calendar,
    DayEntry,
    DayKind,
    Deadline,
    Suspension,
    Term,
    TermUnit,
    compute_deadline,
    explain,
    merge_suspensions,
    working_time_between,
)
from motcua.core.values import Refusal

HOURS, WORKING_HOURS = TermUnit.HOURS, TermUnit.WORKING_HOURS
DAYS, WORKING_DAYS = TermUnit.DAYS, TermUnit.WORKING_DAYS
MONTHS, SAME_DAY = TermUnit.MONTHS, TermUnit.SAME_DAY


def due(received: str, amount: int, unit: TermUnit, calendar: Calendar = OFFICE) -> str:
    """The due moment as text, for tables."""
    deadline = compute_deadline(moment(received), Term(amount, unit), calendar)
    assert isinstance(deadline, Deadline)
    assert deadline.due_at is not None
    return deadline.due_at.strftime("%Y-%m-%d %H:%M:%S").removesuffix(":00")


@pytest.mark.parametrize(
    ("case", "received", "amount", "expected"),
    [
        ("Giỗ Tổ on a Sunday: its compensation and 30/4–1/5", "2026-04-24 14:00", 3, "2026-05-04 17:30"),
        ("sent on New Year's Day, Friday swapped off", "2026-01-01 09:00", 1, "2026-01-05 17:30"),
        ("the make-up Saturday 10/1 counts", "2026-01-01 09:00", 6, "2026-01-10 17:30"),
        ("last day before Tết", "2026-02-13 16:00", 1, "2026-02-23 17:30"),
        ("three days before Tết, ten working days", "2026-02-11 08:00", 10, "2026-03-04 17:30"),
        ("the make-up Saturday before National Day", "2026-08-21 09:00", 1, "2026-08-22 17:30"),
        ("over National Day", "2026-08-28 09:00", 2, "2026-09-04 17:30"),
        ("over the year end", "2026-12-25 08:00", 10, "2027-01-11 17:30"),
        ("Friday one minute before the usual close", "2026-03-06 16:59", 1, "2026-03-09 17:30"),
        ("Friday one minute after it: the same", "2026-03-06 17:01", 1, "2026-03-09 17:30"),
        ("after closing time", "2026-03-06 18:00", 1, "2026-03-09 17:30"),
        ("on a Saturday", "2026-03-07 10:00", 1, "2026-03-09 17:30"),
        ("around the leap day", "2024-02-28 10:00", 1, "2024-02-29 17:30"),
    ],
)
def test_working_days(case: str, received: str, amount: int, expected: str) -> None:
    assert due(received, amount, WORKING_DAYS) == expected


@pytest.mark.parametrize(
    ("case", "received", "amount", "expected"),
    [
        ("within a morning", "2026-03-06 08:00", 2, "2026-03-06 10:00"),
        ("up to closing time exactly", "2026-03-06 09:30", 2, "2026-03-06 11:30"),
        ("over lunch", "2026-03-06 10:30", 2, "2026-03-06 14:30"),
        ("a minute before lunch", "2026-03-06 11:29", 1, "2026-03-06 14:29"),
        ("a minute into lunch: from the afternoon opening", "2026-03-06 11:31", 1, "2026-03-06 14:30"),
        ("before opening: from opening", "2026-03-06 06:00", 1, "2026-03-06 08:30"),
        ("Friday 16:59 runs on into Monday", "2026-03-06 16:59", 1, "2026-03-09 07:59"),
        ("Friday 17:31: from Monday's opening", "2026-03-06 17:31", 1, "2026-03-09 08:30"),
        ("received on a Sunday", "2026-03-08 10:00", 8, "2026-03-09 17:30"),
        ("a working day is eight hours, over Tết", "2026-02-13 14:00", 8, "2026-02-23 14:00"),
        ("twelve working days of hours", "2026-03-02 07:30", 96, "2026-03-17 17:30"),
    ],
)
def test_working_hours(case: str, received: str, amount: int, expected: str) -> None:
    assert due(received, amount, WORKING_HOURS) == expected


@pytest.mark.parametrize(
    ("case", "received", "amount", "expected"),
    [
        ("ends in a shift: at that very moment", "2026-03-05 10:15", 24, "2026-03-06 10:15"),
        ("ends in lunch: afternoon opening", "2026-03-05 12:00", 24, "2026-03-06 13:30"),
        ("ends at closing time: then", "2026-03-05 17:30", 24, "2026-03-06 17:30"),
        ("ends at night: next opening", "2026-03-06 18:00", 2, "2026-03-09 07:30"),
        ("ends on a day off: opening of the next working day", "2026-04-24 10:00", 48, "2026-04-28 07:30"),
    ],
)
def test_clock_hours(case: str, received: str, amount: int, expected: str) -> None:
    assert due(received, amount, HOURS) == expected


@pytest.mark.parametrize(
    ("case", "received", "amount", "unit", "expected"),
    [
        ("ends on a working day", "2026-03-02 10:00", 4, DAYS, "2026-03-06 17:30"),
        ("days off in between count", "2026-03-06 10:00", 3, DAYS, "2026-03-09 17:30"),
        ("ends on a Sunday before a compensation day", "2026-04-23 10:00", 3, DAYS, "2026-04-28 17:30"),
        ("ends in Tết", "2026-02-13 10:00", 5, DAYS, "2026-02-23 17:30"),
        ("ends on a make-up Saturday", "2026-08-20 10:00", 2, DAYS, "2026-08-22 17:30"),
        ("ends on the leap day", "2024-02-19 10:00", 10, DAYS, "2024-02-29 17:30"),
        ("corresponding day", "2026-03-10 10:00", 1, MONTHS, "2026-04-10 17:30"),
        (
            "a month after 31/1: 28/2, a Saturday",
            "2026-01-31 10:00",
            1,
            MONTHS,
            "2026-03-02 17:30",
        ),
        ("leap year: 29/2", "2024-01-31 10:00", 1, MONTHS, "2024-02-29 17:30"),
        ("over the year end", "2026-11-30 10:00", 3, MONTHS, "2027-03-01 17:30"),
        ("twelve months", "2026-03-10 10:00", 12, MONTHS, "2027-03-10 17:30"),
    ],
)
def test_calendar_days_and_months(
    case: str, received: str, amount: int, unit: TermUnit, expected: str
) -> None:
    assert due(received, amount, unit) == expected


@pytest.mark.parametrize(
    ("case", "received", "expected"),
    [
        ("morning", "2026-03-05 08:00", "2026-03-05 17:30"),
        ("before opening", "2026-03-05 05:00", "2026-03-05 17:30"),
        ("at the cut-off itself", "2026-03-05 15:00:00", "2026-03-05 17:30"),
        ("a second later", "2026-03-05 15:00:01", "2026-03-06 17:30"),
        ("Friday afternoon before Tết", "2026-02-13 15:30", "2026-02-23 17:30"),
        ("on a day off", "2026-05-01 08:00", "2026-05-04 17:30"),
    ],
)
def test_same_day(case: str, received: str, expected: str) -> None:
    assert due(received, 1, SAME_DAY) == expected


def test_the_cut_off_of_the_calendar_and_of_the_call() -> None:
    early = replace(OFFICE, cut_off=time(10))
    same_day = Term(1, SAME_DAY)
    received = moment("2026-03-05 10:30")
    by_calendar = compute_deadline(received, same_day, early)
    by_call = compute_deadline(received, same_day, early, cut_off=time(11))
    assert isinstance(by_calendar, Deadline)
    assert isinstance(by_call, Deadline)
    assert by_calendar.due_at == moment("2026-03-06 17:30")
    assert by_call.due_at == moment("2026-03-05 17:30")


@pytest.mark.parametrize(
    ("case", "received", "amount", "unit", "expected"),
    [
        ("Saturday morning counts to its close", "2026-03-06 10:00", 1, WORKING_DAYS, "2026-03-07 11:30"),
        ("hours run on through Saturday morning", "2026-03-06 16:30", 2, WORKING_HOURS, "2026-03-07 08:30"),
        ("same day on Saturday morning", "2026-03-07 08:00", 1, SAME_DAY, "2026-03-07 11:30"),
        ("closed though before 15:00", "2026-03-07 13:00", 1, SAME_DAY, "2026-03-09 17:30"),
        ("a make-up Saturday has Monday's hours", "2026-08-21 10:00", 1, WORKING_DAYS, "2026-08-22 17:30"),
    ],
)
def test_a_unit_that_works_on_saturday_morning(
    case: str, received: str, amount: int, unit: TermUnit, expected: str
) -> None:
    assert due(received, amount, unit, SATURDAY_MORNING) == expected


def test_a_make_up_day_with_hours_of_its_own() -> None:
    half = DayEntry(DayKind.SWAP_WORK, "Quốc khánh", shifts=(MORNING,))
    calendar = replace(OFFICE, days={**DAYS_2026, date(2026, 8, 22): half})
    assert due("2026-08-21 10:00", 1, WORKING_DAYS, calendar) == "2026-08-22 11:30"


def test_a_local_closure_is_a_day_off() -> None:
    storm = DayEntry(DayKind.LOCAL_CLOSURE, "Bão số 3")
    calendar = replace(OFFICE, days={date(2026, 3, 6): storm})
    assert due("2026-03-05 10:00", 1, WORKING_DAYS, calendar) == "2026-03-09 17:30"


@pytest.mark.parametrize(
    ("case", "received", "amount", "unit", "year"),
    [
        ("ends after the last year", "2027-12-25 08:00", 10, WORKING_DAYS, "2028"),
        ("received before the first year", "2023-12-29 08:00", 1, WORKING_DAYS, "2023"),
        ("calendar days before the first year", "2023-12-29 08:00", 30, DAYS, "2023"),
        ("months beyond", "2027-06-01 08:00", 12, MONTHS, "2028"),
        ("hours beyond", "2027-12-31 17:00", 8, WORKING_HOURS, "2028"),
        ("received after closing on the last day", "2027-12-31 18:00", 1, SAME_DAY, "2028"),
    ],
)
def test_a_year_without_data_is_refused_by_name(
    case: str, received: str, amount: int, unit: TermUnit, year: str
) -> None:
    refusal = compute_deadline(moment(received), Term(amount, unit), OFFICE)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "calendar_missing"
    assert f"năm {year}" in refusal.message


@pytest.mark.parametrize(
    ("case", "pauses", "expected"),
    [
        ("none", [], "2026-03-09 17:30"),
        ("three hours", [("2026-03-06 08:00", "2026-03-06 11:00")], "2026-03-10 10:30"),
        ("a night is no working time", [("2026-03-05 18:00", "2026-03-06 07:00")], "2026-03-09 17:30"),
        ("the same time next day: a day", [("2026-03-05 14:00", "2026-03-06 14:00")], "2026-03-10 17:30"),
        (
            "two that overlap stop the clock once",
            [("2026-03-06 08:00", "2026-03-06 10:00"), ("2026-03-06 09:00", "2026-03-06 11:00")],
            "2026-03-10 10:30",
        ),
        ("before receipt: nothing", [("2026-03-04 08:00", "2026-03-04 11:00")], "2026-03-09 17:30"),
        ("begun before: from receipt", [("2026-03-04 08:00", "2026-03-05 11:00")], "2026-03-10 08:30"),
        ("after the due date: nothing", [("2026-03-10 08:00", "2026-03-10 11:00")], "2026-03-09 17:30"),
        (
            "inside an extension",
            [("2026-03-09 14:00", "2026-03-09 17:30"), ("2026-03-10 08:00", "2026-03-10 09:00")],
            "2026-03-10 14:00",
        ),
        ("open, begun after the due date: nothing", [("2026-03-10 08:00", None)], "2026-03-09 17:30"),
    ],
)
def test_suspensions(case: str, pauses: list[tuple[str, str | None]], expected: str) -> None:
    suspensions = [Suspension(moment(start), moment(end) if end else None, "Phiếu") for start, end in pauses]
    deadline = compute_deadline(moment("2026-03-05 10:00"), Term(2, WORKING_DAYS), OFFICE, suspensions)
    assert isinstance(deadline, Deadline)
    assert deadline.due_at == moment(expected)
    assert deadline.original_due_at == moment("2026-03-09 17:30")


def test_an_open_suspension_leaves_the_due_date_unknown() -> None:
    pauses = [
        Suspension(moment("2026-03-06 08:00"), moment("2026-03-06 09:00"), "Phiếu 1"),
        Suspension(moment("2026-03-09 09:30"), None, "Phiếu 2"),
    ]
    deadline = compute_deadline(moment("2026-03-05 10:00"), Term(2, WORKING_DAYS), OFFICE, pauses)
    assert isinstance(deadline, Deadline)
    assert deadline.due_at is None
    assert explain(deadline.derivation[-1]) == (
        "Đang tạm dừng từ 09:30 thứ Hai 9/3/2026 (căn cứ: Phiếu 2): chưa tính được hạn, "
        "khi tính tiếp còn 7 giờ làm việc"
    )
    assert Deadline.from_json(deadline.to_json()) == deadline


def test_a_suspension_that_leads_beyond_the_calendar_is_refused() -> None:
    long = Suspension(moment("2026-03-06 08:00"), moment("2028-03-06 08:00"), "Phiếu")
    refusal = compute_deadline(moment("2026-03-05 10:00"), Term(2, WORKING_DAYS), OFFICE, [long])
    assert isinstance(refusal, Refusal)


def test_any_time_zone_is_understood_and_none_is_an_error() -> None:
    in_paris = moment("2026-04-24 14:00").astimezone(UTC)
    deadline = compute_deadline(in_paris, Term(3, WORKING_DAYS), OFFICE)
    assert isinstance(deadline, Deadline)
    assert deadline.due_at == moment("2026-05-04 17:30")
    with pytest.raises(ValueError, match="time zone"):
        compute_deadline(datetime(2026, 4, 24, 14), Term(3, WORKING_DAYS), OFFICE)  # noqa: DTZ001


# What holds for every case.

FIRST, LAST = datetime(2025, 1, 1), datetime(2026, 8, 31)  # noqa: DTZ001 - the strategy adds the zone.
MOMENTS = st.datetimes(FIRST, LAST, timezones=st.just(VIETNAM))
TERMS = st.builds(
    Term, st.integers(1, 40), st.sampled_from([HOURS, WORKING_HOURS, DAYS, WORKING_DAYS])
) | st.builds(Term, st.just(1), st.sampled_from([MONTHS, SAME_DAY]))
CALENDARS = st.sampled_from([OFFICE, SATURDAY_MORNING])
PAUSES = st.builds(
    lambda start, length: Suspension(start, start + length, ""),
    MOMENTS,
    st.timedeltas(timedelta(), timedelta(days=20)),
)


def due_at(received: datetime, term: Term, calendar: Calendar, pauses: list[Suspension]) -> datetime:
    deadline = compute_deadline(received, term, calendar, pauses)
    assert isinstance(deadline, Deadline)
    assert deadline.due_at is not None
    assert Deadline.from_json(deadline.to_json()) == deadline
    assert all(explain(step) for step in deadline.derivation)
    return deadline.due_at


@given(MOMENTS, TERMS, CALENDARS, st.lists(PAUSES, max_size=3))
def test_never_due_on_a_day_off_or_outside_a_shift(
    received: datetime, term: Term, calendar: Calendar, pauses: list[Suspension]
) -> None:
    end = due_at(received, term, calendar, pauses)
    assert any(shift.start <= end.time() <= shift.end for shift in calendar.shifts_on(end.date()))
    assert end > received


@given(MOMENTS, MOMENTS, TERMS, CALENDARS)
def test_received_later_is_never_due_earlier(
    one: datetime, other: datetime, term: Term, calendar: Calendar
) -> None:
    earlier, later = sorted((one, other))
    assert due_at(earlier, term, calendar, []) <= due_at(later, term, calendar, [])


@given(MOMENTS, TERMS, CALENDARS, st.lists(PAUSES, max_size=3), PAUSES)
def test_one_more_suspension_never_brings_it_earlier(
    received: datetime, term: Term, calendar: Calendar, pauses: list[Suspension], another: Suspension
) -> None:
    assert due_at(received, term, calendar, [*pauses, another]) >= due_at(received, term, calendar, pauses)


@given(MOMENTS, TERMS, CALENDARS, st.floats(0, 1), st.timedeltas(timedelta(), timedelta(days=20)))
def test_a_suspension_adds_exactly_its_working_time(
    received: datetime, term: Term, calendar: Calendar, share: float, length: timedelta
) -> None:
    before = due_at(received, term, calendar, [])
    start = received + (before - received) * min(share, 0.999)
    after = due_at(received, term, calendar, [Suspension(start, start + length, "")])
    paused = working_time_between(calendar, start, start + length)
    assert working_time_between(calendar, before, after) == paused


@given(st.lists(PAUSES, max_size=6))
def test_merging_twice_is_merging_once(pauses: list[Suspension]) -> None:
    once = merge_suspensions(pauses)
    assert merge_suspensions(once) == once
    assert all(earlier.end < later.start for earlier, later in pairwise(once) if earlier.end)


@given(st.datetimes(datetime(1976, 1, 1), datetime(2100, 1, 1)))  # noqa: DTZ001
def test_the_fixed_offset_is_the_zone_of_vietnam(naive: datetime) -> None:
    assert naive.replace(tzinfo=VIETNAM) == naive.replace(tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
