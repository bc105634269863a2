# SPDX-License-Identifier: EUPL-1.2
"""Receiving the result (C24)."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from motcua.portal.own_dossier import OwnDossier, with_dossier
from motcua.portal.presenters.result_page import issued_result
from motcua.portal.views.dossier import served


@require_safe
@with_dossier
def result(request: HttpRequest, own: OwnDossier) -> HttpResponse:
    """C24: the signed paper, what its signatures say, how to use it. Before there is one, the dossier's page."""
    found = [shown for each in own.view.results if (shown := issued_result(own, each))]
    if not found:
        return redirect(own.address("dossier"))
    own.record("result")
    return render(request, "portal/result.html", {"section": "mine", "own": own, "results": found})


@require_safe
@with_dossier
def result_file(request: HttpRequest, own: OwnDossier, result_id: int) -> HttpResponse:  # noqa: ARG001
    """The signed PDF, byte for byte as signed."""
    found = next((each for each in own.view.results if each.pk == result_id), None)
    if found is None or found.signed_file is None:
        raise Http404
    own.record(f"result file {result_id}")
    name = f"{found.name} {own.dossier.code}.pdf"
    return served(found.signed_file.sha256, "application/pdf", name, inline=False)
