# SPDX-License-Identifier: EUPL-1.2
"""Whether every condition looks only backwards: no circles, no questions about what is asked later."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from motcua.core.conditions import Condition, sources
from motcua.core.values import Problem

from .definition import Page, Question


@dataclass(frozen=True, slots=True)
class Asked:
    """A question where it is asked, with all conditions it stands under and their places."""

    question: Question
    place: str
    conditions: tuple[tuple[Condition, str], ...]

    def reads(self) -> frozenset[str]:
        """Ids of the questions on which it depends that this one is asked."""
        return frozenset().union(*(sources(condition) for condition, _ in self.conditions))


def asked_in_form(pages: Sequence[Page]) -> tuple[Asked, ...]:
    """All questions of a form in order; each stands under the condition of its page and its own."""
    found: list[Asked] = []
    for number, page in enumerate(pages):
        place = f"pages[{number}]"
        above = ((page.visible_if, f"{place}.visible_if"),) if page.visible_if is not None else ()
        found.extend(_asked(page.questions, f"{place}.questions", above))
    return tuple(found)


def asked_in_group(group: Asked) -> tuple[Asked, ...]:
    """The questions of one entry of a group, which stand under their own conditions only."""
    return tuple(_asked(group.question.items, f"{group.place}.items", ()))


def _asked(
    questions: Sequence[Question], place: str, above: tuple[tuple[Condition, str], ...]
) -> Iterator[Asked]:
    for index, question in enumerate(questions):
        here = f"{place}[{index}]"
        own = ((question.visible_if, f"{here}.visible_if"),) if question.visible_if is not None else ()
        yield Asked(question, here, above + own)


def find_order_problems(asked: Sequence[Asked]) -> Iterator[Problem]:
    """Circles, each named once with all its questions, then conditions on questions that come later."""
    reads = {each.question.id: each.reads() for each in asked}
    circles = find_circles(reads)
    guilty = frozenset[str]().union(*circles)
    places = {each.question.id: each.place for each in asked}
    for circle in circles:
        yield Problem(places[circle[0]], "cycle", _describe(circle))
    seen: set[str] = set()
    for each in asked:
        if each.question.id not in guilty:
            yield from _find_later(each, seen, places)
        seen.add(each.question.id)


def _describe(circle: tuple[str, ...]) -> str:
    names = ", ".join(f"“{question}”" for question in circle)
    if len(circle) == 1:
        return f"Câu hỏi {names} chờ câu trả lời của chính nó nên không bao giờ hiện. Bỏ điều kiện này"
    return f"Các câu hỏi {names} chờ lẫn nhau nên không bao giờ hiện. Bỏ một điều kiện"


def _find_later(each: Asked, seen: set[str], places: Mapping[str, str]) -> Iterator[Problem]:
    for condition, place in each.conditions:
        for question in sorted(sources(condition)):
            if question in places and question not in seen:
                message = f"Câu hỏi “{question}” được hỏi sau chỗ này. Chuyển nó lên trước"
                yield Problem(place, "later_question", message)


def find_circles(reads: Mapping[str, frozenset[str]]) -> tuple[tuple[str, ...], ...]:
    """Groups of questions that wait for one another, in the order of the mapping."""
    reach = {question: _reach(question, reads) for question in reads}
    circles: dict[tuple[str, ...], None] = {}
    for question in reads:
        if question in reach[question]:
            mates = (other for other in reads if other in reach[question] and question in reach[other])
            circles[tuple(mates)] = None
    return tuple(circles)


def _reach(start: str, reads: Mapping[str, frozenset[str]]) -> set[str]:
    """All questions on which the start depends, directly or not."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for question in reads.get(waiting.pop(), ()):
            if question not in found:
                found.add(question)
                waiting.append(question)
    return found
