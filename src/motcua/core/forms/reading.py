# SPDX-License-Identifier: EUPL-1.2
"""What a person typed on one page, read into answers and problems; no input makes an exception."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from motcua.core.conditions import TODAY, Answers
from motcua.core.values import Problem

from .definition import Form, Question
from .evaluation import evaluate, is_shown
from .fields import field_names, first_text, read_question, show_fields
from .wording import ask_for_entries

RawInput = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class PageReading:
    """One page, or one entry of a group, as it was filled in.

    question_ids: what is visible after this input, in order: show these again when there are problems.
    answers: values of the questions that were answered well.
    problems: placed at a question id or at one of its fields, such as "birth_date.month".
    raw: what was typed, by field name, for showing it again.
    """

    page_id: str
    question_ids: tuple[str, ...]
    answers: dict[str, object]
    problems: tuple[Problem, ...]
    raw: dict[str, str]


def read_page(form: Form, page_id: str, raw: RawInput, answers: Answers) -> PageReading:
    """Read the fields of one page.

    raw: all values by field name, as a web form sends them. answers: those saved so far, with the day.
    A group on the page is not read here (see read_item); only the number of its entries is judged.
    """
    page = form.page(page_id)
    if page is None:
        problem = Problem("", "unknown_page", "Trang này không còn nữa. Quay lại danh sách câu hỏi")
        return PageReading(page_id, (), {}, (problem,), {})
    own = {question.id for question in page.questions}
    counted = _with_day(evaluate(form, answers).answers, answers)
    before = {key: value for key, value in counted.items() if key not in own}
    return _read(page_id, page.questions, raw, before, answers)


def read_item(form: Form, group_id: str, raw: RawInput, answers: Answers | None = None) -> PageReading:
    """Read the fields of one entry of a group; the reading's answers are the entry.

    answers: needed only for the day on which the form is answered (see with_today).
    """
    group = form.question(group_id)
    if group is None or group.type != "group":
        problem = Problem("", "unknown_page", "Mục này không còn nữa. Quay lại danh sách câu hỏi")
        return PageReading(group_id, (), {}, (problem,), {})
    return _read(group_id, group.items, raw, _with_day({}, answers or {}), {})


def apply_reading(form: Form, answers: Answers, reading: PageReading) -> dict[str, object]:
    """The answers to save: those before, with this page's instead of its old ones, hidden ones dropped."""
    page = form.page(reading.page_id)
    own = {question.id for question in page.questions if question.type != "group"} if page else set()
    kept = {key: value for key, value in answers.items() if key not in own}
    return evaluate(form, {**kept, **reading.answers}).answers


def visible_questions(form: Form, page_id: str, answers: Answers) -> tuple[Question, ...]:
    """The questions to show on a page, in order; none for a page that does not exist."""
    page = form.page(page_id)
    shown = evaluate(form, answers).question_ids
    return tuple(question for question in page.questions if question.id in shown) if page else ()


def page_fields(form: Form, page_id: str, answers: Answers) -> dict[str, str]:
    """Field name to text for every question of the page, as the saved answers fill them."""
    page = form.page(page_id)
    return _fields(page.questions, answers) if page else {}


def item_fields(form: Form, group_id: str, item: Answers) -> dict[str, str]:
    """Field name to text for one entry of a group."""
    group = form.question(group_id)
    return _fields(group.items, item) if group else {}


def _fields(questions: tuple[Question, ...], answers: Answers) -> dict[str, str]:
    fields: dict[str, str] = {}
    for question in questions:
        fields.update(show_fields(question, answers.get(question.id)))
    return fields


def _with_day(target: Mapping[str, object], answers: Answers) -> dict[str, object]:
    return {**target, TODAY: answers[TODAY]} if TODAY in answers else {**target}


def _read(
    page_id: str,
    questions: tuple[Question, ...],
    raw: RawInput,
    known: dict[str, object],
    saved: Answers,
) -> PageReading:
    """Read in order, so that an answer on this page can show or hide the questions below it."""
    found: dict[str, object] = {}
    problems: list[Problem] = []
    shown: list[str] = []
    typed: dict[str, str] = {}
    for question in questions:
        if not is_shown(question, known):
            continue
        shown.append(question.id)
        if question.type == "group":
            problems.extend(ask_for_entries(question, saved.get(question.id)))
            continue
        fields = {name: first_text(raw, name) for name in field_names(question)}
        typed.update(fields)
        value, troubles = read_question(question, fields, known.get(TODAY))
        problems.extend(troubles)
        if value is not None:
            found[question.id] = known[question.id] = value
    return PageReading(page_id, tuple(shown), found, tuple(problems), typed)
