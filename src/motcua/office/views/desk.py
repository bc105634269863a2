# SPDX-License-Identifier: EUPL-1.2
"""One dossier: three panes of checklist, papers and facts (O05), and the check itself (O06)."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from motcua.catalogue.queries import compiled
from motcua.core.values import Problem, Refusal
from motcua.dossiers.decisions import ItemVerdict
from motcua.dossiers.models import Dossier
from motcua.dossiers.services import reception
from motcua.dossiers.services.standing import holder_is_gone
from motcua.dossiers.worklists import Cursor, Desk, queue
from motcua.identity.access import official_of, official_required
from motcua.office.actors import actor_of
from motcua.office.inputs import check_problems, read_verdicts
from motcua.office.presenters import desk as show
from motcua.office.presenters.checklist import items_of, lines_of, verdicts_of
from motcua.office.presenters.papers import links_of, shown_file, slips_of, viewer_of
from motcua.office.views.page import desk_or_404, go_on, office_page, record_look

ONWARD = {"supplement": "office:supplement", "refuse": "office:refuse"}


@never_cache
@require_GET
@official_required()
def desk(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """The dossier with everything needed to decide."""
    found = desk_or_404(request, dossier_id)
    record_look(request, found.view.dossier, now=timezone.now(), what="dossier")
    return _desk_page(request, found, verdicts_of(found.verdicts))


@require_POST
@official_required()
def check(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Keeps the ticks; then receives, or goes on to the supplement or the refusal."""
    found = desk_or_404(request, dossier_id)
    items = items_of(found.view, compiled(found.view.dossier.revision_id))
    verdicts, act = read_verdicts(request.POST, items), request.POST.get("act", "save")
    problems = check_problems(items, verdicts, act)
    if problems:
        return _desk_page(request, found, verdicts, problems, status=422)
    done = _keep(request, dossier_id, verdicts, act)
    if isinstance(done, Refusal):
        messages.warning(request, done.message)
        return _desk_page(request, found, verdicts, status=409)
    if act == "receive":
        return go_on(request, done, "Đã tiếp nhận. Mẫu 01 đang được lập.", "office:desk", dossier_id)
    if act in ONWARD:
        return redirect(ONWARD[act], dossier_id)
    return go_on(request, done, "Đã lưu kết quả kiểm tra.", "office:desk", dossier_id)


def _keep(
    request: HttpRequest, dossier_id: UUID, verdicts: Mapping[str, ItemVerdict], act: str
) -> Dossier | Refusal | None:
    service = reception.receive if act == "receive" else reception.record_checks
    return service(
        dossier_id=dossier_id, actor=actor_of(official_of(request)), verdicts=verdicts, now=timezone.now()
    )


def _desk_page(
    request: HttpRequest,
    found: Desk,
    verdicts: Mapping[str, ItemVerdict],
    problems: tuple[Problem, ...] = (),
    *,
    status: int = 200,
) -> HttpResponse:
    view, now, actor = found.view, timezone.now(), actor_of(official_of(request))
    dossier, revision = view.dossier, compiled(view.dossier.revision_id)
    holder_gone = dossier.assignee_id != actor.account_id and holder_is_gone(dossier, now)
    shown = shown_file(view.files, request.GET.get("giay", ""), request.GET.get("phien", ""))
    context = {
        "dossier_id": dossier.pk,
        "identity": show.identity_of(dossier, now),
        "standing": show.standing_of(dossier, actor, holder_gone=holder_gone),
        "checklist": lines_of(view, revision, verdicts, problems),
        "papers": links_of(view.files, shown),
        "viewer": viewer_of(dossier, view.files, shown),
        "applicant": show.applicant_facts(dossier),
        "answers": show.sections_of(dossier, revision),
        "times": show.deadline_facts(dossier),
        "derivation": show.derivation_of(dossier),
        "happenings": show.happenings_of(view.events),
        "requests": show.earlier_requests(found),
        "slips": slips_of(dossier, view.papers, view.results),
        "problems": problems,
        "next": _next_address(request, dossier),
    }
    return office_page(request, "office/desk.html", context, section="work", status=status)


def _next_address(request: HttpRequest, dossier: Dossier) -> str | None:
    """The next dossier the official holds; None at the end."""
    if dossier.next_event_at is None:
        return None
    page = queue(actor_of(official_of(request)), "mine", after=Cursor(dossier.next_event_at, dossier.pk))
    return reverse("office:desk", args=[page.rows[0].pk]) if page.rows else None
