# SPDX-License-Identifier: EUPL-1.2
"""Who asks, when nobody has signed in."""

from django.conf import settings
from django.http import HttpRequest


def client_of(request: HttpRequest) -> str:
    """The network address that asks: as our own proxy saw it, if there is one, else as we see it.

    Without a proxy the header is whatever the visitor writes, and would give each guess a new name.
    """
    forwarded = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    seen = forwarded if settings.MOTCUA.behind_proxy else ""
    return (seen or str(request.META.get("REMOTE_ADDR", "")))[:60]
