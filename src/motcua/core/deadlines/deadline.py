# SPDX-License-Identifier: EUPL-1.2
"""A computed due date as a value, and its stored form."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Self

from .calendar import local
from .derivation import DerivationStep, StepCode
from .term import Term, TermUnit

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Deadline:
    """A due date and how it came about.

    due_at: None while a suspension is open: nobody can know yet.
    original_due_at: as it was before any suspension.
    """

    due_at: datetime | None
    original_due_at: datetime
    received_at: datetime
    term: Term
    derivation: tuple[DerivationStep, ...]

    def to_json(self) -> dict[str, object]:
        """A JSON-ready mapping, read back by from_json in this and later versions."""
        return {
            "version": _VERSION,
            "due_at": self.due_at.isoformat() if self.due_at else None,
            "original_due_at": self.original_due_at.isoformat(),
            "received_at": self.received_at.isoformat(),
            "term": {"amount": self.term.amount, "unit": self.term.unit.value},
            "derivation": [_step_to_json(step) for step in self.derivation],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, object]) -> Self:
        """What to_json wrote; raises ValueError on a version it does not know."""
        match data:
            case {
                "version": 1,
                "due_at": due_at,
                "original_due_at": original,
                "received_at": received,
                "term": {"amount": int(amount), "unit": str(unit)},
                "derivation": [*steps],
            }:
                return cls(
                    due_at=_moment(due_at) if due_at else None,
                    original_due_at=_moment(original),
                    received_at=_moment(received),
                    term=Term(amount, TermUnit(unit)),
                    derivation=tuple(_step_from_json(step) for step in steps),
                )
        raise ValueError(f"Not a deadline of version {_VERSION}: {data.get('version')!r}")


def _step_to_json(step: DerivationStep) -> dict[str, object]:
    return {
        "code": step.code.value,
        "days": [day.isoformat() for day in step.days],
        "moments": [moment.isoformat() for moment in step.moments],
        "numbers": list(step.numbers),
        "text": step.text,
    }


def _step_from_json(data: object) -> DerivationStep:
    match data:
        case {"code": code, "days": [*days], "moments": [*moments], "numbers": [*numbers], "text": text}:
            return DerivationStep(
                StepCode(str(code)),
                days=tuple(date.fromisoformat(str(day)) for day in days),
                moments=tuple(_moment(moment) for moment in moments),
                numbers=tuple(int(str(number)) for number in numbers),
                text=str(text),
            )
    raise ValueError(f"Not a step of a derivation: {data!r}")


def _moment(text: object) -> datetime:
    return local(datetime.fromisoformat(str(text)))
