# SPDX-License-Identifier: EUPL-1.2
"""Pages for what went wrong, without losing what was filled in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django hands it over.
    """403: the page was open too long or cookies are off. What was saved before is still there."""
    return render(request, "portal/errors/stale_form.html", status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """400: more text or more files in one sending than a page ever has."""
    return render(request, "portal/errors/bad_request.html", status=400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """404: the same page for what does not exist and for what is somebody else's."""
    return render(request, "theme/pages/404.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """500: not the person's fault, and a time by which we find what happened."""
    now = timezone.localtime()
    reference = f"{now:%H:%M:%S} {now.day}/{now.month}/{now.year}"
    return render(request, "theme/pages/500.html", {"reference": reference}, status=500)
