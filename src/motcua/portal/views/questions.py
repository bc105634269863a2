# SPDX-License-Identifier: EUPL-1.2
"""Pages of questions (C10) and of repeated entries (C11): show, read, save, go on."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from motcua.core.conditions import with_today
from motcua.core.forms import Evaluation, Page, PageReading, apply_reading, evaluate, read_page, remove_item
from motcua.core.values import Refusal
from motcua.dossiers.services.drafts import save_answers
from motcua.portal.holding import Held, local_day, with_draft
from motcua.portal.inputs import chosen_number, shown_before
from motcua.portal.journey import BACK_TO_CHECK, address_after, address_back_to_check, may_visit
from motcua.portal.known_values import known_values
from motcua.portal.presenters.question_page import QuestionPage, first_showing, shown_again


@require_http_methods(["GET", "HEAD", "POST"])
@with_draft
def question(request: HttpRequest, held: Held, page_id: str) -> HttpResponse:
    """One page of the form. Its answers are saved by "Tiếp tục" and by nothing else."""
    page = held.revision.form.page(page_id)
    if page is None:
        raise Http404
    evaluation = evaluate(held.revision.form, held.answers)
    if not may_visit(held, evaluation, page_id):
        return redirect(held.address("draft"))
    if request.method != "POST":
        return _render(request, held, page, evaluation, first_showing(held, evaluation, page))
    if "bo" in request.POST:
        return _remove(request, held, page)
    return _save(request, held, page, evaluation)


def _save(request: HttpRequest, held: Held, page: Page, evaluation: Evaluation) -> HttpResponse:
    form = held.revision.form
    reading = read_page(form, page.id, dict(request.POST.lists()), held.answers)
    # What an answer on this very page has opened was not asked yet: it is asked, not complained about.
    asked = shown_before(request) or frozenset(reading.question_ids)
    problems = tuple(each for each in reading.problems if each.place.partition(".")[0] in asked)
    if problems:
        shown = shown_again(evaluation, page, reading, problems)
        return _render(request, held, page, evaluation, shown)
    answers = _with_known(held, evaluation, apply_reading(form, held.answers, reading))
    if save_answers(draft_id=held.draft.pk, answers=answers, now=held.now) is not None:
        return redirect(held.address("draft"))
    return redirect(_onward(request, held, answers, page, reading))


def _with_known(held: Held, before: Evaluation, answers: dict[str, object]) -> dict[str, object]:
    """The answers with what is known for questions that have just been opened; the check page says so."""
    form = held.revision.form
    if held.account is None:
        return answers
    now_asked = evaluate(form, with_today(answers, local_day(held.now))).question_ids
    taken = {known.question.id: known.value for known in known_values(held, now_asked - before.question_ids)}
    return evaluate(form, with_today({**taken, **answers}, local_day(held.now))).answers if taken else answers


def _onward(
    request: HttpRequest, held: Held, answers: dict[str, object], page: Page, reading: PageReading
) -> str:
    """The next page, or this one again when it has more to ask."""
    evaluation = evaluate(held.revision.form, with_today(answers, local_day(held.now)))
    new = next((place.place for place in reading.problems), None)
    if new is not None:
        return f"{_here(request, held, page)}#{new}"
    if returns_to_check(request):
        return address_back_to_check(held, evaluation)
    return address_after(held, evaluation, page.id)


def _remove(request: HttpRequest, held: Held, page: Page) -> HttpResponse:
    """Takes one entry out of the page's group; one that is gone already is simply gone."""
    index = chosen_number(request, "bo")
    group = page.questions[0]
    without = remove_item(held.revision.form, held.draft.answers, group.id, -1 if index is None else index)
    if not isinstance(without, Refusal):
        save_answers(draft_id=held.draft.pk, answers=without, now=held.now)
    return redirect(_here(request, held, page))


def _render(
    request: HttpRequest, held: Held, page: Page, evaluation: Evaluation, shown: QuestionPage
) -> HttpResponse:
    context = {
        "held": held,
        "page": shown,
        "page_id": page.id,
        "problems": shown.problems,
        "back": _back(request, held, page, evaluation),
        "ve": f"?{BACK_TO_CHECK}" if returns_to_check(request) else "",
    }
    template = "portal/group.html" if shown.group else "portal/question.html"
    return render(request, template, context, status=422 if shown.problems else 200)


def returns_to_check(request: HttpRequest) -> bool:
    """Whether the person came from the check page to mend one thing."""
    return request.GET.get("ve") == "kiem-tra"


def _back(request: HttpRequest, held: Held, page: Page, evaluation: Evaluation) -> str:
    if returns_to_check(request):
        return held.address("check")
    place = evaluation.page_ids.index(page.id)
    return held.address("question", evaluation.page_ids[place - 1]) if place else held.address("unit")


def _here(request: HttpRequest, held: Held, page: Page) -> str:
    ending = f"?{BACK_TO_CHECK}" if returns_to_check(request) else ""
    return held.address("question", page.id) + ending
