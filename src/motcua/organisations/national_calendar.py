# SPDX-License-Identifier: EUPL-1.2
"""Reading a working calendar from YAML; the national one is data/calendar_vn.yaml, which shows the shape."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from functools import lru_cache
from pathlib import Path

import yaml

from motcua.core.deadlines import Calendar, DayEntry, DayKind, Shift
from motcua.core.values import Problem

NATIONAL_CALENDAR_NAME = "mac-dinh"

_NATIONAL_FILE = Path(__file__).parent / "data" / "calendar_vn.yaml"
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_KINDS = tuple(kind.value for kind in DayKind)
_STATUSES = ("decided", "projected")
# After this day of the last covered year a deadline may well cross into a year without any data.
_NEXT_YEAR_NEEDED = (9, 30)
# Swaps for 1 January have come a week before it; by this day the decision of a year is long published.
_DECISION_NEEDED = (1, 20)


@lru_cache(maxsize=1)
def national_calendar() -> Calendar:
    """The default calendar: Monday to Friday, 07:30–11:30 and 13:30–17:30, national days off."""
    calendar = load_calendar(_NATIONAL_FILE)
    if isinstance(calendar, Calendar):
        return calendar
    raise ValueError(f"{_NATIONAL_FILE.name}: {calendar}")


def load_calendar(path: Path) -> Calendar | tuple[Problem, ...]:
    """The calendar in a YAML file, or every problem in it."""
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        message = f"Không đọc được tệp lịch “{path}”. Hãy kiểm tra lại đường dẫn."
        return (Problem(str(path), "unreadable", message),)
    except (yaml.YAMLError, ValueError):
        message = f"Tệp “{path}” chưa đúng YAML. Hãy so với tệp calendar_vn.yaml."
        return (Problem(str(path), "not_yaml", message),)
    return parse_calendar(data)


def parse_calendar(data: object) -> Calendar | tuple[Problem, ...]:
    """The calendar described by the mapping read from YAML, or every problem in it."""
    return _Reader().read(data)


def reminder(calendar: Calendar, today: date) -> str:
    """Why the calendar must be mended now, in a sentence; empty while no deadline can become wrong.

    A dossier received today may be due months ahead: the next year is asked for a quarter before this ends.
    """
    if today > date(calendar.last_year, *_NEXT_YEAR_NEEDED):
        return f"Hãy thêm ngày nghỉ năm {calendar.last_year + 1} vào lịch “{calendar.name}”."
    for year in sorted(calendar.projected_years):
        if today >= date(year, *_DECISION_NEEDED):
            return f"Ngày nghỉ năm {year} của lịch “{calendar.name}” còn là dự kiến. Hãy sửa theo quyết định."
    return ""


class _Reader:
    """Collects every problem of one calendar instead of stopping at the first."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []

    def read(self, data: object) -> Calendar | tuple[Problem, ...]:
        """The calendar, or the problems found."""
        if not isinstance(data, Mapping):
            return (Problem("", "not_a_calendar", "Tệp lịch cần có các mục name, shifts và years."),)
        if not data.get("name"):
            self._add("name", "missing", "Ghi tên của lịch.")
        shifts = self._week(data.get("shifts"))
        cut_off = self._clock("cut_off", data["cut_off"]) if "cut_off" in data else None
        days: dict[date, DayEntry] = {}
        statuses = self._years(data.get("years"), days)
        if self._problems:
            return tuple(self._problems)
        projected = frozenset(year for year, status in statuses.items() if status == "projected")
        return Calendar(str(data["name"]), shifts, days, min(statuses), max(statuses), cut_off, projected)

    def _add(self, place: str, code: str, message: str) -> None:
        self._problems.append(Problem(place, code, message))

    def _week(self, data: object) -> dict[int, tuple[Shift, ...]]:
        if not isinstance(data, Mapping) or not data:
            self._add("shifts", "missing", "Ghi ca làm việc cho ít nhất một ngày trong tuần, từ mon đến sun.")
            return {}
        for name in data:
            if name not in _WEEKDAYS:
                known = ", ".join(_WEEKDAYS)
                self._add(f"shifts.{name}", "weekday", f"Chưa hiểu ngày “{name}”. Hãy dùng {known}.")
        return {
            number: self._shifts(f"shifts.{name}", data[name])
            for number, name in enumerate(_WEEKDAYS)
            if name in data
        }

    def _shifts(self, place: str, data: object) -> tuple[Shift, ...]:
        if not isinstance(data, Sequence) or isinstance(data, str) or not data:
            self._add(place, "shifts", "Ghi ca làm việc thành danh sách, ví dụ “07:30-11:30”, “13:30-17:30”.")
            return ()
        clocks = [self._clock(place, part) for text in data for part in _halves(text)]
        found = [clock for clock in clocks if clock is not None]
        if len(found) < len(clocks):
            return ()
        shifts = tuple(zip(found[::2], found[1::2], strict=True))
        if found != sorted(found) or any(start == end for start, end in shifts):
            self._add(place, "order", "Các ca trong ngày phải xếp theo giờ, giờ kết thúc sau giờ bắt đầu.")
            return ()
        return tuple(Shift(start, end) for start, end in shifts)

    def _clock(self, place: str, text: object) -> time | None:
        try:
            return time.fromisoformat(str(text).strip()).replace(tzinfo=None)
        except ValueError:
            self._add(place, "clock", f"Chưa hiểu giờ “{text}”. Hãy ghi trong ngoặc kép, ví dụ “07:30”.")
            return None

    def _years(self, data: object, days: dict[date, DayEntry]) -> dict[int, str]:
        statuses: dict[int, str] = {}
        for place, year in _numbered("years", data):
            match year:
                case {"year": int(number), "status": str(status), "days": entries} if status in _STATUSES:
                    statuses[number] = status
                    self._days(place, number, entries, days)
                case _:
                    self._add(place, "year", "Mỗi năm cần có year, status (decided hoặc projected) và days.")
        if not statuses or len(statuses) != max(statuses) - min(statuses) + 1:
            self._add("years", "gap", "Các năm phải liền nhau, không thiếu năm nào ở giữa.")
        return statuses

    def _days(self, place: str, year: int, data: object, days: dict[date, DayEntry]) -> None:
        for entry_place, entry in _numbered(f"{place}.days", data):
            match entry:
                case {"date": date() as day, "kind": str(kind), "name": str(name), **rest} if kind in _KINDS:
                    if type(day) is not date or day.year != year or day in days:
                        message = f"Ngày {day} phải thuộc năm {year}, không kèm giờ và chỉ ghi một lần."
                        self._add(entry_place, "date", message)
                    given = rest.get("shifts")
                    shifts = None if given is None else self._shifts(f"{entry_place}.shifts", given)
                    days[day] = DayEntry(DayKind(kind), name, str(rest.get("decision", "")), shifts)
                case _:
                    kinds = ", ".join(_KINDS)
                    self._add(entry_place, "day", f"Ghi date (ví dụ 2026-01-31), kind ({kinds}) và name.")


def _numbered(place: str, data: object) -> list[tuple[str, object]]:
    items = data if isinstance(data, list) else []
    return [(f"{place}[{number}]", item) for number, item in enumerate(items)]


def _halves(text: object) -> tuple[str, str]:
    start, _, end = str(text).partition("-")
    return start, end
