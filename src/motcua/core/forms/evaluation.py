# SPDX-License-Identifier: EUPL-1.2
"""What is asked and what counts, given the answers so far: one pass in the order of asking."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from motcua.core.conditions import TODAY, Answers
from motcua.core.conditions import evaluate as holds
from motcua.core.values import Problem

from .answer_shapes import fits
from .definition import Form, Question


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What the answers open and leave open.

    page_ids: visible pages in order; a page none of whose questions is visible is not among them.
    question_ids: visible questions.
    answers: the answers that count; what is hidden, directly or through another hidden answer, is not there.
    missing: visible required questions without an answer, in order.
    ineligible: the first answer with which the procedure cannot be done, with reason and advice.
    """

    page_ids: tuple[str, ...]
    question_ids: frozenset[str]
    answers: dict[str, object]
    missing: tuple[str, ...]
    ineligible: Problem | None


def evaluate(form: Form, answers: Answers) -> Evaluation:
    """Evaluate the form; the day, where ages matter, stands in the answers (see with_today).

    Each condition is judged once, against counted earlier answers only, so the work grows in proportion to
    the form, and an answer that is hidden cannot show another.
    """
    counted: dict[str, object] = {TODAY: answers[TODAY]} if TODAY in answers else {}
    pages: list[str] = []
    shown: list[str] = []
    missing: list[str] = []
    ineligible: Problem | None = None
    for page in form.pages:
        if page.visible_if is not None and not holds(page.visible_if, counted):
            continue
        before = len(shown)
        for question in page.questions:
            if question.visible_if is not None and not holds(question.visible_if, counted):
                continue
            shown.append(question.id)
            if not _count(question, answers.get(question.id), counted) and question.required:
                missing.append(question.id)
            if question.ineligible and ineligible is None:
                ineligible = find_ineligible(question, counted.get(question.id))
        if len(shown) > before:
            pages.append(page.id)
    counted.pop(TODAY, None)
    return Evaluation(tuple(pages), frozenset(shown), counted, tuple(missing), ineligible)


def is_shown(question: Question, counted: Answers) -> bool:
    """Whether the question is asked, given the counted answers before it."""
    return question.visible_if is None or holds(question.visible_if, counted)


def find_ineligible(question: Question, value: object) -> Problem | None:
    """Why the procedure cannot be done with this answer, or None."""
    for case in question.ineligible:
        if type(case.value) is type(value) and case.value == value:
            message = (
                f"Trường hợp của bạn chưa làm được thủ tục này. Lý do: {case.reason}. "
                f"Việc bạn có thể làm: {case.advice}."
            )
            return Problem(question.id, "ineligible", message)
    return None


def count_item(question: Question, item: Mapping[str, object]) -> tuple[dict[str, object], bool]:
    """The answers of one entry of a group that count, and whether none that is required is missing."""
    counted: dict[str, object] = {}
    complete = True
    for part in question.items:
        if is_shown(part, counted) and not _count(part, item.get(part.id), counted) and part.required:
            complete = False
    return counted, complete


def _count(question: Question, value: object, counted: dict[str, object]) -> bool:
    """Add the answer to the counted ones when it is one; whether the question is then fully answered."""
    if value is None or not fits(question, value):
        return question.type == "group" and not question.minimum
    if question.type != "group":
        counted[question.id] = value
        return True
    assert isinstance(value, Sequence)
    entries = [count_item(question, item) for item in value]
    counted[question.id] = [entry for entry, _ in entries]
    return all(complete for _, complete in entries) and _within(question, len(entries))


def _within(question: Question, number: int) -> bool:
    return (question.minimum or 0) <= number and (question.maximum is None or number <= question.maximum)
