"""The national calendar, and reading a calendar that a person wrote."""

from copy import deepcopy
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
import yaml

from motcua.core.deadlines import VIETNAM, Calendar, DayKind, Shift
from motcua.organisations.national_calendar import (
    load_calendar,
    national_calendar,
    parse_calendar,
    reminder,
)

SMALL = {
    "name": "xã Hòa Bình",
    "shifts": {"mon": ["07:00-11:30", "13:30-17:00"], "sat": ["07:30-11:30"]},
    "cut_off": "14:30",
    "years": [
        {
            "year": 2026,
            "status": "decided",
            "days": [
                {
                    "date": date(2026, 8, 22),
                    "kind": "swap_work",
                    "name": "Quốc khánh",
                    "shifts": ["08:00-12:00"],
                },
                {"date": date(2026, 9, 2), "kind": "holiday", "name": "Quốc khánh", "decision": "Điều 112"},
            ],
        },
        {"year": 2027, "status": "projected", "days": []},
    ],
}


def test_the_calendar_of_this_release_is_still_true_today() -> None:
    """Fails before a deadline can be wrong: mend organisations/data/calendar_vn.yaml as its top says."""
    today = datetime.now(UTC).astimezone(VIETNAM).date()
    assert reminder(national_calendar(), today) == ""


@pytest.mark.parametrize(
    ("today", "asks_for"),
    [
        (date(2026, 11, 21), ""),
        (date(2027, 1, 19), ""),
        (date(2027, 1, 20), "Ngày nghỉ năm 2027 của lịch “cả nước” còn là dự kiến. Hãy sửa theo quyết định."),
        (date(2027, 10, 1), "Hãy thêm ngày nghỉ năm 2028 vào lịch “cả nước”."),
    ],
)
def test_when_the_calendar_asks_to_be_mended(today: date, asks_for: str) -> None:
    assert reminder(national_calendar(), today) == asks_for


@pytest.mark.parametrize(
    ("year", "off"),
    [
        (2024, "1/1 8/2 9/2 12/2 13/2 14/2 18/4 29/4 30/4 1/5 2/9 3/9"),
        (2025, "1/1 27/1 28/1 29/1 30/1 31/1 7/4 30/4 1/5 2/5 1/9 2/9"),
        (2026, "1/1 2/1 16/2 17/2 18/2 19/2 20/2 27/4 30/4 1/5 31/8 1/9 2/9 24/11"),
        (2027, "1/1 4/2 5/2 8/2 9/2 10/2 16/4 30/4 3/5 2/9 3/9 24/11"),
    ],
)
def test_weekdays_off(year: int, off: str) -> None:
    calendar = national_calendar()
    days = sorted(day for day in calendar.days if day.year == year and day.weekday() < 5)
    assert " ".join(f"{day.day}/{day.month}" for day in days) == off
    assert not any(calendar.is_working_day(day) for day in days)


def test_make_up_saturdays_are_worked() -> None:
    calendar = national_calendar()
    worked = [day for day, entry in calendar.days.items() if entry.kind is DayKind.SWAP_WORK]
    assert worked == [date(2024, 5, 4), date(2025, 4, 26), date(2026, 1, 10), date(2026, 8, 22)]
    assert all(calendar.is_working_day(day) for day in worked)
    assert calendar.projected_years == {2027}


def test_a_calendar_of_a_unit_is_read() -> None:
    calendar = parse_calendar(SMALL)
    assert isinstance(calendar, Calendar)
    assert calendar.cut_off == time(14, 30)
    assert (calendar.first_year, calendar.last_year) == (2026, 2027)
    assert calendar.shifts_on(date(2026, 8, 22)) == (Shift(time(8), time(12)),)
    assert calendar.shifts_on(date(2026, 8, 29)) == (Shift(time(7, 30), time(11, 30)),)
    assert calendar.days[date(2026, 9, 2)].decision == "Điều 112"


def _changed(path: str, value: object) -> object:
    """SMALL with one place changed."""
    data: object = deepcopy(SMALL)
    *parents, last = [int(key) if key.isdigit() else key for key in path.split(".")]
    place = data
    for key in parents:
        place = place[key]  # type: ignore[index]
    place[last] = value  # type: ignore[index]
    return data


@pytest.mark.parametrize(
    ("path", "value", "place", "code"),
    [
        ("name", "", "name", "missing"),
        ("shifts", None, "shifts", "missing"),
        ("shifts", {"monday": ["07:00-11:30"]}, "shifts.monday", "weekday"),
        ("shifts.mon", "07:00-11:30", "shifts.mon", "shifts"),
        ("shifts.mon", ["07:00"], "shifts.mon", "clock"),
        ("shifts.mon", ["13:30-17:00", "07:00-11:30"], "shifts.mon", "order"),
        ("shifts.mon", ["07:00-07:00"], "shifts.mon", "order"),
        ("cut_off", 900, "cut_off", "clock"),
        ("years", [], "years", "gap"),
        ("years.1.year", 2028, "years", "gap"),
        ("years.1.status", "maybe", "years[1]", "year"),
        ("years.0.days.1.kind", "party", "years[0].days[1]", "day"),
        ("years.0.days.1.date", "2/9", "years[0].days[1]", "day"),
        ("years.0.days.1.date", date(2027, 9, 2), "years[0].days[1]", "date"),
        ("years.0.days.1.date", date(2026, 8, 22), "years[0].days[1]", "date"),
        ("years.0.days.1.date", datetime(2026, 9, 2, tzinfo=UTC), "years[0].days[1]", "date"),
        ("years.0.days.0.shifts", ["8-"], "years[0].days[0].shifts", "clock"),
    ],
)
def test_every_mistake_is_named_at_its_place(path: str, value: object, place: str, code: str) -> None:
    problems = parse_calendar(_changed(path, value))
    assert isinstance(problems, tuple)
    assert (place, code) in [(problem.place, problem.code) for problem in problems]


def test_something_else_than_a_calendar() -> None:
    problems = parse_calendar(["mon"])
    assert isinstance(problems, tuple)
    assert problems[0].code == "not_a_calendar"


def test_files(tmp_path: Path) -> None:
    good, broken, impossible = (tmp_path / name for name in ("good.yaml", "broken.yaml", "impossible.yaml"))
    good.write_text(yaml.safe_dump(SMALL, allow_unicode=True), encoding="utf-8")
    broken.write_text("name: [", encoding="utf-8")
    impossible.write_text("date: 2026-02-30", encoding="utf-8")
    assert load_calendar(good) == parse_calendar(SMALL)
    for path, code in (
        (broken, "not_yaml"),
        (impossible, "not_yaml"),
        (tmp_path / "none.yaml", "unreadable"),
    ):
        problems = load_calendar(path)
        assert isinstance(problems, tuple)
        assert problems[0].code == code
