# SPDX-License-Identifier: EUPL-1.2
"""What carries messages, in our words."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Handover:
    """A carrier has taken a message. reference: its own number for it, if any."""

    reference: str = ""


class CarrierDown(Exception):
    """The carrier cannot be reached now; the same message may be tried again later."""


class AddressRefused(Exception):
    """The carrier will never deliver to this address; another channel is needed."""


class Carrier(Protocol):
    """Carries text to one address over one channel."""

    name: str

    def carry(self, *, address: str, subject: str, body: str) -> Handover:
        """Hands one message over. Raises CarrierDown or AddressRefused, nothing else."""
        ...
