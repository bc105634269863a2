# SPDX-License-Identifier: EUPL-1.2
"""A time limit as the procedure states it: an amount and a unit."""

from dataclasses import dataclass
from enum import StrEnum

from motcua.core.values import Problem, fold

# Longer than any limit of law, and short enough that no date overflows.
LONGEST = 10_000


class TermUnit(StrEnum):
    """Units of a limit. `hours` and `days` run by the wall clock and calendar, the working ones do not."""

    HOURS = "hours"
    WORKING_HOURS = "working_hours"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    SAME_DAY = "same_day"


_WORDS = {
    TermUnit.HOURS: "giờ",
    TermUnit.WORKING_HOURS: "giờ làm việc",
    TermUnit.DAYS: "ngày",
    TermUnit.WORKING_DAYS: "ngày làm việc",
    TermUnit.MONTHS: "tháng",
    TermUnit.SAME_DAY: "trong ngày",
}
_UNITS = {fold(word): unit for unit, word in _WORDS.items()} | {
    spelling: unit for unit in TermUnit for spelling in (unit.value, unit.value.replace("_", " "))
}


@dataclass(frozen=True, slots=True)
class Term:
    """A limit: 1 to 10,000 of a unit; a same-day limit has the amount 1."""

    amount: int
    unit: TermUnit

    def __post_init__(self) -> None:
        if not 1 <= self.amount <= LONGEST:
            raise ValueError(f"A term is 1 to {LONGEST} units long, not {self.amount}")


def describe_term(term: Term) -> str:
    """“3 ngày làm việc”, “trong ngày”."""
    words = _WORDS[term.unit]
    return words if term.unit is TermUnit.SAME_DAY else f"{term.amount} {words}"


def parse_term(text: str) -> Term | Problem:
    """A term written by a person: “3 working_days”, “3 ngày làm việc”, “8 hours”, “same_day”."""
    words = fold(text)
    if _UNITS.get(words) is TermUnit.SAME_DAY:
        return Term(1, TermUnit.SAME_DAY)
    number, _, rest = words.partition(" ")
    unit = _UNITS.get(rest)
    if not (number.isascii() and number.isdigit()) or unit in {None, TermUnit.SAME_DAY}:
        return _not_understood(text)
    amount = int(number[:6])
    if unit is None or not 1 <= amount <= LONGEST or len(number) > 6:
        return Problem("term", "out_of_range", f"Thời hạn phải từ 1 đến {LONGEST}. Bạn đã ghi “{text}”.")
    return Term(amount, unit)


def _not_understood(text: str) -> Problem:
    examples = "“3 working_days”, “8 working_hours”, “24 hours”, “10 days”, “2 months” hoặc “same_day”"
    message = f"Chưa hiểu thời hạn “{text}”. Hãy ghi số và đơn vị, ví dụ {examples}."
    return Problem("term", "not_understood", message)
