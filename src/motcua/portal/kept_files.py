# SPDX-License-Identifier: EUPL-1.2
"""Files of an answer that could not be sent as a whole: what was right is kept, so that nobody photographs twice.

The session holds names and SHA-256 only; it is written by the server, so nobody can name a file of somebody else.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest

from motcua.core.values import Problem
from motcua.documents.queries import file_content
from motcua.documents.services import store_upload
from motcua.portal.inputs_following import Files

_KEY = "supplements"


def kept_names(request: HttpRequest, dossier_id: UUID) -> dict[str, tuple[str, ...]]:
    """Names of the kept files by item key."""
    return {item: tuple(name for name, _ in kept) for item, kept in _kept(request, dossier_id).items()}


def with_kept(request: HttpRequest, dossier_id: UUID, files: Files) -> Files:
    """The files just sent, and those kept before for items that got none now."""
    found = {item: _contents(kept) for item, kept in _kept(request, dossier_id).items()}
    return {**{item: parts for item, parts in found.items() if parts}, **files}


def keep(request: HttpRequest, dossier_id: UUID, files: Files, now: datetime) -> None:
    """Keeps the items of which every file can be read; a new file of an item takes the place of the old."""
    kept = dict(_kept(request, dossier_id))
    for item, parts in files.items():
        read = [(name, store_upload(name, content, place=item, now=now)) for name, content in parts]
        stored = [(name, file.sha256) for name, file in read if not isinstance(file, Problem)]
        kept.pop(item, None)
        if len(stored) == len(read):
            kept[item] = stored
    request.session[_KEY] = {str(dossier_id): kept}


def forget(request: HttpRequest) -> None:
    """Drops what was kept, after it was sent."""
    request.session.pop(_KEY, None)


def _kept(request: HttpRequest, dossier_id: UUID) -> Mapping[str, Sequence[tuple[str, str]]]:
    kept: Mapping[str, Sequence[tuple[str, str]]] = request.session.get(_KEY, {}).get(str(dossier_id), {})
    return kept


def _contents(kept: Sequence[tuple[str, str]]) -> tuple[tuple[str, bytes], ...]:
    read = ((name, file_content(sha256)) for name, sha256 in kept)
    return tuple((name, content) for name, content in read if content is not None)
