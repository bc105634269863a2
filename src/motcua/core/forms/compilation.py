# SPDX-License-Identifier: EUPL-1.2
"""From the text of a form to a form that can be asked, or to every reason why not."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from motcua.core.conditions import Kind, ValueType, check, parse
from motcua.core.values import Problem

from .definition import Form, Page, Question
from .liveness import find_dead
from .order import Asked, asked_in_form, asked_in_group, find_order_problems
from .schema import VERSION
from .source import read_pages

_KINDS: dict[str, Kind] = {
    **dict.fromkeys(("name", "personal_id", "phone", "email", "text", "long_text"), "text"),
    **dict.fromkeys(("date", "partial_date"), "date"),
    **dict.fromkeys(("choice", "select"), "choice"),
    **dict.fromkeys(("yes_no", "declaration"), "boolean"),
    **dict.fromkeys(("number", "money"), "number"),
    "address": "record",
    "group": "list",
}


def compile_form(source: Mapping[str, object]) -> Form | tuple[Problem, ...]:
    """The form written in the source (a form.yaml, read), or its problems, placed like "pages[0].title".

    Refused are: unknown types and keys, missing labels, ids used twice, conditions of the wrong type, on
    unknown choices, on later questions or in a circle, and questions that can never be asked.
    """
    pages = read_pages(source, parse)
    problems = [each for each in pages if isinstance(each, Problem)]
    read = tuple(each for each in pages if isinstance(each, Page))
    problems = problems or list(_find_problems(read))
    return tuple(problems) if problems else Form(VERSION, read)


def value_type(question: Question) -> ValueType:
    """The kind of value the question gives to conditions."""
    return ValueType(_KINDS[question.type], tuple(question.choice_labels))


def _find_problems(pages: Sequence[Page]) -> Iterator[Problem]:
    asked = asked_in_form(pages)
    same = [
        *_find_same(((page.id, f"pages[{index}].id") for index, page in enumerate(pages)), "trang"),
        *_find_same_questions(asked),
    ]
    if same:
        yield from same
        return
    yield from _find_in_scope(asked)
    for each in asked:
        if each.question.type == "group":
            yield from _find_in_scope(asked_in_group(each))


def _find_same_questions(asked: Sequence[Asked]) -> Iterator[Problem]:
    yield from _find_same(((each.question.id, f"{each.place}.id") for each in asked), "câu hỏi")
    for each in asked:
        items = asked_in_group(each)
        yield from _find_same(((item.question.id, f"{item.place}.id") for item in items), "câu hỏi")


def _find_same(ids: Iterable[tuple[str, str]], word: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for each, place in ids:
        if each in seen:
            yield Problem(place, "duplicate_id", f"Đã có {word} mang mã “{each}”. Đặt mã khác")
        seen.add(each)


def _find_in_scope(asked: Sequence[Asked]) -> Iterator[Problem]:
    """Faults of conditions among questions that see one another: of a form, or of one entry of a group.

    Whether a question is dead is asked only when nothing else is wrong, since it would only repeat that.
    """
    types = {each.question.id: value_type(each.question) for each in asked}
    conditions = dict.fromkeys(pair for each in asked for pair in each.conditions)
    problems = [problem for condition, place in conditions for problem in check(condition, types, place)]
    problems.extend(dict.fromkeys(find_order_problems(asked)))
    yield from problems or find_dead(asked)
