# SPDX-License-Identifier: EUPL-1.2
"""Stretches in which the clock stands still on a ground of law, and their union."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from .calendar import local


@dataclass(frozen=True, slots=True)
class Suspension:
    """The clock stood still from start to end; end None means it still does.

    basis: the ground and the document, as it is shown to the citizen.
    """

    start: datetime
    end: datetime | None
    basis: str

    def __post_init__(self) -> None:
        if self.end is not None and local(self.end) < local(self.start):
            raise ValueError("A suspension ends after it starts")


def merge_suspensions(suspensions: Iterable[Suspension]) -> tuple[Suspension, ...]:
    """The same stretches without overlap, in order of time; bases of joined stretches are kept, each once.

    Two grounds at the same time stop the clock once, not twice.
    """
    merged: list[Suspension] = []
    for following in sorted(suspensions, key=lambda suspension: local(suspension.start)):
        if merged and _reaches(merged[-1], following.start):
            merged[-1] = _join(merged[-1], following)
        else:
            merged.append(following)
    return tuple(merged)


def _reaches(earlier: Suspension, moment: datetime) -> bool:
    return earlier.end is None or moment <= earlier.end


def _join(earlier: Suspension, later: Suspension) -> Suspension:
    open_end = earlier.end is None or later.end is None
    end = None if open_end else max(end for end in (earlier.end, later.end) if end is not None)
    bases = [part for basis in (earlier.basis, later.basis) for part in basis.split("; ") if part]
    return replace(earlier, end=end, basis="; ".join(dict.fromkeys(bases)))
