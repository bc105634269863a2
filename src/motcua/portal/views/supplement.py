# SPDX-License-Identifier: EUPL-1.2
"""Answering a request for supplements (C21): only what is asked, everything else stays."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from motcua.core.values import Problem, Refusal
from motcua.documents.intake import ACCEPT
from motcua.dossiers.queries import SupplementRequest
from motcua.dossiers.services.supplements import answer_supplement
from motcua.portal.inputs_following import SupplementInput, read_supplement
from motcua.portal.kept_files import forget, keep, kept_names, with_kept
from motcua.portal.own_dossier import OwnDossier, with_dossier
from motcua.portal.presenters.supplement_page import supplement_page
from motcua.portal.views.dossier import SENT


@require_http_methods(["GET", "HEAD", "POST"])
@with_dossier
def supplement(request: HttpRequest, own: OwnDossier) -> HttpResponse:
    """C21. When nothing is asked any more, such as at a second press, the dossier's page says where it stands."""
    asked = own.view.supplement
    if asked is None or own.dossier.ball != "citizen":
        return redirect(own.address("dossier"))
    if request.method != "POST":
        own.record("supplement")
        return _render(request, own, asked, {}, ())
    typed = read_supplement(request, [item["item"] for item in asked.items])
    problems = _send(request, own, typed)
    if problems:
        keep(request, own.dossier.pk, typed.files, own.now)
        return _render(request, own, asked, typed.notes, problems)
    forget(request)
    return redirect(f"{own.address('dossier')}?{SENT}")


def _send(request: HttpRequest, own: OwnDossier, typed: SupplementInput) -> tuple[Problem, ...]:
    """What keeps the answer from being sent; empty when it has been."""
    files = with_kept(request, own.dossier.pk, typed.files)
    if typed.problems:
        return typed.problems
    outcome = answer_supplement(
        dossier_id=own.dossier.pk, account_id=own.account.pk, files=files, notes=typed.notes, now=own.now
    )
    if isinstance(outcome, Refusal):
        return (Problem("gui", outcome.code, outcome.message),)
    return outcome if isinstance(outcome, tuple) else ()


def _render(
    request: HttpRequest,
    own: OwnDossier,
    asked: SupplementRequest,
    notes: Mapping[str, str],
    problems: tuple[Problem, ...],
) -> HttpResponse:
    kept = kept_names(request, own.dossier.pk)
    page = supplement_page(own, asked, kept=kept, notes=notes, problems=problems)
    context = {"section": "mine", "own": own, "page": page, "problems": problems, "accept": ACCEPT}
    return render(request, "portal/supplement.html", context, status=422 if problems else 200)
