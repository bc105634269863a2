# SPDX-License-Identifier: EUPL-1.2
"""Conditions as stored JSON, with a version, so that old rows stay readable when the shape changes."""

from collections.abc import Callable, Mapping

from motcua.core.values import Problem

from .syntax import parse
from .tree import Condition
from .writing import to_source

VERSION = 1

# From each older version to the next; a stored condition is led through all that follow its own.
_UPGRADES: dict[int, Callable[[object], object]] = {}


def to_json(condition: Condition) -> dict[str, object]:
    """The condition as plain JSON values with its version."""
    return {"version": VERSION, "tree": to_source(condition)}


def from_json(stored: object, place: str = "") -> Condition | tuple[Problem, ...]:
    """The stored condition, upgraded where it is older; or what is wrong with it."""
    version = stored.get("version") if isinstance(stored, Mapping) else None
    if not isinstance(stored, Mapping) or type(version) is not int or not 1 <= version <= VERSION:
        message = f"Chưa đọc được điều kiện đã lưu: cần phiên bản từ 1 đến {VERSION}"
        return (Problem(place, "unknown_version", message),)
    tree = stored.get("tree")
    for older in range(version, VERSION):
        tree = _UPGRADES[older](tree)
    return parse(tree, place)
