# SPDX-License-Identifier: EUPL-1.2
"""The way through a form: which page comes first, next, before, and which may be opened."""

from motcua.core.conditions import Answers

from .definition import Form
from .evaluation import Evaluation, evaluate


def first_page(form: Form, answers: Answers) -> str | None:
    """Id of the first visible page; None when nothing is asked."""
    return next(iter(evaluate(form, answers).page_ids), None)


def next_page(form: Form, answers: Answers, page_id: str) -> str | None:
    """Id of the visible page after this one, which may itself be hidden by now; None after the last."""
    order = form.page_order
    here = order.get(page_id, len(order))
    return next((page for page in evaluate(form, answers).page_ids if order[page] > here), None)


def previous_page(form: Form, answers: Answers, page_id: str) -> str | None:
    """Id of the visible page before this one; None before the first."""
    order = form.page_order
    here = order.get(page_id, 0)
    return next((page for page in reversed(evaluate(form, answers).page_ids) if order[page] < here), None)


def first_incomplete(form: Form, answers: Answers) -> str | None:
    """Id of the first page that lacks an answer or holds one that ends the journey; None when all is done."""
    return _first_open(form, evaluate(form, answers))


def can_visit(form: Form, answers: Answers, page_id: str) -> bool:
    """Whether the page is visible and every visible page before it is complete."""
    evaluation = evaluate(form, answers)
    if page_id not in evaluation.page_ids:
        return False
    order = form.page_order
    first = _first_open(form, evaluation)
    return first is None or order[page_id] <= order[first]


def progress(form: Form, answers: Answers, page_id: str) -> tuple[int, int]:
    """Number of the page among those visible now, from 1 (0: it is hidden), and about how many there are."""
    pages = evaluate(form, answers).page_ids
    return (pages.index(page_id) + 1 if page_id in pages else 0), len(pages)


def _first_open(form: Form, evaluation: Evaluation) -> str | None:
    stops = [form.page_by_question[question].id for question in evaluation.missing[:1]]
    if evaluation.ineligible is not None:
        stops.append(form.page_by_question[evaluation.ineligible.place].id)
    return min(stops, key=form.page_order.__getitem__, default=None)
