# SPDX-License-Identifier: EUPL-1.2
"""One dossier of the signed-in person (C20) and its papers. A file is reached through its dossier only."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from motcua.documents.queries import file_content
from motcua.documents.responses import file_response
from motcua.portal.own_dossier import OwnDossier, with_dossier
from motcua.portal.presenters.dossier_page import dossier_page

SENT = "da-gui"
_PDF = "application/pdf"


@require_safe
@with_dossier
def dossier(request: HttpRequest, own: OwnDossier) -> HttpResponse:
    """C20: whose turn, by when, who."""
    own.record("dossier")
    context = {"section": "mine", "own": own, "page": dossier_page(own), "just_sent": SENT in request.GET}
    return render(request, "portal/dossier.html", context)


@require_safe
@with_dossier
def dossier_file(request: HttpRequest, own: OwnDossier, sha256: str) -> HttpResponse:  # noqa: ARG001
    """A paper the person sent, any version of it."""
    found = next((file for file in own.view.files if file.stored.sha256 == sha256), None)
    if found is None:
        raise Http404
    own.record(f"file {sha256}")
    return served(sha256, found.stored.media_type, _named(found.name, found.stored.media_type), inline=True)


@require_safe
@with_dossier
def slip(request: HttpRequest, own: OwnDossier, paper_id: int) -> HttpResponse:
    """A slip as a PDF; while it is still being made, a page that says so."""
    found = next((paper for paper in own.view.papers if paper.pk == paper_id), None)
    if found is None:
        raise Http404
    if found.stored is None:
        context = {"section": "mine", "own": own, "paper": found}
        return render(request, "portal/slip_in_making.html", context)
    own.record(f"slip {paper_id}")
    return served(found.stored.sha256, _PDF, f"{found.number.replace('/', '-')}.pdf", inline=True)


def served(sha256: str, media_type: str, name: str, *, inline: bool) -> HttpResponse:
    """A stored file as an answer."""
    content = file_content(sha256)
    if content is None:
        raise Http404
    return file_response(content, media_type, name, inline=inline)


def _named(name: str, media_type: str) -> str:
    return f"{name}.pdf" if media_type == _PDF else f"{name}.jpg"
