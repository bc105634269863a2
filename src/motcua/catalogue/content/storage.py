# SPDX-License-Identifier: EUPL-1.2
"""Contents as stored JSON, with a version, so that old revisions stay readable for life."""

from collections.abc import Callable, Mapping

from motcua.core.values import Problem

from .definition import ProcedureContent
from .reading import parse_content

VERSION = 1

# From each older version to the next; a stored content is led through all that follow its own.
_UPGRADES: dict[int, Callable[[Mapping[str, object]], Mapping[str, object]]] = {}


def to_json(content: ProcedureContent) -> dict[str, object]:
    """The content as plain JSON values with its version."""
    return {"version": VERSION, "slug": content.slug, "procedure": dict(content.source)}


def from_json(stored: object) -> ProcedureContent | tuple[Problem, ...]:
    """The stored content, upgraded where it is older; or what is wrong with it."""
    version = stored.get("version") if isinstance(stored, Mapping) else None
    if not isinstance(stored, Mapping) or type(version) is not int or not 1 <= version <= VERSION:
        message = f"Chưa đọc được thủ tục đã lưu: cần phiên bản từ 1 đến {VERSION}"
        return (Problem("", "unknown_version", message),)
    for older in range(version, VERSION):
        stored = _UPGRADES[older](stored)
    return parse_content(stored.get("procedure"), str(stored.get("slug", "")))
