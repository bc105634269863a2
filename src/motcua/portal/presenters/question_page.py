# SPDX-License-Identifier: EUPL-1.2
"""A page of questions as it is shown: first, again with problems, or with what ends the journey."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from motcua.core.forms import (
    Evaluation,
    Ineligible,
    Page,
    PageReading,
    Question,
    display,
    list_items,
    page_fields,
)
from motcua.core.forms.fields import show_fields
from motcua.core.values import Problem
from motcua.portal.holding import Held
from motcua.portal.known_values import known_values
from motcua.portal.presenters.fields import Field, field_of, links_of
from motcua.theme.formats import day


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a group: its first answer, the others in words, and its number from 0."""

    title: str
    text: str
    number: int


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """A page of questions, ready to show. shown: ids of its questions, to tell new ones from missed ones."""

    title: str
    one: bool
    fields: tuple[Field, ...]
    problems: tuple[Problem, ...]
    links: Mapping[str, str]
    shown: str
    step: str
    stop: Ineligible | None = None
    group: Question | None = None
    entries: tuple[Entry, ...] = ()


def first_showing(held: Held, evaluation: Evaluation, page: Page) -> QuestionPage:
    """The page with the saved answers, and known values where there is none."""
    texts = page_fields(held.revision.form, page.id, held.answers)
    notes = {}
    for known in known_values(held, evaluation.question_ids & _unanswered(page, evaluation)):
        texts |= show_fields(known.question, known.value)
        notes[known.question.id] = f"Điền sẵn từ {known.source} ngày {day(known.at)}. Sai thì bạn sửa lại"
    questions = tuple(question for question in page.questions if question.id in evaluation.question_ids)
    return _shown(evaluation, page, questions, texts=texts, problems=(), notes=notes)


def shown_again(
    evaluation: Evaluation, page: Page, reading: PageReading, problems: tuple[Problem, ...]
) -> QuestionPage:
    """The page as it was typed, with what is to be mended."""
    questions = tuple(question for question in page.questions if question.id in reading.question_ids)
    return _shown(evaluation, page, questions, texts=reading.raw, problems=problems, notes={})


def entry_page(
    group: Question,
    item: Mapping[str, object],
    texts: Mapping[str, str],
    reading: PageReading | None = None,
    problems: tuple[Problem, ...] = (),
) -> QuestionPage:
    """The form of one entry of a group as it is saved (texts) or as it was typed (reading)."""
    shown = reading.question_ids if reading else _asked_of(group, item)
    questions = tuple(question for question in group.items if question.id in shown)
    return QuestionPage(
        title=group.label,
        one=False,
        fields=_fields(questions, reading.raw if reading else texts, problems, heading=False, notes={}),
        problems=problems,
        links=links_of(problems),
        shown=" ".join(shown),
        step="",
    )


def _shown(
    evaluation: Evaluation,
    page: Page,
    questions: Sequence[Question],
    *,
    texts: Mapping[str, str],
    problems: tuple[Problem, ...],
    notes: Mapping[str, str],
) -> QuestionPage:
    group = next((question for question in questions if question.type == "group"), None)
    one = len(questions) == 1 and group is None
    number = evaluation.page_ids.index(page.id) + 1
    return QuestionPage(
        title=questions[0].label if one else page.title,
        one=one,
        fields=() if group else _fields(questions, texts, problems, heading=one, notes=notes),
        problems=problems,
        links=links_of(problems),
        shown=" ".join(question.id for question in questions),
        step=f"Phần {number} trong khoảng {len(evaluation.page_ids)}",
        stop=_stop(questions, evaluation),
        group=group,
        entries=_entries(group, evaluation.answers) if group else (),
    )


def _fields(
    questions: Sequence[Question],
    texts: Mapping[str, str],
    problems: tuple[Problem, ...],
    *,
    heading: bool,
    notes: Mapping[str, str],
) -> tuple[Field, ...]:
    return tuple(
        field_of(question, texts, problems, heading=heading, note=notes.get(question.id, ""))
        for question in questions
    )


def _unanswered(page: Page, evaluation: Evaluation) -> frozenset[str]:
    return frozenset(question.id for question in page.questions if question.id not in evaluation.answers)


def _stop(questions: Sequence[Question], evaluation: Evaluation) -> Ineligible | None:
    """Why the journey ends on this page, if it does."""
    place = evaluation.ineligible.place if evaluation.ineligible else ""
    cases = (case for question in questions if question.id == place for case in question.ineligible)
    answer = evaluation.answers.get(place)
    return next((case for case in cases if type(case.value) is type(answer) and case.value == answer), None)


def _asked_of(group: Question, item: Mapping[str, object]) -> tuple[str, ...]:
    """The questions of an entry: those without a condition, and those that were answered."""
    return tuple(part.id for part in group.items if part.visible_if is None or part.id in item)


def _entries(group: Question, answers: Mapping[str, object]) -> tuple[Entry, ...]:
    return tuple(_entry(group, item, number) for number, item in enumerate(list_items(answers, group.id)))


def _entry(group: Question, item: Mapping[str, object], number: int) -> Entry:
    texts = [(part.label, display(part, item[part.id])) for part in group.items if part.id in item]
    title = texts[0][1] if texts else f"Mục {number + 1}"
    return Entry(title, "; ".join(f"{label}: {text}" for label, text in texts[1:]), number)
