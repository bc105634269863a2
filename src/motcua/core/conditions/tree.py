# SPDX-License-Identifier: EUPL-1.2
"""The nodes of a condition: frozen values, compared and hashed by content."""

from dataclasses import dataclass
from typing import Literal

from motcua.core.values import PartialDate

Operator = Literal["equals", "not_equals", "greater", "greater_or_equal", "less", "less_or_equal"]
Scalar = str | int | bool | PartialDate


@dataclass(frozen=True, slots=True)
class Constant:
    """A fixed value; the constants true and false are conditions by themselves."""

    value: Scalar


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question; a yes/no answer is a condition by itself."""

    question: str


@dataclass(frozen=True, slots=True)
class Today:
    """The day on which the form is answered, as carried in the answers."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many entries a repeated group has; 0 when there is no answer."""

    question: str


@dataclass(frozen=True, slots=True)
class YearsBetween:
    """Whole years surely passed from one date to another."""

    start: "Answer | Today | Constant"
    end: "Answer | Today | Constant"


Expression = Constant | Answer | Today | Count | YearsBetween


@dataclass(frozen=True, slots=True)
class All:
    """True when every part is true; stops at the first false one."""

    parts: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True when one part is true; stops at the first true one."""

    parts: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    """True when the part is false, so also when the part speaks of a missing answer."""

    part: "Condition"


@dataclass(frozen=True, slots=True)
class Compare:
    """One comparison of two expressions; false when either is missing."""

    operator: Operator
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class In:
    """True when the expression has one of the values."""

    left: Expression
    values: tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class Contains:
    """True when the text holds the words, whatever their case and marks."""

    left: Expression
    words: str


@dataclass(frozen=True, slots=True)
class Answered:
    """True when the question has an answer."""

    question: str


Condition = Constant | Answer | All | AnyOf | Not | Compare | In | Contains | Answered
