# SPDX-License-Identifier: EUPL-1.2
"""Sending a stored file to a browser without letting it do anything there."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

_SERVED = {"application/pdf", "image/jpeg", "image/png", "image/webp"}
_POLICY = "sandbox; default-src 'none'"
# The PDF viewers of browsers do not start in a sandboxed page; they are a sandbox of their own.
_PDF_POLICY = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'"


def file_response(content: bytes, media_type: str, name: str, *, inline: bool) -> HttpResponse:
    """The bytes as a download, or shown in the browser when inline and of a type made only for looking.

    The browser may not guess another type, run scripts or load anything. Not to be cached by others.
    """
    known = media_type in _SERVED
    response = HttpResponse(content, content_type=media_type if known else "application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(not (inline and known), name) or "attachment"
    response["Content-Security-Policy"] = _PDF_POLICY if media_type == "application/pdf" else _POLICY
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
