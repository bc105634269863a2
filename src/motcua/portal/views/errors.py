# SPDX-License-Identifier: EUPL-1.2
"""Pages for what went wrong, without losing what was filled in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django hands it over.
    """403: the page was open too long or cookies are off. What was saved before is still there."""
    return render(request, "portal/errors/stale_form.html", status=403)
