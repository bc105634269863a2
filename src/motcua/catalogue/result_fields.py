# SPDX-License-Identifier: EUPL-1.2
"""What stands on a result document, taken from the answers."""

from collections.abc import Iterator, Mapping

from motcua.catalogue.content import ProcedureContent
from motcua.core.conditions import Answers, Condition, evaluate
from motcua.core.forms import Form, Question, display
from motcua.core.forms import evaluate as evaluate_form
from motcua.core.values import PartialDate, read_money, read_number

from .field_sources import Choose, Each, FieldSource, First, Join, Show, Text, Upper, Words


def result_fields(content: ProcedureContent, result_id: str, form: Form, answers: Answers) -> dict[str, str]:
    """The text of every field of a result; "" where nothing was answered. Hidden answers are not used.

    Beside the fields stands "validity": how long the paper is good for.
    Raises KeyError when the procedure has no such result.
    """
    result = content.result(result_id)
    if result is None:
        raise KeyError(result_id)
    counted = evaluate_form(form, answers).answers
    texts = {name: _text(source, form.question_by_id, counted) for name, source in result.fields.items()}
    return {**texts, "validity": result.validity}


def _text(source: FieldSource, questions: Mapping[str, Question], answers: Answers) -> str:
    match source:
        case Show(question):
            found = _shown(questions.get(question), answers.get(question))
        case Text(text):
            found = text
        case Upper(part):
            found = _text(part, questions, answers).upper()
        case Words(question):
            found = _in_words(questions.get(question), answers.get(question))
        case First(parts):
            found = next((text for part in parts if (text := _text(part, questions, answers))), "")
        case Join(parts, separator):
            found = separator.join(text for part in parts if (text := _text(part, questions, answers)))
        case Choose(cases):
            found = _chosen(cases, questions, answers)
        case Each(group, part, separator):
            found = separator.join(_entries(group, part, questions, answers))
    return found


def _shown(question: Question | None, answer: object) -> str:
    return "" if question is None or answer is None else display(question, answer)


def _chosen(
    cases: tuple[tuple[Condition | None, FieldSource], ...],
    questions: Mapping[str, Question],
    answers: Answers,
) -> str:
    for condition, part in cases:
        if condition is None or evaluate(condition, answers):
            return _text(part, questions, answers)
    return ""


def _entries(
    group: str, part: FieldSource, questions: Mapping[str, Question], answers: Answers
) -> Iterator[str]:
    question, entries = questions.get(group), answers.get(group)
    if question is not None and isinstance(entries, list):
        items = {item.id: item for item in question.items}
        for entry in entries:
            yield _text(part, items, entry)


def _in_words(question: Question | None, answer: object) -> str:
    if question is None or answer is None:
        return ""
    if question.type in {"date", "partial_date"}:
        return date_in_words(PartialDate.from_json(answer))
    if type(answer) is not int:
        return ""
    words = read_money(answer) if question.type == "money" else read_number(answer)
    return words.capitalize()


def date_in_words(date: PartialDate | None) -> str:
    """“Ngày hai mươi bảy tháng ba năm hai nghìn không trăm hai mươi sáu”, as civil papers write it."""
    if date is None:
        return ""
    parts = [("ngày", date.day), ("tháng", date.month), ("năm", date.year)]
    return " ".join(_part(word, number) for word, number in parts if number is not None).capitalize()


def _part(word: str, number: int) -> str:
    # The fourth month is "tháng tư"; the first days of a month are "mùng".
    said = "tư" if (word, number) == ("tháng", 4) else read_number(number)
    return f"{word} mùng {said}" if word == "ngày" and number <= 10 else f"{word} {said}"
