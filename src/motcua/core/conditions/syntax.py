# SPDX-License-Identifier: EUPL-1.2
"""How authors write conditions, in YAML or JSON.

A condition is one of:

    true, false
    {answer: has_child}                          the yes/no answer is yes
    {answered: nickname}
    {equals: [marital_status, divorced]}         also not_equals
    {greater: [income, 5000000]}                 also greater_or_equal, less, less_or_equal
    {in: [marital_status, [divorced, widowed]]}
    {contains: [address_note, "hẻm"]}
    {age_at_least: [birth_date, 18]}
    {all: [...]}, {any: [...]}, {not: ...}

The first place of a comparison is a question id, the second a fixed value. Either may instead be an
expression: {answer: other_question}, {count: children}, {const: divorced}, {date: "27/3/2026"},
{today: true}, or {years_between: [from, to]}, whose places are a question id, "today", or {date: ...}.
"""

from collections.abc import Callable, Mapping
from typing import get_args

from motcua.core.values import PartialDate, Problem, parse_date_text

from .tree import (
    All,
    Answer,
    Answered,
    AnyOf,
    Compare,
    Condition,
    Constant,
    Contains,
    Count,
    Expression,
    In,
    Not,
    Operator,
    Scalar,
    Today,
    YearsBetween,
)

_OPERATORS: dict[str, Operator] = {operator: operator for operator in get_args(Operator)}
# Deep enough for any rule a person can read, shallow enough for recursion.
_DEPTH = 20
_NEVER = Constant(value=False)


def parse(source: object, place: str = "") -> Condition | tuple[Problem, ...]:
    """The condition written in the source, or every problem with its place, such as "visible_if.all[1]"."""
    reader = _Reader()
    condition = reader.condition(source, place, 0)
    return tuple(reader.problems) or condition


class _Reader:
    """Collects problems while it reads, so that an author sees all of them at once."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def condition(self, source: object, place: str, depth: int) -> Condition:
        """The condition at the place; after a problem, one that never holds."""
        if isinstance(source, bool):
            return Constant(source)
        if depth > _DEPTH:
            return self._wrong(place, "too_deep", f"Điều kiện lồng quá {_DEPTH} tầng. Viết gọn lại")
        if not isinstance(source, Mapping) or len(source) != 1:
            return self._wrong(place, "not_a_condition", "Cần một phép, ví dụ {equals: [mã câu, giá trị]}")
        operator, rest = next(iter(source.items()))
        return self._operation(operator, rest, f"{place}.{operator}" if place else str(operator), depth)

    def _operation(self, operator: object, rest: object, at: str, depth: int) -> Condition:
        if operator in ("all", "any"):
            parts = self._parts(rest, at, depth)
            return All(parts) if operator == "all" else AnyOf(parts)
        if operator == "not":
            return Not(self.condition(rest, at, depth + 1))
        if operator in ("answer", "answered"):
            question = self._question(rest, at)
            return Answer(question) if operator == "answer" else Answered(question)
        if isinstance(operator, str) and (operator in _OPERATORS or operator in _PAIRS):
            return self._pair(operator, rest, at)
        return self._wrong(
            at, "unknown_operator", f"Không có phép “{operator}”. Xem danh sách phép trong hướng dẫn"
        )

    def _parts(self, rest: object, at: str, depth: int) -> tuple[Condition, ...]:
        if not isinstance(rest, list) or not rest:
            self._wrong(at, "not_a_list", "Cần một danh sách có ít nhất một điều kiện")
            return ()
        return tuple(self.condition(part, f"{at}[{index}]", depth + 1) for index, part in enumerate(rest))

    def _pair(self, operator: str, rest: object, at: str) -> Condition:
        if not isinstance(rest, list) or len(rest) != 2:
            return self._wrong(at, "not_a_pair", "Phép này cần đúng hai phần: câu hỏi và giá trị")
        if operator in _OPERATORS:
            left, right = self._left(rest[0], f"{at}[0]"), self._right(rest[1], f"{at}[1]")
            return Compare(_OPERATORS[operator], left, right)
        return _PAIRS[operator](self, rest[0], rest[1], at)

    def read_in(self, left: object, right: object, at: str) -> Condition:
        """{in: [left, [values]]}."""
        if not isinstance(right, list) or not right:
            return self._wrong(f"{at}[1]", "not_a_list", "Cần một danh sách giá trị, ví dụ [a, b]")
        values = tuple(self._scalar(value, f"{at}[1][{index}]") for index, value in enumerate(right))
        return In(self._left(left, f"{at}[0]"), values)

    def read_contains(self, left: object, right: object, at: str) -> Condition:
        """{contains: [left, words]}."""
        if not isinstance(right, str) or not right.strip():
            return self._wrong(f"{at}[1]", "not_text", "Cần ghi những chữ phải có, đặt trong dấu nháy")
        return Contains(self._left(left, f"{at}[0]"), right)

    def read_age(self, left: object, right: object, at: str) -> Condition:
        """{age_at_least: [date question, years]}, short for years_between up to today."""
        if type(right) is not int or right < 0:
            return self._wrong(f"{at}[1]", "not_a_number", "Tuổi là một số nguyên, ví dụ 18")
        years = YearsBetween(Answer(self._question(left, f"{at}[0]")), Today())
        return Compare("greater_or_equal", years, Constant(right))

    def _left(self, source: object, at: str) -> Expression:
        return Answer(self._question(source, at)) if isinstance(source, str) else self._right(source, at)

    def _right(self, source: object, at: str) -> Expression:
        if not isinstance(source, Mapping):
            return Constant(self._scalar(source, at))
        name, rest = next(iter(source.items())) if len(source) == 1 else (None, None)
        match name:
            case "answer":
                found: Expression = Answer(self._question(rest, f"{at}.answer"))
            case "count":
                found = Count(self._question(rest, f"{at}.count"))
            case "today":
                found = Today()
            case "years_between":
                found = self._years(rest, f"{at}.years_between")
            case "const":
                found = Constant(self._scalar(rest, f"{at}.const"))
            case _:
                found = Constant(self._scalar(source, at))
        return found

    def _years(self, source: object, at: str) -> Expression:
        if not isinstance(source, list) or len(source) != 2:
            return self._wrong(at, "not_a_pair", "Phép này cần đúng hai ngày: từ ngày và đến ngày")
        start, end = (self._moment(part, f"{at}[{index}]") for index, part in enumerate(source))
        return YearsBetween(start, end)

    def _moment(self, source: object, at: str) -> Answer | Today | Constant:
        if source == "today":
            return Today()
        if isinstance(source, Mapping):
            return Constant(self._scalar(source, at))
        return Answer(self._question(source, at))

    def _scalar(self, source: object, at: str) -> Scalar:
        if isinstance(source, (str, int)):
            return source
        if isinstance(source, Mapping) and set(source) == {"date"}:
            found = parse_date_text(str(source["date"]), place=at)
            if isinstance(found, PartialDate):
                return found
            self.problems.append(found)
            return ""
        self._wrong(at, "not_a_value", "Giá trị phải là chữ, số nguyên, true, false hoặc {date: 27/3/2026}")
        return ""

    def _question(self, source: object, at: str) -> str:
        if isinstance(source, str) and source:
            return source
        self._wrong(at, "not_a_question", "Cần ghi mã của một câu hỏi")
        return ""

    def _wrong(self, place: str, code: str, message: str) -> Constant:
        self.problems.append(Problem(place, code, message))
        return _NEVER


_PAIRS: dict[str, Callable[[_Reader, object, object, str], Condition]] = {
    "in": _Reader.read_in,
    "contains": _Reader.read_contains,
    "age_at_least": _Reader.read_age,
}
