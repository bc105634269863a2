# SPDX-License-Identifier: EUPL-1.2
"""The leader's desk: what waits for a signature, one paper in full, signing many at once (O16)."""

from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from motcua.catalogue.queries import compiled
from motcua.core.values import Refusal, clean_lines
from motcua.core.workflow import Kind
from motcua.dossiers.decisions import REFUSAL_WORDS
from motcua.dossiers.models import Result, ResultState
from motcua.dossiers.services import reception, results
from motcua.dossiers.worklists import PAGE, results_to_sign
from motcua.identity.access import official_of, official_required
from motcua.office.actors import actor_of
from motcua.office.inputs import REASON_LENGTH
from motcua.office.lookups import results_being_signed
from motcua.office.presenters.desk import happenings_of, identity_of, standing_of
from motcua.office.presenters.result_form import chosen_result, defaults_of, fields_of
from motcua.office.presenters.results import is_not_made, result_rows
from motcua.office.views.page import desk_or_404, go_on, office_page, record_look

LEADER = "leader"


@never_cache
@require_GET
@official_required(LEADER)
def signing(request: HttpRequest) -> HttpResponse:
    """What waits for this leader, soonest due first, and what is being signed."""
    now, actor = timezone.now(), actor_of(official_of(request))
    context = {
        "rows": result_rows(results_to_sign(actor), now, "office:signing_one"),
        "being_made": result_rows(results_being_signed(actor, LEADER), now, "office:desk"),
    }
    return office_page(request, "office/signing.html", context, section="signing")


@never_cache
@require_GET
@official_required(LEADER)
def signing_one(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """One paper as it will be signed, with what the specialist changed."""
    found = desk_or_404(request, dossier_id)
    now, dossier, result = timezone.now(), found.view.dossier, found.result
    if result is None:
        raise Http404
    if dossier.step_kind != Kind.SIGN:
        return redirect("office:desk", dossier_id)
    record_look(request, dossier, now=now, what=f"result:{result.pk}")
    revision = compiled(dossier.revision_id)
    kind = chosen_result(revision.content, result.output, result)
    context = {
        "dossier_id": dossier.pk,
        "identity": identity_of(dossier, now),
        "standing": standing_of(dossier, actor_of(official_of(request))),
        "result": result,
        "waiting": result.state == ResultState.SUBMITTED,
        "fields": fields_of(revision, kind, defaults_of(dossier, revision, kind), result.data),
        "happenings": happenings_of(found.view.events),
    }
    return office_page(request, "office/signing_one.html", context, section="signing")


@require_POST
@official_required(LEADER)
def sign(request: HttpRequest) -> HttpResponse:
    """Signs the chosen papers, or asks again for a signature that was not made; who cannot sign is told why."""
    actor = actor_of(official_of(request))
    wanted = set(request.POST.getlist("dossier")[:PAGE])
    not_made = [one for one in results_being_signed(actor, LEADER) if is_not_made(one, timezone.now())]
    open_to_sign = (*results_to_sign(actor), *not_made)
    chosen = [result for result in open_to_sign if result.dossier.code in wanted]
    if not wanted:
        messages.warning(request, "Chọn ít nhất một văn bản để ký.")
    elif not chosen:
        messages.warning(request, "Các văn bản đã chọn không còn chờ ký.")
    outcomes = [(result, _sign_one(request, result)) for result in chosen]
    _tell(request, outcomes)
    return redirect("office:signing")


def _sign_one(request: HttpRequest, result: Result) -> Refusal | None:
    """Takes the dossier and signs; another leader may have been faster."""
    actor, now = actor_of(official_of(request)), timezone.now()
    taken = reception.take(dossier_id=result.dossier_id, actor=actor, now=now)
    if isinstance(taken, Refusal):
        return taken
    signed = results.approve_result(dossier_id=result.dossier_id, actor=actor, now=now)
    return signed if isinstance(signed, Refusal) else None


def _tell(request: HttpRequest, outcomes: Iterable[tuple[Result, Refusal | None]]) -> None:
    signed = []
    for result, refusal in outcomes:
        if refusal:
            messages.warning(request, f"{result.dossier.code} chưa ký được: {refusal.message}")
        else:
            signed.append(result.dossier.code)
    if signed:
        messages.success(request, f"Đã ký {len(signed)} văn bản, đang tạo chữ ký số: {', '.join(signed)}.")


@require_POST
@official_required(LEADER)
def return_draft(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Back to the specialist with what to change."""
    desk_or_404(request, dossier_id)
    actor, now = actor_of(official_of(request)), timezone.now()
    reason = clean_lines(request.POST.get("reason", ""))[:REASON_LENGTH]
    if len(reason.split()) < REFUSAL_WORDS:
        refusal = Refusal("no_reason", f"Viết cần sửa gì trong dự thảo, ít nhất {REFUSAL_WORDS} từ.")
        return go_on(request, refusal, "", "office:signing_one", dossier_id)
    taken = reception.take(dossier_id=dossier_id, actor=actor, now=now)
    if isinstance(taken, Refusal):
        return go_on(request, taken, "", "office:signing")
    returned = results.return_for_changes(dossier_id=dossier_id, actor=actor, reason=reason, now=now)
    return go_on(request, returned, f"Đã trả lại dự thảo của hồ sơ {taken.code}.", "office:signing")
