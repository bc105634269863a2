# SPDX-License-Identifier: EUPL-1.2
"""The clerk's desk and the hand-over: number, seal, return (O17, O18)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from motcua.core.values import Refusal, clean_line
from motcua.dossiers.services import reception, results
from motcua.identity.access import official_of, official_required
from motcua.office.actors import actor_of
from motcua.office.lookups import results_being_sealed, results_being_signed, results_to_issue
from motcua.office.presenters.results import result_rows
from motcua.office.views.page import dossier_or_404, go_on, office_page

CLERK = "clerk"


@never_cache
@require_GET
@official_required(CLERK)
def registry(request: HttpRequest) -> HttpResponse:
    """Signed results to enter in the register and seal, and those whose file is being made."""
    now, actor = timezone.now(), actor_of(official_of(request))
    context = {
        "rows": result_rows(results_to_issue(actor), now, "office:desk"),
        "being_signed": result_rows(results_being_signed(actor, CLERK), now, "office:desk"),
        "being_sealed": result_rows(results_being_sealed(actor), now, "office:desk"),
    }
    return office_page(request, "office/registry.html", context, section="registry")


@require_POST
@official_required(CLERK)
def issue(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Enters a result in the register; its seal is put on within seconds."""
    dossier_or_404(request, dossier_id)
    actor, now = actor_of(official_of(request)), timezone.now()
    taken = reception.take(dossier_id=dossier_id, actor=actor, now=now)
    issued = (
        taken
        if isinstance(taken, Refusal)
        else results.issue_result(dossier_id=dossier_id, actor=actor, now=now)
    )
    number = "" if isinstance(issued, Refusal) else issued.number
    return go_on(
        request, issued, f"Đã phát hành văn bản số {number}. Dấu số đang được đóng.", "office:registry"
    )


@require_POST
@official_required()
def hand_over(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Gives the paper to the person at the counter, or to the post."""
    dossier_or_404(request, dossier_id)
    actor, now = actor_of(official_of(request)), timezone.now()
    collector = clean_line(request.POST.get("collector", ""))
    if not collector:
        refusal = Refusal("no_collector", "Ghi tên người nhận kết quả, hoặc mã bưu gửi.")
        return go_on(request, refusal, "", "office:desk", dossier_id)
    taken = reception.take(dossier_id=dossier_id, actor=actor, now=now)
    given = (
        taken
        if isinstance(taken, Refusal)
        else results.hand_over(dossier_id=dossier_id, actor=actor, collector=collector, now=now)
    )
    return go_on(request, given, f"Đã ghi: trả kết quả cho {collector}.", "office:desk", dossier_id)
