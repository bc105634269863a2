# SPDX-License-Identifier: EUPL-1.2
"""Looking up a dossier without an account (C27): the code and the four digits of the slip."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from motcua.audit.services import record
from motcua.core.values import Problem
from motcua.dossiers.queries import dossier_by_tracking
from motcua.identity.clients import client_of
from motcua.identity.lookups import is_slowed_down, record_failed_lookup
from motcua.portal.inputs_following import TrackingInput, read_tracking
from motcua.portal.presenters.masking import masked_name
from motcua.portal.presenters.standing import standing_of

# One message for a wrong code and for wrong digits: nobody learns which codes exist.
_NOT_FOUND = Problem(
    "code",
    "not_found",
    "Không thấy hồ sơ nào khớp cả mã và 4 số. Xem lại hai chỗ này trên giấy tiếp nhận hoặc tin nhắn",
)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def track(request: HttpRequest) -> HttpResponse:
    """C27. Nothing changes by looking, so the answer comes at once; the digits never stand in an address."""
    if request.method != "POST":
        return _form(request, TrackingInput(request.GET.get("ma", "")[:60], "", ()))
    typed = read_tracking(request)
    if typed.problems:
        return _form(request, typed)
    now = timezone.now()
    # Both who asks and what is asked for: digits of one dossier cannot be tried from many addresses.
    names = (f"client:{client_of(request)}", f"dossier:{typed.code}")
    if is_slowed_down(names, now=now):
        return render(request, "portal/track_later.html", {"section": "track"}, status=429)
    found = dossier_by_tracking(typed.code, typed.digits)
    if found is None:
        record_failed_lookup(names, now=now)
        return _form(request, TrackingInput(typed.code, typed.digits, (_NOT_FOUND,)))
    record(chain=f"dossier:{found.pk}", act="portal:dossier:track", actor="visitor", at=now)
    context = {
        "section": "track",
        "dossier": found,
        "standing": standing_of(found, now),
        "person": masked_name(found.applicant_name),
    }
    return render(request, "portal/tracked.html", context)


def _form(request: HttpRequest, typed: TrackingInput) -> HttpResponse:
    errors = {problem.place: problem.message for problem in typed.problems}
    context = {"section": "track", "typed": typed, "problems": typed.problems, "errors": errors}
    return render(request, "portal/track.html", context, status=422 if typed.problems else 200)
