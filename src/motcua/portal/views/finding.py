# SPDX-License-Identifier: EUPL-1.2
"""Finding a procedure and deciding to begin (C01, C02, C04). No page here asks who is looking."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from motcua.catalogue.queries import compiled, current_revision_id, most_used, procedure_page
from motcua.catalogue.queries import search as search_procedures
from motcua.core.conditions import with_today
from motcua.dossiers.services.drafts import start_draft
from motcua.identity.access import citizen_of
from motcua.portal.holding import Held, local_day, remember_here
from motcua.portal.inputs import search_text
from motcua.portal.journey import first_address
from motcua.portal.presenters.start_page import start_page

_NEAREST = 5


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """C01: search, and what most people come for."""
    today = local_day(timezone.now())
    return render(request, "portal/home.html", {"section": "find", "hits": most_used(on=today)})


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """C02: what was found, or what else there is."""
    today = local_day(timezone.now())
    text = search_text(request)
    if not text:
        return redirect("portal:home")
    hits = search_procedures(text, on=today)
    others = () if hits else most_used(on=today, limit=_NEAREST)
    return render(
        request, "portal/search.html", {"section": "find", "text": text, "hits": hits, "others": others}
    )


@require_safe
def procedure(request: HttpRequest, code: str) -> HttpResponse:
    """C04: what it is, what it costs, what is needed, and one button."""
    revision = procedure_page(code, local_day(timezone.now()))
    if revision is None:
        raise Http404
    context = {"section": "find", "page": start_page(revision), "content": revision.content}
    return render(request, "portal/procedure.html", context)


@require_POST
def start(request: HttpRequest, code: str) -> HttpResponse:
    """Begins a draft, kept by the account or, before sign-in, by this browser."""
    now = timezone.now()
    revision_id = current_revision_id(code, local_day(now))
    if revision_id is None:
        raise Http404
    account = citizen_of(request)
    draft = start_draft(
        revision_id=revision_id,
        unit_id=None,
        account_id=account.pk if account else None,
        province=settings.MOTCUA.province,
        now=now,
    )
    if account is None:
        remember_here(request, draft.pk)
    held = Held(draft, compiled(revision_id), account, now, with_today({}, local_day(now)))
    return redirect(first_address(held))
