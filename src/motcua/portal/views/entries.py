# SPDX-License-Identifier: EUPL-1.2
"""One entry of a repeated group (C11)."""

from collections.abc import Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from motcua.core.forms import Question, add_item, item_fields, list_items, read_item, replace_item
from motcua.core.values import Problem, Refusal
from motcua.dossiers.services.drafts import save_answers
from motcua.portal.holding import Held, with_draft
from motcua.portal.inputs import shown_before
from motcua.portal.journey import BACK_TO_CHECK
from motcua.portal.presenters.question_page import QuestionPage, entry_page
from motcua.portal.views.questions import returns_to_check

NEW = "moi"


@require_http_methods(["GET", "HEAD", "POST"])
@with_draft
def entry(request: HttpRequest, held: Held, page_id: str, place: str) -> HttpResponse:
    """Adds an entry or changes one; place is "moi" or a number from 0."""
    group = _group(held, page_id)
    items = list_items(held.answers, group.id)
    if place != NEW and int(place) >= len(items):
        return redirect(held.address("question", page_id))
    item: Mapping[str, object] = {} if place == NEW else items[int(place)]
    ending = f"?{BACK_TO_CHECK}" if returns_to_check(request) else ""
    back = held.address("question", page_id) + ending
    if request.method != "POST":
        return _render(
            request, held, entry_page(group, item, item_fields(held.revision.form, group.id, item)), back
        )
    shown = _save(request, held, group, item, place)
    return redirect(back) if shown is None else _render(request, held, shown, back)


def _save(
    request: HttpRequest, held: Held, group: Question, item: Mapping[str, object], place: str
) -> QuestionPage | None:
    """The page to show again, or None when the entry is saved."""
    form = held.revision.form
    reading = read_item(form, group.id, dict(request.POST.lists()), held.answers)
    asked = shown_before(request) or frozenset(reading.question_ids)
    if reading.problems:
        known = tuple(each for each in reading.problems if each.place.partition(".")[0] in asked)
        return entry_page(group, item, {}, reading, known)
    answers = held.draft.answers
    if place == NEW:
        changed = add_item(form, answers, group.id, reading.answers)
    else:
        changed = replace_item(form, answers, group.id, int(place), reading.answers)
    if isinstance(changed, Refusal):
        problem = Problem(group.items[0].id, changed.code, changed.message)
        return entry_page(group, item, {}, reading, (problem,))
    save_answers(draft_id=held.draft.pk, answers=changed, now=held.now)
    return None


def _group(held: Held, page_id: str) -> Question:
    page = held.revision.form.page(page_id)
    if page is None or page.kind != "group":
        raise Http404
    return page.questions[0]


def _render(request: HttpRequest, held: Held, shown: QuestionPage, back: str) -> HttpResponse:
    context = {"held": held, "page": shown, "problems": shown.problems, "back": back}
    status = 422 if request.method == "POST" else 200
    return render(request, "portal/entry.html", context, status=status)
