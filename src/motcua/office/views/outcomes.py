# SPDX-License-Identifier: EUPL-1.2
"""Asking for supplements and refusing: both are read once more before they are sent (O07, O08)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from motcua.catalogue.queries import compiled
from motcua.core.values import Problem, Refusal, clean_lines
from motcua.dossiers.decisions import lacking_items, refuse_supplement
from motcua.dossiers.services import reception
from motcua.dossiers.waiting import supplement_due
from motcua.dossiers.worklists import Desk
from motcua.identity.access import official_of, official_required
from motcua.office.actors import actor_of
from motcua.office.inputs import REASON_LENGTH
from motcua.office.presenters.checklist import items_of, verdicts_of
from motcua.office.presenters.desk import identity_of
from motcua.office.presenters.letters import GROUNDS, preview_of, refusal_reason
from motcua.office.views.page import desk_or_404, go_on, office_page, record_look


@never_cache
@require_http_methods(["GET", "POST"])
@official_required()
def supplement(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """The request as the citizen will read it; sending it stops the clock."""
    found = desk_or_404(request, dossier_id)
    if request.method == "POST":
        return _ask(request, found)
    if refusal := _not_now(found):
        return go_on(request, refusal, "", "office:desk", dossier_id)
    now, dossier = timezone.now(), found.view.dossier
    revision = compiled(dossier.revision_id)
    answer_by = supplement_due(dossier.unit, revision.content.supplement_days, now)
    if isinstance(answer_by, Refusal):
        return go_on(request, answer_by, "", "office:desk", dossier_id)
    record_look(request, dossier, now=now, what="supplement:preview")
    verdicts = verdicts_of(found.verdicts)
    context = {
        "dossier_id": dossier.pk,
        "identity": identity_of(dossier, now),
        "preview": preview_of(dossier, items_of(found.view, revision), verdicts, answer_by),
    }
    return office_page(request, "office/supplement.html", context, section="work")


def _not_now(found: Desk) -> Refusal | None:
    """Why there is nothing to preview."""
    asked_before = any(one.stage == found.view.dossier.step for one in found.earlier_requests)
    lacking = lacking_items(verdicts_of(found.verdicts).values())
    return refuse_supplement(lacking, asked_before=asked_before)


def _ask(request: HttpRequest, found: Desk) -> HttpResponse:
    dossier_id = found.view.dossier.pk
    asked = reception.ask_supplement(
        dossier_id=dossier_id,
        actor=actor_of(official_of(request)),
        verdicts=verdicts_of(found.verdicts),
        now=timezone.now(),
    )
    return go_on(request, asked, "Đã gửi yêu cầu bổ sung. Mẫu 02 đang được lập.", "office:desk", dossier_id)


@never_cache
@require_http_methods(["GET", "POST"])
@official_required()
def refuse(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Refusing with a reason in words."""
    found = desk_or_404(request, dossier_id)
    if request.method == "GET":
        record_look(request, found.view.dossier, now=timezone.now(), what="refusal:form")
        return _refusal_page(request, found, "", "")
    ground = request.POST.get("ground", "")
    words = clean_lines(request.POST.get("reason", ""))[:REASON_LENGTH]
    reason = refusal_reason(ground, words)
    if isinstance(reason, Problem):
        return _refusal_page(request, found, ground, words, (reason,), status=422)
    refused = reception.refuse(
        dossier_id=dossier_id, actor=actor_of(official_of(request)), reason=reason, now=timezone.now()
    )
    if isinstance(refused, Refusal):
        messages.warning(request, refused.message)
        return redirect("office:desk", dossier_id)
    return go_on(request, refused, "Đã từ chối hồ sơ. Mẫu 03 đang được lập.", "office:desk", dossier_id)


def _refusal_page(
    request: HttpRequest,
    found: Desk,
    ground: str,
    words: str,
    problems: tuple[Problem, ...] = (),
    *,
    status: int = 200,
) -> HttpResponse:
    dossier = found.view.dossier
    context = {
        "dossier_id": dossier.pk,
        "identity": identity_of(dossier, timezone.now()),
        "grounds": tuple((key, one.title) for key, one in GROUNDS.items()),
        "hints": {key: one.sentence for key, one in GROUNDS.items() if one.sentence},
        "ground": ground,
        "reason": words,
        "problems": problems,
        "errors": {problem.place: problem.message for problem in problems},
        "unit": dossier.unit.name,
    }
    return office_page(request, "office/refuse.html", context, section="work", status=status)
