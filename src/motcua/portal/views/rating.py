# SPDX-License-Identifier: EUPL-1.2
"""Rating how a dossier was settled (C28): three grades, changeable for seven days, never a condition."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from motcua.core.values import Problem, Refusal
from motcua.portal.inputs_following import RatingInput, read_rating
from motcua.portal.own_dossier import OwnDossier, with_dossier
from motcua.surveys.queries import rating_of
from motcua.surveys.services import CHANGEABLE_FOR, REASONS
from motcua.surveys.services import rate as keep_rating

_GRADES = (("3", "Rất hài lòng"), ("2", "Hài lòng"), ("1", "Chưa hài lòng"))
_DONE = "da-ghi"


@require_http_methods(["GET", "HEAD", "POST"])
@with_dossier
def rate(request: HttpRequest, own: OwnDossier) -> HttpResponse:
    """C28. A dossier that is not settled yet cannot be rated: its page says where it stands."""
    if own.dossier.finished_at is None:
        return redirect(own.address("dossier"))
    if request.method != "POST":
        return _render(request, own, None, ())
    typed = read_rating(request)
    outcome = keep_rating(
        dossier_id=own.dossier.pk,
        unit_id=own.dossier.unit_id,
        province=own.dossier.province,
        grade=typed.grade,
        reasons=typed.reasons,
        comment=typed.comment,
        now=own.now,
    )
    if isinstance(outcome, Refusal):
        return _render(request, own, typed, (Problem("grade", outcome.code, outcome.message),))
    return redirect(f"{own.address('rate')}?{_DONE}")


def _render(
    request: HttpRequest, own: OwnDossier, typed: RatingInput | None, problems: tuple[Problem, ...]
) -> HttpResponse:
    said = rating_of(own.dossier.pk)
    shown = typed or (
        RatingInput(said.grade, tuple(said.reasons), said.comment) if said else RatingInput(0, (), "")
    )
    until = said.first_at + CHANGEABLE_FOR if said else None
    context = {
        "section": "mine",
        "own": own,
        "shown": shown,
        "said": dict(_GRADES).get(str(said.grade)) if said else None,
        "open": until is None or own.now <= until,
        "until": until,
        "done": _DONE in request.GET,
        "grades": _GRADES,
        "reasons": tuple(REASONS.items()),
        "problems": problems,
    }
    return render(request, "portal/rate.html", context, status=422 if problems else 200)
