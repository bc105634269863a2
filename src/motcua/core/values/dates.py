# SPDX-License-Identifier: EUPL-1.2
"""Dates as people know them: a full date, a month, or only a year."""

import calendar
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from motcua.core.values.outcome import Problem
from motcua.core.values.text import normalise

FIRST_YEAR = 1800
LAST_YEAR = 2200


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date whose day, or day and month, may be unknown.

    Old civil records often hold only a year of birth, so such dates are first-class values.
    """

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, date: dt.date) -> Self:
        """The full date as a PartialDate."""
        return cls(date.year, date.month, date.day)

    @classmethod
    def from_json(cls, stored: object) -> Self | None:
        """The date in {"year": 1950, "month": 3 or None, "day": 27 or None}; None when it is not one."""
        if not isinstance(stored, Mapping):
            return None
        year = _whole(stored.get("year"), FIRST_YEAR, LAST_YEAR)
        month = _whole(stored.get("month"), 1, 12)
        day = _whole(stored.get("day"), 1, calendar.monthrange(year, month)[1]) if year and month else None
        if year is None or (month, day) != (stored.get("month"), stored.get("day")):
            return None
        return cls(year, month, day)

    def to_json(self) -> dict[str, int | None]:
        """The date as a plain dict, the form in which answers are stored."""
        return {"year": self.year, "month": self.month, "day": self.day}

    @property
    def is_full(self) -> bool:
        """Whether the day is known."""
        return self.day is not None

    def earliest(self) -> dt.date:
        """The first day this date can mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    def latest(self) -> dt.date:
        """The last day this date can mean."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def show(self) -> str:
        """The date for people: "27/3/2026", "tháng 3 năm 1950", "năm 1950"."""
        if self.month is None:
            return f"năm {self.year}"
        if self.day is None:
            return f"tháng {self.month} năm {self.year}"
        return f"{self.day}/{self.month}/{self.year}"


def _whole(value: object, least: int, most: int) -> int | None:
    """The value when it is a whole number within the bounds; true and false are not numbers here."""
    return value if type(value) is int and least <= value <= most else None


def parse_date(
    day: str, month: str, year: str, *, place: str = "", partial: bool = False
) -> PartialDate | Problem:
    """The date typed in three fields, or the first problem, placed at "<place>.day", ".month" or ".year".

    partial: whether the day, or day and month, may be left empty.
    """
    day, month, year = normalise(day), normalise(month), normalise(year)
    year_read = _read_year(year, place)
    if isinstance(year_read, Problem):
        return year_read
    if partial and not day and not month:
        return PartialDate(year_read)
    month_read = _read_month(month, place)
    if isinstance(month_read, Problem):
        return month_read
    if partial and not day:
        return PartialDate(year_read, month_read)
    return _read_day(day, month_read, year_read, place)


def parse_date_text(text: str, *, place: str = "", partial: bool = True) -> PartialDate | Problem:
    """The date typed in one line: "27/3/2026", "27-3-2026", "3/1950" or "1950"."""
    parts = [part.strip() for part in normalise(text).replace("-", "/").replace(".", "/").split("/")]
    if len(parts) > 3:
        return Problem(place, "not_a_date", "Ngày ghi theo thứ tự ngày, tháng, năm, ví dụ 27/3/2026")
    day, month, year = [""] * (3 - len(parts)) + parts
    found = parse_date(day, month, year, place=place, partial=partial)
    if isinstance(found, Problem):
        return Problem(place, found.code, found.message)
    return found


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else None


def _read_year(text: str, place: str) -> int | Problem:
    at = f"{place}.year"
    if not text:
        return Problem(at, "missing", "Nhập năm, gồm 4 chữ số")
    year = _number(text)
    if year is None or len(text) != 4:
        return Problem(at, "not_a_year", "Năm gồm 4 chữ số, ví dụ 1986")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Problem(at, "not_a_year", f"Năm phải từ {FIRST_YEAR} đến {LAST_YEAR}")
    return year


def _read_month(text: str, place: str) -> int | Problem:
    at = f"{place}.month"
    if not text:
        return Problem(at, "missing", "Nhập tháng, từ 1 đến 12")
    month = _number(text)
    if month is None or not 1 <= month <= 12:
        return Problem(at, "not_a_month", "Tháng phải từ 1 đến 12")
    return month


def _read_day(text: str, month: int, year: int, place: str) -> PartialDate | Problem:
    at = f"{place}.day"
    if not text:
        return Problem(at, "missing", "Nhập ngày, từ 1 đến 31")
    day = _number(text)
    if day is None or not 1 <= day <= 31:
        return Problem(at, "not_a_day", "Ngày phải từ 1 đến 31")
    if day > calendar.monthrange(year, month)[1]:
        return Problem(at, "no_such_day", f"Tháng {month}/{year} không có ngày {day}. Nhập lại ngày")
    return PartialDate(year, month, day)
