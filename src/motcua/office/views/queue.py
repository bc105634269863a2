# SPDX-License-Identifier: EUPL-1.2
"""What next: own work, the common queue, search (O02, O03, O23)."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from motcua.core.values import Refusal, clean_line
from motcua.dossiers.decisions import Actor
from motcua.dossiers.models import Dossier
from motcua.dossiers.services import reception
from motcua.dossiers.worklists import PAGE, done_by_unit, find_by_code, queue, tab_counts
from motcua.identity.access import official_of, official_required
from motcua.office.actors import actor_of
from motcua.office.inputs import read_cursor, read_moment, write_cursor
from motcua.office.presenters.queue import EMPTY, TABS, rows_of, tabs_of
from motcua.office.views.page import dossier_or_404, go_on, office_page

LONGEST_SEARCH = 100


@never_cache
@require_GET
@official_required()
def work(request: HttpRequest) -> HttpResponse:
    """The worklist: one tab, ordered by what must happen first."""
    tab = request.GET.get("tab", "mine")
    if tab not in TABS:
        raise Http404
    now, actor = timezone.now(), actor_of(official_of(request))
    dossiers, following = _page(actor, tab, request.GET.get("after", ""))
    context = {
        "tab": tab,
        "heading": TABS[tab],
        "tabs": tabs_of(tab, tab_counts(actor)),
        "rows": rows_of(dossiers, now),
        "empty": EMPTY[tab],
        "first": _address(tab) if request.GET.get("after") else None,
        "next": _address(tab, following) if following else None,
    }
    return office_page(request, "office/queue.html", context, section="work")


def _page(actor: Actor, tab: str, after: str) -> tuple[tuple[Dossier, ...], str]:
    """The rows and where the next page begins, "" on the last one."""
    if tab == "done":
        dossiers = done_by_unit(actor, before=read_moment(after))
        return dossiers, _last_finished(dossiers)
    page = queue(actor, tab, after=read_cursor(after))
    return page.rows, write_cursor(page.next) if page.next else ""


def _last_finished(dossiers: tuple[Dossier, ...]) -> str:
    last: datetime | None = dossiers[-1].finished_at if len(dossiers) == PAGE else None
    return last.isoformat() if last else ""


def _address(tab: str, after: str = "") -> str:
    query = {"tab": tab, "after": after} if after else {"tab": tab}
    return f"{reverse('office:queue')}?{urlencode(query)}"


@require_POST
@official_required()
def take(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Takes a dossier from the common queue; who comes second is told who was first (R-056)."""
    dossier_or_404(request, dossier_id)
    actor = actor_of(official_of(request))
    taken = reception.take(dossier_id=dossier_id, actor=actor, now=timezone.now())
    if isinstance(taken, Refusal):
        messages.warning(request, taken.message)
        return redirect(_address("common"))
    return go_on(request, taken, f"Bạn đã nhận hồ sơ {taken.code}.", "office:desk", dossier_id)


@require_POST
@official_required()
def put_back(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Gives a dossier back to the common queue."""
    dossier_or_404(request, dossier_id)
    actor = actor_of(official_of(request))
    given = reception.put_back(dossier_id=dossier_id, actor=actor, now=timezone.now())
    if isinstance(given, Refusal):
        return go_on(request, given, "", "office:desk", dossier_id)
    return go_on(request, given, f"Đã trả hồ sơ {given.code} về hàng chờ chung.", "office:queue")


@never_cache
@require_GET
@official_required()
def search(request: HttpRequest) -> HttpResponse:
    """Dossiers of the official's units by code or name."""
    text = clean_line(request.GET.get("q", ""))[:LONGEST_SEARCH]
    found = find_by_code(actor_of(official_of(request)), text) if text else ()
    context = {"text": text, "rows": rows_of(found, timezone.now())}
    return office_page(request, "office/search.html", context, section="search")
