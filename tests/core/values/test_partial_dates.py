"""Dates as people type, store and read them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.core.values import PartialDate, Problem, parse_date, parse_date_text

partial_dates = st.dates(dt.date(1800, 1, 1), dt.date(2200, 12, 31)).flatmap(
    lambda date: st.sampled_from(
        [PartialDate.of(date), PartialDate(date.year, date.month), PartialDate(date.year)]
    )
)


@pytest.mark.parametrize(
    ("typed", "code", "place", "message"),
    [
        (("30", "2", "2026"), "no_such_day", "born.day", "Tháng 2/2026 không có ngày 30. Nhập lại ngày"),
        (("29", "2", "1900"), "no_such_day", "born.day", "Tháng 2/1900 không có ngày 29. Nhập lại ngày"),
        (("1", "13", "2026"), "not_a_month", "born.month", "Tháng phải từ 1 đến 12"),
        (("1", "x", "2026"), "not_a_month", "born.month", "Tháng phải từ 1 đến 12"),
        (("32", "1", "2026"), "not_a_day", "born.day", "Ngày phải từ 1 đến 31"),
        (("1", "1", "86"), "not_a_year", "born.year", "Năm gồm 4 chữ số, ví dụ 1986"),
        (("1", "1", "0026"), "not_a_year", "born.year", "Năm phải từ 1800 đến 2200"),
        (("1", "1", "١٩٨٦"), "not_a_year", "born.year", "Năm gồm 4 chữ số, ví dụ 1986"),
        (("", "1", "2026"), "missing", "born.day", "Nhập ngày, từ 1 đến 31"),
        (("1", "", "2026"), "missing", "born.month", "Nhập tháng, từ 1 đến 12"),
        (("1", "1", " "), "missing", "born.year", "Nhập năm, gồm 4 chữ số"),
    ],
)
def test_says_which_part_of_a_date_to_mend(
    typed: tuple[str, str, str], code: str, place: str, message: str
) -> None:
    assert parse_date(*typed, place="born") == Problem(place, code, message)


@pytest.mark.parametrize(
    ("typed", "date", "shown"),
    [
        ((" 27 ", "03", "2026"), PartialDate(2026, 3, 27), "27/3/2026"),
        (("29", "2", "2024"), PartialDate(2024, 2, 29), "29/2/2024"),
        (("", "3", "1950"), PartialDate(1950, 3), "tháng 3 năm 1950"),
        (("", "", "1950"), PartialDate(1950), "năm 1950"),
    ],
)
def test_reads_and_shows_a_date_as_far_as_it_is_known(
    typed: tuple[str, str, str], date: PartialDate, shown: str
) -> None:
    assert parse_date(*typed, partial=True) == date
    assert date.show() == shown


def test_a_day_without_its_month_is_asked_for_the_month() -> None:
    found = parse_date("5", "", "1950", place="born", partial=True)
    assert found == Problem("born.month", "missing", "Nhập tháng, từ 1 đến 12")


@pytest.mark.parametrize("text", ["27/3/2026", "27-3-2026", " 27.03.2026 "])
def test_reads_a_date_on_one_line(text: str) -> None:
    assert parse_date_text(text) == PartialDate(2026, 3, 27)


def test_reads_a_month_or_a_year_on_one_line() -> None:
    assert parse_date_text("3/1950") == PartialDate(1950, 3)
    assert parse_date_text("1950") == PartialDate(1950)


@pytest.mark.parametrize("text", ["1/2/3/4", "hôm qua", "31/4/2026", ""])
def test_refuses_another_line(text: str) -> None:
    found = parse_date_text(text, place="born")
    assert isinstance(found, Problem)
    assert found.place == "born"


def test_a_year_alone_is_not_a_full_date() -> None:
    assert isinstance(parse_date_text("1950", partial=False), Problem)


@given(partial_dates)
def test_what_is_stored_comes_back(date: PartialDate) -> None:
    assert PartialDate.from_json(date.to_json()) == date
    assert date.earliest() <= date.latest()
    assert date.is_full == (date.earliest() == date.latest())


@pytest.mark.parametrize(
    "stored",
    [
        None,
        "2026-03-27",
        {},
        {"year": True},
        {"year": 2026, "day": 3},
        {"year": 2026, "month": 13},
        {"year": 2026, "month": 2, "day": 30},
        {"year": 2026, "month": "3"},
        {"year": 99},
        {"year": 2026, "month": 0},
    ],
)
def test_what_is_no_date_is_not_read_as_one(stored: object) -> None:
    assert PartialDate.from_json(stored) is None


@given(st.text(), st.text(), st.text(), st.booleans())
def test_no_typing_makes_an_exception(day: str, month: str, year: str, partial: bool) -> None:
    assert isinstance(parse_date(day, month, year, partial=partial), PartialDate | Problem)
