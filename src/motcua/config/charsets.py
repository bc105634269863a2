# SPDX-License-Identifier: EUPL-1.2
"""Only UTF-8 is understood: other character sets can say what text may not hold, or are no text at all."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

_UTF_8 = {"utf-8", "utf8"}


def utf_8_only(respond: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware that answers 400 to a request said to be in another character set."""

    def checked(request: HttpRequest) -> HttpResponse:
        named = (request.content_params or {}).get("charset", "utf-8")
        if named.lower() not in _UTF_8:
            request.encoding = "utf-8"
            raise BadRequest
        return respond(request)

    return checked
