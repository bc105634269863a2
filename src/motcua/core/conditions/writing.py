# SPDX-License-Identifier: EUPL-1.2
"""A condition back in the form in which authors write it (see syntax.py)."""

from motcua.core.values import PartialDate

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


def to_source(condition: Condition) -> object:
    """The condition as an author would write it; parse gives the same condition back."""
    match condition:
        case Compare(operator, left, right):
            source: object = {operator: [_write_left(left), _write(right)]}
        case All(parts):
            source = {"all": [to_source(part) for part in parts]}
        case AnyOf(parts):
            source = {"any": [to_source(part) for part in parts]}
        case Not(part):
            source = {"not": to_source(part)}
        case In(left, values):
            source = {"in": [_write_left(left), [_write_scalar(value) for value in values]]}
        case Contains(left, words):
            source = {"contains": [_write_left(left), words]}
        case Answered(question):
            source = {"answered": question}
        case Answer(question):
            source = {"answer": question}
        case _:
            source = condition.value is True
    return source


def _write_left(expression: Expression) -> object:
    match expression:
        case Answer(question):
            return question
        case Constant(value):
            return {"const": _write_scalar(value)}
        case _:
            return _write(expression)


def _write(expression: Expression) -> object:
    match expression:
        case Answer(question):
            return {"answer": question}
        case Count(question):
            return {"count": question}
        case Today():
            return {"today": True}
        case YearsBetween(start, end):
            return {"years_between": [_write_moment(start), _write_moment(end)]}
        case _:
            return _write_scalar(expression.value)


def _write_moment(expression: Answer | Today | Constant) -> object:
    match expression:
        case Answer(question):
            return question
        case Today():
            return "today"
        case _:
            return _write_scalar(expression.value)


def _write_scalar(value: Scalar) -> object:
    if not isinstance(value, PartialDate):
        return value
    parts = (value.day, value.month, value.year)
    return {"date": "/".join(str(part) for part in parts if part is not None)}
