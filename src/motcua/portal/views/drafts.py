# SPDX-License-Identifier: EUPL-1.2
"""Going on with a draft: what is known already (C08), which unit, and by code from another device."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from motcua.core.conditions import with_today
from motcua.core.forms import Evaluation, evaluate
from motcua.core.values import Problem
from motcua.dossiers.queries import draft_by_code
from motcua.dossiers.services.drafts import choose_unit, save_answers
from motcua.identity.access import citizen_of
from motcua.identity.clients import client_of
from motcua.identity.lookups import is_slowed_down, record_failed_lookup
from motcua.organisations.queries import units_for
from motcua.portal.holding import Held, local_day, remember_here, with_draft
from motcua.portal.inputs import chosen_number, draft_code
from motcua.portal.journey import address_after, continue_address, settle_single_unit
from motcua.portal.known_values import could_be_known, everything_known, offered
from motcua.portal.presenters.unit_choice import unit_choice

_NO_SUCH_DRAFT = Problem(
    "code",
    "unknown_code",
    "Không thấy bản nháp nào mang mã này. Kiểm tra lại 8 chữ và số, hoặc đăng nhập rồi mở “Việc của tôi”",
)
_SLOWED_DOWN = Problem(
    "code",
    "slowed_down",
    "Đã có nhiều lần gõ mã chưa khớp liền nhau. Bạn thử lại sau 15 phút, hoặc đăng nhập rồi mở “Việc của tôi”",
)


@require_safe
@with_draft
def draft(request: HttpRequest, held: Held) -> HttpResponse:  # noqa: ARG001 - every view takes the request.
    """Straight to the page that wants something."""
    return redirect(continue_address(held))


@require_http_methods(["GET", "HEAD", "POST"])
@with_draft
def known(request: HttpRequest, held: Held) -> HttpResponse:
    """C08: what need not be typed; before sign-in, that a sign-in would save typing."""
    evaluation = evaluate(held.revision.form, held.answers)
    if request.method == "POST":
        return _take_known(request, held, evaluation)
    values = everything_known(held)
    waiting = could_be_known(held) if held.account is None else 0
    if not values and not waiting:
        return redirect(_past_known(held, held.answers))
    context = {
        "held": held,
        "values": values,
        "asked": evaluation.question_ids,
        "waiting": waiting,
        "onward": held.address("known"),
    }
    return render(request, "portal/known.html", context)


def _take_known(request: HttpRequest, held: Held, evaluation: Evaluation) -> HttpResponse:
    """Makes the known values answers, and goes on: to the one that is wrong, if one is."""
    taken = {known.question.id: known.value for known in offered(held, evaluation)}
    answers = evaluate(held.revision.form, {**held.answers, **taken}).answers
    save_answers(draft_id=held.draft.pk, answers=answers, now=held.now)
    wrong = held.revision.form.page_of(request.POST.get("sua", ""))
    return redirect(held.address("question", wrong.id) if wrong else _past_known(held, answers))


@require_http_methods(["GET", "HEAD", "POST"])
@with_draft
def unit(request: HttpRequest, held: Held) -> HttpResponse:
    """Where the dossier will be settled; nobody is asked when there is only one place."""
    if held.draft.unit_id is None and settle_single_unit(held):
        return redirect(_past_unit(held, held.answers))
    units = units_for(held.revision.content.tier, held.draft.province)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        chosen = chosen_number(request, "unit")
        if any(each.pk == chosen for each in units) and chosen is not None:
            choose_unit(draft_id=held.draft.pk, unit_id=chosen, now=held.now)
            return redirect(_past_unit(held, held.answers))
        problems = (Problem("unit", "missing", "Chọn nơi giải quyết hồ sơ"),)
    context = {"held": held, "choice": unit_choice(units, held), "problems": problems}
    return render(request, "portal/unit.html", context, status=422 if problems else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def continue_draft(request: HttpRequest) -> HttpResponse:
    """Takes up a draft by the code its holder wrote down.

    One that belongs to an account opens only for that account: to anybody else its code is as good as wrong.
    """
    if request.method != "POST":
        return render(request, "portal/continue.html", {"code": "", "problems": ()})
    now, names = timezone.now(), (f"draft-code:{client_of(request)}",)
    if is_slowed_down(names, now=now):
        context = {"code": "", "problems": (_SLOWED_DOWN,)}
        return render(request, "portal/continue.html", context, status=429)
    code = draft_code(request)
    found = draft_by_code(code, now=now) if code else None
    account = citizen_of(request)
    if found is not None and found.account_id is None:
        remember_here(request, found.pk)
        return redirect("portal:draft", found.pk)
    if found is not None and account is not None and found.account_id == account.pk:
        return redirect("portal:draft", found.pk)
    record_failed_lookup(names, now=now)
    context = {"code": request.POST.get("code", "")[:20], "problems": (_NO_SUCH_DRAFT,)}
    return render(request, "portal/continue.html", context, status=422)


def _past_known(held: Held, answers: Mapping[str, object]) -> str:
    return held.address("unit") if held.draft.unit_id is None else _past_unit(held, answers)


def _past_unit(held: Held, answers: Mapping[str, object]) -> str:
    day = with_today(answers, local_day(held.now))
    return address_after(held, evaluate(held.revision.form, day), None)
