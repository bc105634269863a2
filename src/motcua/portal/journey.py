# SPDX-License-Identifier: EUPL-1.2
"""Where a person goes next with a draft."""

from motcua.catalogue.content import Need, needed_components
from motcua.core.forms import Evaluation, Page, evaluate
from motcua.dossiers.services.drafts import choose_unit
from motcua.organisations.queries import units_for
from motcua.portal.holding import Held
from motcua.portal.known_values import could_be_known, everything_known, offered

BACK_TO_CHECK = "ve=kiem-tra"


def continue_address(held: Held) -> str:
    """The first page that still wants something of the person."""
    evaluation = evaluate(held.revision.form, held.answers)
    if offered(held, evaluation):
        return held.address("known")
    if held.draft.unit_id is None and not settle_single_unit(held):
        return held.address("unit")
    return address_after(held, evaluation, None)


def first_address(held: Held) -> str:
    """Where a draft just begun leads: to what is known, or would be after a sign-in, else to the first page."""
    known = everything_known(held) if held.account else could_be_known(held)
    return held.address("known") if known else continue_address(held)


def address_after(held: Held, evaluation: Evaluation, page_id: str | None) -> str:
    """The next page that wants something, else the first that does, else the papers or the check."""
    open_pages = [page for page in evaluation.page_ids if _wants_answers(held, evaluation, page)]
    order = held.revision.form.page_order
    here = order[page_id] if page_id else -1
    following = next((page for page in open_pages if order[page] > here), None)
    # A page that only offers optional answers is shown on the way, never come back to.
    unfinished = next((page for page in open_pages if _lacks(held, evaluation, page)), None)
    if following is not None and (unfinished is None or order[unfinished] > here):
        return held.address("question", following)
    if unfinished is not None:
        return held.address("question", unfinished)
    return held.address("papers" if papers_wanted(held, evaluation) else "check")


def address_back_to_check(held: Held, evaluation: Evaluation) -> str:
    """The check page, or the page that a changed answer has opened."""
    unfinished = next((page for page in evaluation.page_ids if _lacks(held, evaluation, page)), None)
    return f"{held.address('question', unfinished)}?{BACK_TO_CHECK}" if unfinished else held.address("check")


def may_visit(held: Held, evaluation: Evaluation, page_id: str) -> bool:
    """Whether the page is asked, and answered before or not ahead of one that still lacks an answer."""
    if page_id not in evaluation.page_ids:
        return False
    if any(question.id in evaluation.answers for question in _page(held, page_id).questions):
        return True
    before = evaluation.page_ids[: evaluation.page_ids.index(page_id)]
    return not any(_lacks(held, evaluation, page) for page in before)


def papers_wanted(held: Held, evaluation: Evaluation) -> tuple[Need, ...]:
    """The papers this person sends or may send."""
    needs = needed_components(held.revision.content, evaluation.answers)
    return tuple(need for need in needs if need.state != "held")


def settle_single_unit(held: Held) -> bool:
    """Chooses the unit when there is only one, so that nobody is asked."""
    units = units_for(held.revision.content.tier, held.draft.province)
    if len(units) != 1:
        return False
    choose_unit(draft_id=held.draft.pk, unit_id=units[0].pk, now=held.now)
    return True


def _lacks(held: Held, evaluation: Evaluation, page_id: str) -> bool:
    """Whether the page lacks a required answer or holds the one that ends the journey."""
    page = _page(held, page_id)
    stop = evaluation.ineligible.place if evaluation.ineligible else ""
    return any(question.id in evaluation.missing or question.id == stop for question in page.questions)


def _wants_answers(held: Held, evaluation: Evaluation, page_id: str) -> bool:
    answered = any(question.id in evaluation.answers for question in _page(held, page_id).questions)
    return not answered or _lacks(held, evaluation, page_id)


def _page(held: Held, page_id: str) -> Page:
    return held.revision.form.page_by_id[page_id]
