# SPDX-License-Identifier: EUPL-1.2
"""Conditions over answers: a typed tree that is written, checked, stored, evaluated and explained.

How authors write one stands in syntax.py.
"""

from .checking import check, sources
from .environment import TODAY, Answers, is_answered, with_today
from .evaluation import evaluate
from .explanation import explain
from .storage import from_json, to_json
from .syntax import parse
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
from .types import Kind, ValueType
from .writing import to_source

__all__ = [
    "TODAY",
    "All",
    "Answer",
    "Answered",
    "Answers",
    "AnyOf",
    "Compare",
    "Condition",
    "Constant",
    "Contains",
    "Count",
    "Expression",
    "In",
    "Kind",
    "Not",
    "Operator",
    "Scalar",
    "Today",
    "ValueType",
    "YearsBetween",
    "check",
    "evaluate",
    "explain",
    "from_json",
    "is_answered",
    "parse",
    "sources",
    "to_json",
    "to_source",
    "with_today",
]
