# SPDX-License-Identifier: EUPL-1.2
"""Stored JSON that carries a version, led through a chain of upgrades to the newest."""

from collections.abc import Callable, Mapping, Sequence

from motcua.core.values.outcome import Problem

Upgrade = Callable[[Mapping[str, object]], Mapping[str, object]]


def upgrade(stored: object, steps: Sequence[Upgrade], *, place: str = "") -> Mapping[str, object] | Problem:
    """The stored mapping in the newest version, or a problem when its version is unknown.

    steps: the upgrades in order; the first leads from version 1 to 2, so the newest is one more than there
    are steps.
    """
    newest = len(steps) + 1
    version = stored.get("version") if isinstance(stored, Mapping) else None
    if not isinstance(stored, Mapping) or type(version) is not int or not 1 <= version <= newest:
        message = f"Chưa đọc được dữ liệu đã lưu. Chương trình này đọc phiên bản từ 1 đến {newest}"
        return Problem(place, "unknown_version", message)
    for step in steps[version - 1 :]:
        stored = step(stored)
    return stored
