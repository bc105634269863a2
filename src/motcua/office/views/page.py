# SPDX-License-Identifier: EUPL-1.2
"""What every page of officials has: who is signed in, the sections open to them, keys and density."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from motcua.core.values import Refusal
from motcua.dossiers.models import Dossier
from motcua.dossiers.services.history import record_view
from motcua.dossiers.worklists import Desk, desk_of
from motcua.identity.access import OfficialContext, official_of
from motcua.office.actors import actor_of, role_in
from motcua.office.lookups import dossier_of_unit

# Choices of this browser: keys can be turned off (WCAG 2.1.4), rows made lower.
SHORTCUTS_COOKIE = "motcua_phim_tat"
DENSITY_COOKIE = "motcua_mat_do"
OFF = "off"
COMPACT = "compact"


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the office. key: the page's `section`; shortcut: key of the keyboard, if it has one."""

    key: str
    text: str
    route: str
    function: str = ""
    shortcut: str = ""


_SECTIONS = (
    Section("work", "Việc của tôi", "office:queue"),
    Section("signing", "Ký kết quả", "office:signing", "leader"),
    Section("registry", "Văn thư", "office:registry", "clerk"),
    Section("search", "Tìm hồ sơ", "office:search", shortcut="Slash"),
    Section("keys", "Phím tắt", "office:shortcuts", shortcut="Shift+Slash"),
)


def office_page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, object],
    *,
    section: str = "",
    status: int = 200,
) -> HttpResponse:
    """Renders a page of the office. No query is made for the frame."""
    official = official_of(request)
    frame = {
        "official": {"name": official.name, "unit": official.unit.name},
        "sections": sections_of(official),
        "section": section,
        "shortcuts": request.COOKIES.get(SHORTCUTS_COOKIE) != OFF,
        "density": request.COOKIES.get(DENSITY_COOKIE, ""),
        "problems": (),
    }
    return render(request, template, {**frame, **context}, status=status)


def sections_of(official: OfficialContext) -> tuple[Section, ...]:
    """The sections this official has work in."""
    return tuple(one for one in _SECTIONS if not one.function or official.has(one.function))


def desk_or_404(request: HttpRequest, dossier_id: UUID) -> Desk:
    """The dossier when it is one of the official's units'; the same 404 for foreign and unknown ones."""
    desk = desk_of(dossier_id, actor_of(official_of(request)))
    if desk is None:
        raise Http404
    return desk


def dossier_or_404(request: HttpRequest, dossier_id: UUID) -> Dossier:
    """The bare dossier, by the same rule."""
    dossier = dossier_of_unit(dossier_id, actor_of(official_of(request)))
    if dossier is None:
        raise Http404
    return dossier


def record_look(request: HttpRequest, dossier: Dossier, *, now: datetime, what: str) -> None:
    """Every look at a dossier or a file of it goes on record."""
    actor = actor_of(official_of(request))
    record_view(
        dossier_id=dossier.pk,
        account_id=actor.account_id,
        role=role_in(actor, dossier),
        now=now,
        what=what,
    )


def go_on(request: HttpRequest, outcome: object, done: str, route: str, *args: object) -> HttpResponse:
    """After an act: on to the next page with what was done, or with why it was not."""
    if isinstance(outcome, Refusal):
        messages.warning(request, outcome.message)
    else:
        messages.success(request, done)
    return redirect(route, *args)
