# SPDX-License-Identifier: EUPL-1.2
"""The draft of a result: boxes beside the page as it will be printed, then on to the leader (O15)."""

import re
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from motcua.catalogue.queries import compiled
from motcua.core.values import Refusal
from motcua.core.workflow import Kind
from motcua.documents.pages import page_image
from motcua.documents.responses import file_response
from motcua.dossiers.models import Result, ResultState
from motcua.dossiers.rendering import render_result
from motcua.dossiers.services import results
from motcua.dossiers.worklists import Desk
from motcua.identity.access import official_of, official_required
from motcua.office.actors import actor_of
from motcua.office.inputs import read_fields
from motcua.office.presenters.desk import identity_of, standing_of
from motcua.office.presenters.result_form import chosen_result, defaults_of, fields_of
from motcua.office.views.page import desk_or_404, go_on, office_page, record_look

_PAGE = re.compile(r"[0-9]{1,4}")


@never_cache
@require_http_methods(["GET", "POST"])
@official_required()
def result(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """The boxes of the draft, filled from the answers or as last saved."""
    found = desk_or_404(request, dossier_id)
    if request.method == "POST":
        saved = _save(request, found)
        return go_on(request, saved, "Đã lưu dự thảo.", "office:result", dossier_id)
    now, dossier = timezone.now(), found.view.dossier
    if dossier.step_kind != Kind.APPRAISE:
        return redirect("office:desk", dossier_id)
    record_look(request, dossier, now=now, what="result:form")
    revision, draft = compiled(dossier.revision_id), _draft(found)
    kind = chosen_result(revision.content, request.GET.get("output", ""), draft)
    values = draft.data if draft and draft.output == kind.id else {}
    context = {
        "dossier_id": dossier.pk,
        "identity": identity_of(dossier, now),
        "standing": standing_of(dossier, actor_of(official_of(request))),
        "outputs": tuple((one.id, one.name) for one in revision.content.results),
        "output": kind,
        "fields": fields_of(revision, kind, defaults_of(dossier, revision, kind), values),
        "saved": draft,
    }
    return office_page(request, "office/result.html", context, section="work")


@require_POST
@official_required()
def submit_for_signing(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Saves what was typed and hands the draft to the leader."""
    found = desk_or_404(request, dossier_id)
    saved = _save(request, found) if "output" in request.POST else None
    if isinstance(saved, Refusal):
        return go_on(request, saved, "", "office:result", dossier_id)
    moved = results.submit_for_signing(
        dossier_id=dossier_id, actor=actor_of(official_of(request)), now=timezone.now()
    )
    onward = "office:result" if isinstance(moved, Refusal) else "office:desk"
    return go_on(request, moved, "Đã trình ký.", onward, dossier_id)


@never_cache
@require_GET
@official_required()
def preview(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """The draft as PDF; `trang` gives one page of it as a picture."""
    found = desk_or_404(request, dossier_id)
    draft, now = found.result, timezone.now()
    if draft is None:
        raise Http404
    record_look(request, found.view.dossier, now=now, what=f"result:{draft.pk}:preview")
    content = render_result(draft, dated=now).content
    if not (number := request.GET.get("trang", "")):
        return file_response(
            content, "application/pdf", f"{found.view.dossier.code}-du-thao.pdf", inline=True
        )
    image = page_image(content, "application/pdf", int(number)) if _PAGE.fullmatch(number) else None
    if image is None:
        raise Http404
    return file_response(image, "image/webp", f"{found.view.dossier.code}-{number}.webp", inline=True)


def _draft(found: Desk) -> Result | None:
    """The draft that can still be changed."""
    row = found.result
    return row if row and row.state in {ResultState.DRAFT, ResultState.SUBMITTED} else None


def _save(request: HttpRequest, found: Desk) -> Result | Refusal:
    dossier = found.view.dossier
    revision = compiled(dossier.revision_id)
    kind = revision.content.result(request.POST.get("output", ""))
    if kind is None:
        return Refusal("unknown_output", "Chọn loại kết quả trước khi lưu.")
    typed = read_fields(request.POST, kind.fields)
    return results.prepare_result(
        dossier_id=dossier.pk,
        actor=actor_of(official_of(request)),
        output=kind.id,
        data=defaults_of(dossier, revision, kind) | typed,
        now=timezone.now(),
    )
