# SPDX-License-Identifier: EUPL-1.2
"""The text on an arrow, such as  outcome == 'accept' and amount > 1000.

A process is drawn by people we do not know, so the text has its own small grammar and evaluator; it never
becomes Python. A comparison with a fact that is missing or of another kind is false.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

MAX_LENGTH = 500
MAX_DEPTH = 20
Literal = str | bool | int | Decimal
_TOKEN = re.compile(
    r"\s*(?:(?P<string>'[^']*'|\"[^\"]*\")|(?P<number>-?\d+(?:\.\d+)?)(?![\w.])"
    r"|(?P<name>[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*)|(?P<sign>==|!=|<=|>=|[=<>(),]))"
)
_SIGNS = frozenset({"=", "==", "!=", "<", "<=", ">", ">="})
_WORDS = frozenset({"and", "or", "not", "in", "true", "false"})


class ConditionError(ValueError):
    """The text is not a condition; the message says where reading stopped."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A name against one literal, or against several with sign "in"."""

    name: str
    sign: str
    literals: tuple[Literal, ...]


@dataclass(frozen=True, slots=True)
class Every:
    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Some:
    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Opposite:
    part: "Condition"


Condition = Comparison | Every | Some | Opposite


def parse_condition(text: str) -> Condition:
    """The condition the text says. Raises ConditionError for anything outside the grammar."""
    if len(text) > MAX_LENGTH:
        raise ConditionError(f"longer than {MAX_LENGTH} characters")
    reader = _Reader(_tokens(text))
    condition = reader.some(0)
    if reader.peek() != ("end", ""):
        raise ConditionError(f"unexpected {reader.peek()[1]!r}")
    return condition


def holds(condition: Condition, facts: Mapping[str, object]) -> bool:
    """Whether the condition is true of the facts."""
    match condition:
        case Every(parts):
            return all(holds(part, facts) for part in parts)
        case Some(parts):
            return any(holds(part, facts) for part in parts)
        case Opposite(part):
            return not holds(part, facts)
    value = facts.get(condition.name)
    return any(_compare(value, condition.sign, literal) for literal in condition.literals)


def comparisons(condition: Condition) -> tuple[Comparison, ...]:
    """Every comparison inside, left to right: what the condition reads and against what."""
    match condition:
        case Every(parts) | Some(parts):
            return tuple(found for part in parts for found in comparisons(part))
        case Opposite(part):
            return comparisons(part)
    return (condition,)


def _compare(value: object, sign: str, literal: Literal) -> bool:
    if isinstance(value, bool) or isinstance(literal, bool):
        comparable = isinstance(value, bool) and isinstance(literal, bool) and sign in {"==", "!=", "in"}
    else:
        comparable = isinstance(value, str if isinstance(literal, str) else (int, float, Decimal))
    return comparable and not _is_nan(value) and _ordered(value, sign, literal)


def _is_nan(value: object) -> bool:
    return isinstance(value, (float, Decimal)) and Decimal(value).is_nan()


def _ordered(left: object, sign: str, right: Literal) -> bool:
    """Both sides are of one kind here, so the comparison cannot fail."""
    if sign in {"==", "in", "!="}:
        return (left == right) != (sign == "!=")
    below, same = left < right, left == right  # type: ignore[operator]
    return {"<": below, "<=": below or same, ">": not below and not same, ">=": not below}[sign]


def _tokens(text: str) -> list[tuple[str, str]]:
    tokens, place = [], 0
    text = text.strip()
    while place < len(text):
        found = _TOKEN.match(text, place)
        if found is None:
            raise ConditionError(f"unexpected {text[place:].strip()[:1]!r}")
        kind = str(found.lastgroup)
        word = found[kind]
        tokens.append(("word" if word in _WORDS else kind, word))
        place = found.end()
    return [*tokens, ("end", "")]


class _Reader:
    """Recursive descent over the tokens of one text."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self._tokens = tokens
        self._place = 0

    def peek(self) -> tuple[str, str]:
        return self._tokens[self._place]

    def _take(self) -> tuple[str, str]:
        token = self.peek()
        self._place = min(self._place + 1, len(self._tokens) - 1)
        return token

    def _skip(self, word: str) -> bool:
        found = self.peek() in {("word", word), ("sign", word)}
        if found:
            self._take()
        return found

    def _expect(self, word: str) -> None:
        if not self._skip(word):
            raise ConditionError(f"expected {word!r} before {self.peek()[1]!r}")

    def some(self, depth: int) -> Condition:
        parts = [self._every(depth)]
        while self._skip("or"):
            parts.append(self._every(depth))
        return parts[0] if len(parts) == 1 else Some(tuple(parts))

    def _every(self, depth: int) -> Condition:
        parts = [self._single(depth)]
        while self._skip("and"):
            parts.append(self._single(depth))
        return parts[0] if len(parts) == 1 else Every(tuple(parts))

    def _single(self, depth: int) -> Condition:
        if depth > MAX_DEPTH:
            raise ConditionError("too many brackets")
        if self._skip("not"):
            return Opposite(self._single(depth + 1))
        if self._skip("("):
            inner = self.some(depth + 1)
            self._expect(")")
            return inner
        return self._comparison()

    def _comparison(self) -> Comparison:
        kind, name = self._take()
        if kind != "name":
            raise ConditionError(f"expected a name instead of {name!r}")
        if self._skip("in"):
            return Comparison(name, "in", self._list())
        kind, sign = self._take()
        if kind != "sign" or sign not in _SIGNS:
            raise ConditionError(f"expected a comparison after {name!r}")
        return Comparison(name, "==" if sign == "=" else sign, (self._literal(),))

    def _list(self) -> tuple[Literal, ...]:
        self._expect("(")
        literals = [self._literal()]
        while self._skip(","):
            literals.append(self._literal())
        self._expect(")")
        return tuple(literals)

    def _literal(self) -> Literal:
        kind, word = self._take()
        if kind == "string":
            return word[1:-1]
        if kind == "number":
            return Decimal(word) if "." in word else int(word)
        if word in {"true", "false"}:
            return word == "true"
        raise ConditionError(f"expected a value instead of {word!r}")
