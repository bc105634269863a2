# SPDX-License-Identifier: EUPL-1.2
"""The files of a dossier, whole or as pictures of their pages. Every look goes on record."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from motcua.documents.models import StoredFile
from motcua.documents.pages import page_image
from motcua.documents.queries import file_content
from motcua.documents.responses import file_response
from motcua.identity.access import official_required
from motcua.office.lookups import file_of_dossier
from motcua.office.views.page import dossier_or_404, record_look

_ENDINGS = {"application/pdf": ".pdf", "image/jpeg": ".jpg"}


@never_cache
@require_GET
@official_required()
def file(request: HttpRequest, dossier_id: UUID, sha256: str) -> HttpResponse:
    """A paper, a slip or a result as it is stored."""
    stored, name, content = _read(request, dossier_id, sha256, "")
    return file_response(
        content, stored.media_type, name.replace("/", "-") + _ENDINGS.get(stored.media_type, ""), inline=True
    )


@never_cache
@require_GET
@official_required()
def picture(request: HttpRequest, dossier_id: UUID, sha256: str, number: int) -> HttpResponse:
    """One page of it as a picture."""
    stored, name, content = _read(request, dossier_id, sha256, f":page:{number}")
    image = page_image(content, stored.media_type, number)
    if image is None:
        raise Http404
    return file_response(image, "image/webp", f"{name.replace('/', '-')}-{number}.webp", inline=True)


def _read(request: HttpRequest, dossier_id: UUID, sha256: str, part: str) -> tuple[StoredFile, str, bytes]:
    dossier = dossier_or_404(request, dossier_id)
    found = file_of_dossier(dossier, sha256)
    content = file_content(sha256) if found else None
    if found is None or content is None:
        raise Http404
    record_look(request, dossier, now=timezone.now(), what=f"file:{sha256}{part}")
    return found[0], found[1], content
