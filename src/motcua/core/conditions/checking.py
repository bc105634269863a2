# SPDX-License-Identifier: EUPL-1.2
"""Faults of a condition that can be seen before anyone answers."""

from collections.abc import Iterator, Mapping

from motcua.core.values import PartialDate, Problem

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
    Scalar,
    Today,
    YearsBetween,
)
from .types import KIND_WORDS, Kind, ValueType

Types = Mapping[str, ValueType]

_ORDERED = frozenset({"number", "date"})
_NOT_COMPARED = frozenset({"record", "list"})
_TEXTS = frozenset({"text", "choice"})


def check(condition: Condition, types: Types, place: str = "") -> tuple[Problem, ...]:
    """Every fault: unknown questions and choices, comparisons of kinds that never meet.

    types: the kind of value of each question that may be spoken of.
    """
    return tuple(_check(condition, types, place))


def sources(condition: Condition) -> frozenset[str]:
    """Ids of the questions whose answers the condition reads."""
    return frozenset(_read(condition))


def _read(node: Condition | Expression) -> Iterator[str]:
    match node:
        case Answer(question) | Answered(question) | Count(question):
            yield question
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from _read(part)
        case Not(part):
            yield from _read(part)
        case Compare(_, left, right) | YearsBetween(left, right):
            yield from _read(left)
            yield from _read(right)
        case In(left) | Contains(left):
            yield from _read(left)


def _check(condition: Condition, types: Types, place: str) -> Iterator[Problem]:
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from _check(part, types, place)
        case Not(part):
            yield from _check(part, types, place)
        case Answered(question):
            yield from _known(question, types, place)
        case Compare(operator, left, right):
            yield from _check_compare(operator, left, right, types, place)
        case In(left, values):
            for value in values:
                yield from _check_compare("equals", left, Constant(value), types, place)
        case Contains(left):
            yield from _expect(left, _TEXTS, types, place, "Chỉ tìm được chữ trong câu trả lời bằng chữ")
        case _:
            message = "Điều kiện phải là câu hỏi có hoặc không, hoặc một phép so sánh"
            yield from _expect(condition, frozenset({"boolean"}), types, place, message)


def _check_compare(
    operator: str, left: Expression, right: Expression, types: Types, place: str
) -> Iterator[Problem]:
    inner = [*_check_expression(left, types, place), *_check_expression(right, types, place)]
    if inner:
        yield from inner
        return
    kinds = _kind(left, types), _kind(right, types)
    if operator in {"equals", "not_equals"}:
        yield from _check_same(left, right, kinds, types, place)
    elif kinds[0] != kinds[1] or kinds[0] not in _ORDERED:
        words = f"{KIND_WORDS[kinds[0]]} với {KIND_WORDS[kinds[1]]}"
        yield Problem(place, "wrong_type", f"Không so lớn bé được {words}. Chỉ so số với số, ngày với ngày")


def _check_same(
    left: Expression, right: Expression, kinds: tuple[Kind, Kind], types: Types, place: str
) -> Iterator[Problem]:
    alike = kinds[0] == kinds[1] or (kinds[0] in _TEXTS and kinds[1] in _TEXTS)
    if not alike or kinds[0] in _NOT_COMPARED:
        words = f"{KIND_WORDS[kinds[0]]} với {KIND_WORDS[kinds[1]]}"
        yield Problem(place, "wrong_type", f"Không so sánh được {words}. Sửa giá trị cho cùng loại")
        return
    for one, other in ((left, right), (right, left)):
        if isinstance(one, Answer) and isinstance(other, Constant):
            yield from _check_choice(one.question, other.value, types, place)


def _check_choice(question: str, value: Scalar, types: Types, place: str) -> Iterator[Problem]:
    known = types[question]
    if known.kind == "choice" and value not in known.choices:
        listed = ", ".join(known.choices)
        message = f"Câu hỏi “{question}” không có lựa chọn “{value}”. Các lựa chọn: {listed}"
        yield Problem(place, "unknown_choice", message)


def _expect(
    expression: Expression, wanted: frozenset[str], types: Types, place: str, message: str
) -> Iterator[Problem]:
    inner = list(_check_expression(expression, types, place))
    yield from inner
    if not inner and _kind(expression, types) not in wanted:
        yield Problem(place, "wrong_type", message)


def _check_expression(expression: Expression, types: Types, place: str) -> Iterator[Problem]:
    match expression:
        case Answer(question):
            yield from _known(question, types, place)
        case Count(question):
            yield from _known(question, types, place)
            if question in types and types[question].kind != "list":
                yield Problem(place, "wrong_type", f"Chỉ đếm được nhóm lặp lại; “{question}” không phải nhóm")
        case YearsBetween(start, end):
            message = "Chỉ tính được số năm giữa hai ngày"
            yield from _expect(start, frozenset({"date"}), types, place, message)
            yield from _expect(end, frozenset({"date"}), types, place, message)


def _known(question: str, types: Types, place: str) -> Iterator[Problem]:
    if question not in types:
        message = f"Không có câu hỏi “{question}” ở trước chỗ này. Kiểm tra lại mã câu hỏi"
        yield Problem(place, "unknown_question", message)


def _kind(expression: Expression, types: Types) -> Kind:
    match expression:
        case Answer(question):
            return types[question].kind
        case Today():
            return "date"
        case Count() | YearsBetween():
            return "number"
        case _:
            return _kind_of_value(expression.value)


def _kind_of_value(value: Scalar) -> Kind:
    if isinstance(value, PartialDate):
        return "date"
    if isinstance(value, bool):
        return "boolean"
    return "number" if isinstance(value, int) else "text"
