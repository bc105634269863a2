# SPDX-License-Identifier: EUPL-1.2
"""Answers as people read them: on the check page, the official's view, and documents."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from motcua.core.conditions import Answers
from motcua.core.values import PartialDate, show_money, show_number, show_personal_id, show_phone

from .answer_shapes import ADDRESS_PARTS, fits
from .definition import Form, Question
from .evaluation import evaluate

NOT_ANSWERED = "Chưa trả lời"


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One visible question with its answer in words; when not answered, the text only says so."""

    question_id: str
    label: str
    text: str
    answered: bool


@dataclass(frozen=True, slots=True)
class SummarySection:
    """One visible page with its rows."""

    title: str
    page_id: str
    rows: tuple[SummaryRow, ...]


def display(question: Question, value: object) -> str:
    """The answer in words; a sentence that there is none when the value does not answer the question."""
    if not fits(question, value):
        return NOT_ANSWERED
    return _RULES.get(question.type, _plain)(question, value)


def summary(form: Form, answers: Answers) -> tuple[SummarySection, ...]:
    """All visible questions by page, with counted answers; each entry of a group is a row of its own."""
    evaluation = evaluate(form, answers)
    sections = []
    for page_id in evaluation.page_ids:
        page = form.page_by_id[page_id]
        shown = (question for question in page.questions if question.id in evaluation.question_ids)
        rows = tuple(
            row for question in shown for row in _rows(question, evaluation.answers.get(question.id))
        )
        sections.append(SummarySection(page.title, page_id, rows))
    return tuple(sections)


def _rows(question: Question, value: object) -> Iterator[SummaryRow]:
    if question.type == "group" and isinstance(value, Sequence):
        for number, item in enumerate(value, start=1):
            yield SummaryRow(
                question.id, f"{question.label} ({number})", _entry(question, item), answered=True
            )
    else:
        yield SummaryRow(
            question.id, question.label, display(question, value), answered=fits(question, value)
        )


def _entry(question: Question, item: Mapping[str, object]) -> str:
    """The answers of one entry of a group, in the order of asking."""
    texts = ((part, item.get(part.id)) for part in question.items)
    return "; ".join(f"{part.label}: {display(part, value)}" for part, value in texts if fits(part, value))


def _plain(_: Question, value: object) -> str:
    return str(value)


def _number(_: Question, value: object) -> str:
    assert isinstance(value, int)
    return show_number(value)


def _money(_: Question, value: object) -> str:
    assert isinstance(value, int)
    return show_money(value)


def _date(_: Question, value: object) -> str:
    date = PartialDate.from_json(value)
    assert date is not None
    return date.show()


def _address(_: Question, value: object) -> str:
    assert isinstance(value, Mapping)
    return ", ".join(str(value[part]) for part in ADDRESS_PARTS)


def _group(question: Question, value: object) -> str:
    assert isinstance(value, Sequence)
    return "\n".join(_entry(question, item) for item in value)


_RULES: dict[str, Callable[[Question, object], str]] = {
    "personal_id": lambda _, value: show_personal_id(str(value)),
    "phone": lambda _, value: show_phone(str(value)),
    "choice": lambda question, value: question.choice_labels[str(value)],
    "select": lambda question, value: question.choice_labels[str(value)],
    "yes_no": lambda _, value: "Có" if value else "Không",
    "declaration": lambda *_: "Đã cam đoan",
    "number": _number,
    "money": _money,
    "date": _date,
    "partial_date": _date,
    "address": _address,
    "group": _group,
}
