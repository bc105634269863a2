# SPDX-License-Identifier: EUPL-1.2
"""Whether a condition holds. Never an error: what is missing or of another kind compares as false."""

from collections.abc import Callable
from operator import eq, ge, gt, le, lt, ne

from motcua.core.values import PartialDate, fold

from .environment import TODAY, Answers, is_answered
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
)

_SAMENESS: dict[str, Callable[[object, object], bool]] = {"equals": eq, "not_equals": ne}
_ORDER: dict[str, Callable[[int, int], bool]] = {
    "greater": gt,
    "greater_or_equal": ge,
    "less": lt,
    "less_or_equal": le,
}


def evaluate(condition: Condition, answers: Answers) -> bool:
    """Whether the condition holds for these answers.

    answers: plain JSON values by question id, and the day under TODAY (see with_today) where ages matter.
    A comparison with a missing answer is false, so its negation by "not" is true.
    """
    match condition:
        case Compare():
            holds = _compare(condition, answers)
        case All(parts):
            holds = all(evaluate(part, answers) for part in parts)
        case AnyOf(parts):
            holds = any(evaluate(part, answers) for part in parts)
        case Not(part):
            holds = not evaluate(part, answers)
        case Answered(question):
            holds = is_answered(answers.get(question))
        case In(left, values):
            found = _value(left, answers)
            holds = any(_same(found, value) for value in values)
        case Contains(left, words):
            found = _value(left, answers)
            holds = isinstance(found, str) and fold(words) in fold(found)
        case _:
            holds = _value(condition, answers) is True
    return holds


def _compare(node: Compare, answers: Answers) -> bool:
    left, right = _value(node.left, answers), _value(node.right, answers)
    if left is None or right is None or not _comparable(left, right):
        return False
    sameness = _SAMENESS.get(node.operator)
    if sameness is not None:
        return sameness(left, right)
    return _ordered(node.operator, left, right)


def _ordered(operator: str, left: Scalar, right: Scalar) -> bool:
    """Order of two numbers, or of two dates by what is sure: a year alone is not before a day in it."""
    compare = _ORDER[operator]
    if isinstance(left, PartialDate) and isinstance(right, PartialDate):
        return compare(left.earliest().toordinal(), right.latest().toordinal()) and compare(
            left.latest().toordinal(), right.earliest().toordinal()
        )
    if type(left) is int and type(right) is int:
        return compare(left, right)
    return False


def _same(left: Scalar | None, right: Scalar) -> bool:
    return left is not None and _comparable(left, right) and left == right


def _comparable(left: Scalar, right: Scalar) -> bool:
    """Whether both are of one kind; true is not the number 1."""
    return type(left) is type(right)


def _value(expression: Expression, answers: Answers) -> Scalar | None:
    match expression:
        case Constant(value):
            return value
        case Answer(question):
            return _scalar(answers.get(question))
        case Today():
            return PartialDate.from_json(answers.get(TODAY))
        case Count(question):
            entries = answers.get(question)
            return len(entries) if isinstance(entries, (list, tuple)) else 0
        case _:
            return _years(_value(expression.start, answers), _value(expression.end, answers))


def _scalar(stored: object) -> Scalar | None:
    if isinstance(stored, (str, int)):
        return stored if is_answered(stored) else None
    return PartialDate.from_json(stored)


def _years(start: Scalar | None, end: Scalar | None) -> int | None:
    """Whole years surely passed: an unknown day or month of the start counts as its last day.

    So nobody is treated as having reached an age before it is sure. None when either is no date, and when the
    end is before the start.
    """
    if not isinstance(start, PartialDate) or not isinstance(end, PartialDate):
        return None
    first, last = start.latest(), end.earliest()
    years = last.year - first.year - ((last.month, last.day) < (first.month, first.day))
    return years if years >= 0 else None
