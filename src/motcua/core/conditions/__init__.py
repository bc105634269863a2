# SPDX-License-Identifier: EUPL-1.2
"""Conditions over answers."""

from .environment import TODAY, Answers, is_answered, with_today
from .evaluation import evaluate
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
    "Not",
    "Operator",
    "Scalar",
    "Today",
    "YearsBetween",
    "evaluate",
    "is_answered",
    "with_today",
]
