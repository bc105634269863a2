# SPDX-License-Identifier: EUPL-1.2
"""Questions that nobody can ever be asked.

Each answer is stood for by a few sample values, among them "no answer". A condition becomes alternatives;
each says which samples of which questions it allows, and a question is dead when no alternative is left. An
answer that must be there also brings the conditions of its own question. Whatever is too hard to judge (two
answers compared, dates, parts of texts) is taken to be possible: a live question is never refused.
"""

from collections.abc import Iterator, Mapping, Sequence

from motcua.core.conditions import (
    All,
    Answer,
    AnyOf,
    Compare,
    Condition,
    Constant,
    Contains,
    Count,
    Expression,
    In,
    Not,
    evaluate,
    sources,
)
from motcua.core.values import PartialDate, Problem

from .definition import Question
from .order import Asked

# An alternative: for some questions, the indices of the samples allowed. Sample 0 is "no answer".
Alternative = dict[str, frozenset[int]]
_ABSENT = 0
# Beyond so many alternatives a condition is taken to be possible.
_MOST = 400


def find_dead(asked: Sequence[Asked]) -> Iterator[Problem]:
    """A problem for each question whose conditions can never hold together; they must look only backwards."""
    samples = {each.question.id: _samples(each.question, asked) for each in asked}
    open_ways: dict[str, list[Alternative]] = {}
    for each in asked:
        ways = _Ways(samples, open_ways).of(each)
        open_ways[each.question.id] = ways
        if not ways:
            name = f"Câu hỏi “{each.question.id}”"
            message = f"{name} không bao giờ hiện vì các điều kiện trái nhau. Sửa điều kiện"
            yield Problem(each.conditions[-1][1], "dead_question", message)


class _Ways:
    """Turns conditions into alternatives."""

    def __init__(
        self, samples: Mapping[str, tuple[object, ...]], open_ways: Mapping[str, list[Alternative]]
    ) -> None:
        self._samples = samples
        self._open_ways = open_ways

    def of(self, asked: Asked) -> list[Alternative]:
        """The alternatives under which the question is asked."""
        ways = _every([self._alternatives(condition, wanted=True) for condition, _ in asked.conditions])
        return _limited([whole for way in ways for whole in self._with_earlier(way)])

    def _with_earlier(self, way: Alternative) -> list[Alternative]:
        """The alternative together with those under which the answers it needs can be given."""
        needed = [question for question, allowed in way.items() if _ABSENT not in allowed]
        return _every([[way], *(self._open_ways[question] for question in needed)])

    def _alternatives(self, condition: Condition, *, wanted: bool) -> list[Alternative]:
        match condition:
            case Not(part):
                return self._alternatives(part, wanted=not wanted)
            case All(parts) | AnyOf(parts):
                each = [self._alternatives(part, wanted=wanted) for part in parts]
                # "Not all" is "one not", "not any" is "every not".
                together = isinstance(condition, All) == wanted
                return _every(each) if together else _limited([way for ways in each for way in ways])
        return self._atom(condition, wanted=wanted)

    def _atom(self, atom: Condition, *, wanted: bool) -> list[Alternative]:
        read = sorted(sources(atom))
        if not read:
            return [{}] if evaluate(atom, {}) == wanted else []
        if len(read) == 1 and _is_exact(atom):
            question = read[0]
            values = enumerate(self._samples[question])
            allowed = frozenset(i for i, value in values if evaluate(atom, {question: value}) == wanted)
            return [{question: allowed}] if allowed else []
        return [self._all_present(_needed(atom))] if wanted else [{}]

    def _all_present(self, questions: Sequence[str]) -> Alternative:
        return {question: frozenset(range(1, len(self._samples[question]))) for question in questions}


def _is_exact(atom: Condition) -> bool:
    """Whether samples tell all there is to know about the atom."""
    if isinstance(atom, Contains):
        return False
    return all(_is_sampled(side) for side in _sides(atom))


def _is_sampled(side: Expression) -> bool:
    if isinstance(side, Constant):
        return not isinstance(side.value, PartialDate)
    return isinstance(side, (Answer, Count))


def _needed(atom: Condition) -> list[str]:
    """The answers without which the atom is false; a count needs none, since nothing counts as 0."""
    counted = {side.question for side in _sides(atom) if isinstance(side, Count)}
    return sorted(sources(atom) - counted)


def _sides(atom: Condition) -> tuple[Expression, ...]:
    if isinstance(atom, Compare):
        return (atom.left, atom.right)
    return (atom.left, Constant(atom.values[0])) if isinstance(atom, In) else ()


def _every(parts: Sequence[list[Alternative]]) -> list[Alternative]:
    """The alternatives in which one of each part holds."""
    ways: list[Alternative] = [{}]
    for part in parts:
        ways = _limited([both for way in ways for other in part if (both := _both(way, other)) is not None])
    return ways


def _both(one: Alternative, other: Alternative) -> Alternative | None:
    merged = dict(one)
    for question, allowed in other.items():
        merged[question] = merged.get(question, allowed) & allowed
        if not merged[question]:
            return None
    return merged


def _limited(ways: list[Alternative]) -> list[Alternative]:
    return ways if len(ways) <= _MOST else [{}]


def _samples(question: Question, asked: Sequence[Asked]) -> tuple[object, ...]:
    """No answer, then values that stand for all answers the conditions of the form can tell apart."""
    if question.type in {"choice", "select"}:
        return (None, *question.choice_labels)
    if question.type == "yes_no":
        return (None, True, False)
    if question.type == "declaration":
        return (None, True)
    if question.type == "group":
        return (None, *(({},) * number for number in range(1, (question.maximum or 0) + 1)))
    constants = _constants(question.id, asked)
    if question.type in {"number", "money"}:
        return (None, *_numbers(question, constants))
    # A text no condition names stands for all others; a date too, since dates are never judged by samples.
    texts = sorted(value for value in constants if isinstance(value, str))
    return (None, "\x00", *texts)


def _numbers(question: Question, constants: set[object]) -> list[int]:
    """Each number a condition names, its neighbours and the bounds, as far as they can be answered."""
    least, most = question.minimum or 0, question.maximum
    named = [value for value in constants if type(value) is int]
    near = {least, *(value + step for value in named for step in (-1, 0, 1))}
    return sorted(value for value in near if value >= least and (most is None or value <= most))


def _constants(question: str, asked: Sequence[Asked]) -> set[object]:
    """All fixed values with which conditions compare the answer."""
    found: set[object] = set()
    for each in asked:
        for condition, _ in each.conditions:
            found.update(_constants_of(condition, question))
    return found


def _constants_of(condition: Condition, question: str) -> Iterator[object]:
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from _constants_of(part, question)
        case Not(part):
            yield from _constants_of(part, question)
        case Compare(_, left, right) if question in sources(condition):
            yield from (side.value for side in (left, right) if isinstance(side, Constant))
        case In(_, values) if question in sources(condition):
            yield from values
