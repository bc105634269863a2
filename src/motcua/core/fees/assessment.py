# SPDX-License-Identifier: EUPL-1.2
"""What one dossier has to pay."""

from dataclasses import dataclass

from motcua.core.conditions import Answers, evaluate

from .tariff import Exemption, FeeItem, FeeMoment, Tariff


@dataclass(frozen=True, slots=True)
class FeeLine:
    """One item as it is charged.

    percent: let off, 0 when nothing is; reason and proof then are empty.
    """

    code: str
    name: str
    moment: FeeMoment
    full_amount: int
    amount: int
    percent: int = 0
    reason: str = ""
    proof: str = ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """The lines of one dossier, in the order of the tariff."""

    lines: tuple[FeeLine, ...]

    @property
    def total(self) -> int:
        """All there is to pay, in đồng."""
        return sum(line.amount for line in self.lines)

    @property
    def exempted(self) -> tuple[FeeLine, ...]:
        """The lines of which something is let off, each with its reason."""
        return tuple(line for line in self.lines if line.percent)

    def due(self, moment: FeeMoment) -> int:
        """What there is to pay at one moment, in đồng."""
        return sum(line.amount for line in self.lines if line.moment is moment)


def assess(tariff: Tariff, answers: Answers, channel: str) -> Assessment:
    """What a dossier with these answers pays over the channel.

    Exemptions do not add up: of those that hold, the one that lets off most counts. Each line is rounded
    once, and the total is the sum of the rounded lines, so that what is shown adds up.
    """
    return Assessment(tuple(_line(item, answers, channel, tariff.rounding_unit) for item in tariff.items))


def _line(item: FeeItem, answers: Answers, channel: str, unit: int) -> FeeLine:
    full = item.channel_amounts.get(channel, item.amount)
    best = _best(item, answers)
    if best is None:
        return FeeLine(item.code, item.name, item.moment, full, full)
    amount = _round_half_up(full * (100 - best.percent), 100 * unit) * unit
    return FeeLine(item.code, item.name, item.moment, full, amount, best.percent, best.reason, best.proof)


def _best(item: FeeItem, answers: Answers) -> Exemption | None:
    holding = [exemption for exemption in item.exemptions if evaluate(exemption.condition, answers)]
    return max(holding, key=lambda exemption: exemption.percent, default=None)


def _round_half_up(numerator: int, denominator: int) -> int:
    return (2 * numerator + denominator) // (2 * denominator)
