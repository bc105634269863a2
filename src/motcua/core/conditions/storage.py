# SPDX-License-Identifier: EUPL-1.2
"""Conditions as stored JSON, with a version, so that old rows stay readable when the shape changes."""

from motcua.core.values import Problem, Upgrade, upgrade

from .syntax import parse
from .tree import Condition
from .writing import to_source

UPGRADES: tuple[Upgrade, ...] = ()
VERSION = len(UPGRADES) + 1


def to_json(condition: Condition) -> dict[str, object]:
    """The condition as plain JSON values with its version."""
    return {"version": VERSION, "tree": to_source(condition)}


def from_json(stored: object, place: str = "") -> Condition | tuple[Problem, ...]:
    """The stored condition, upgraded where it is older; or what is wrong with it."""
    newest = upgrade(stored, UPGRADES, place=place)
    return (newest,) if isinstance(newest, Problem) else parse(newest.get("tree"), place)
