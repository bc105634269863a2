# SPDX-License-Identifier: EUPL-1.2
"""What a procedure costs, as its tariff states it. Money is whole đồng."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from motcua.core.conditions import Condition


class FeeMoment(StrEnum):
    """When an item falls due; the national exchange knows these three."""

    AT_RECEPTION = "at_reception"
    AT_SUPPLEMENT = "at_supplement"
    AT_RETURN = "at_return"


@dataclass(frozen=True, slots=True)
class Exemption:
    """Who pays less, and why.

    condition: holds over the answers of those it is for.
    reason: shown to the citizen with its basis; proof: the paper that shows it, empty when none is asked for.
    percent: how much is let off, 1 to 100.
    """

    condition: Condition
    reason: str
    proof: str = ""
    percent: int = 100


@dataclass(frozen=True, slots=True)
class FeeItem:
    """One fee or charge; channel_amounts replaces the amount for the channels it names."""

    code: str
    name: str
    amount: int
    moment: FeeMoment
    channel_amounts: Mapping[str, int] = field(default_factory=dict)
    exemptions: tuple[Exemption, ...] = ()


@dataclass(frozen=True, slots=True)
class Tariff:
    """All items of a procedure; none means it is free of charge.

    rounding_unit: reduced amounts are rounded, half up, to a multiple of so many đồng.
    """

    items: tuple[FeeItem, ...] = ()
    rounding_unit: int = 1
