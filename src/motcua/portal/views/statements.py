# SPDX-License-Identifier: EUPL-1.2
"""Pages that say how we work (X06, X07), and the one that says whether we do."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """X06: what is kept, why, who sees it."""
    return render(request, "theme/pages/privacy.html")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """X07: the standard, the known gaps, whom to tell."""
    return render(request, "theme/pages/accessibility.html")


@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django hands it over.
    """For load balancers and watchers: "ok" when pages and the database answer."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("database", content_type="text/plain", status=503)
    return HttpResponse("ok", content_type="text/plain")
