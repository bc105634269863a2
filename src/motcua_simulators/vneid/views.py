# SPDX-License-Identifier: EUPL-1.2
"""Choosing who to be, and pages for what went wrong. The consent page is the library's, with our template."""

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from motcua_simulators.vneid.models import Person


def portal_context(_request: HttpRequest) -> dict[str, object]:
    """Where the portal is, for the way back."""
    return {"portal": settings.PORTAL}


@require_http_methods(["GET", "POST"])
def choose_person(request: HttpRequest) -> HttpResponse:
    """The list of made-up people; one tap signs in as one of them."""
    onward = _onward(request)
    people = list(Person.objects.all())
    person = next((person for person in people if person.slug == request.POST.get("person")), None)
    if person is None:
        return render(request, "vneid/people.html", {"people": people, "next": onward})
    login(request, person, backend="django.contrib.auth.backends.ModelBackend")
    return redirect(onward or settings.PORTAL)


def _onward(request: HttpRequest) -> str:
    """Where to go after the choice: a path of this program, or nothing."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    return wanted if url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) else ""


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django hands it over.
    """403: the page was open too long, or cookies are off."""
    return render(request, "vneid/stale_form.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """404."""
    return render(request, "vneid/not_found.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """500."""
    return render(request, "vneid/failed.html", status=500)
