# SPDX-License-Identifier: EUPL-1.2
"""The places that can settle a dossier, the one of the person's residence first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from motcua.core.values import fold
from motcua.identity.queries import fact_values
from motcua.portal.holding import Held


class OfferedUnit(Protocol):
    """A unit as it is offered."""

    pk: int
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class UnitChoice:
    """Options of the radios; by_residence: whether the chosen one is a proposal of ours."""

    options: tuple[tuple[str, str], ...]
    hints: Mapping[str, str]
    chosen: str
    by_residence: bool


def unit_choice(units: Iterable[OfferedUnit], held: Held) -> UnitChoice:
    """The radios of the unit page."""
    offered = tuple(units)
    ward = fold(_ward(held))
    near = next((str(unit.pk) for unit in offered if ward and ward in fold(unit.name)), "")
    chosen = str(held.draft.unit_id or "") or near
    return UnitChoice(
        options=tuple((str(unit.pk), unit.name) for unit in offered),
        hints={str(unit.pk): unit.address for unit in offered if unit.address},
        chosen=chosen,
        by_residence=bool(near) and chosen == near,
    )


def _ward(held: Held) -> str:
    """The ward of residence, or ""."""
    residence = fact_values(held.account).get("residence.address") if held.account else None
    ward = residence.get("ward") if isinstance(residence, dict) else ""
    return ward if isinstance(ward, str) else ""
