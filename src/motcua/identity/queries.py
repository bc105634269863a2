# SPDX-License-Identifier: EUPL-1.2
"""What is known of an account."""

from dataclasses import dataclass
from datetime import datetime

from motcua.identity.models import Account

# Doors may name the account they are given.
__all__ = ["Account", "Fact", "fact_values", "known_facts"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A known value with where it came from and when: {"year": 1998, …}, "VNeID", the time of sign-in."""

    key: str
    value: object
    source: str
    at: datetime


def known_facts(account: Account) -> dict[str, Fact]:
    """What is known of the account's holder, by semantic key. No query."""
    return {
        key: Fact(key, stored["value"], stored["source"], datetime.fromisoformat(stored["at"]))
        for key, stored in account.facts.items()
    }


def fact_values(account: Account) -> dict[str, object]:
    """The values alone, by semantic key, in the shapes answers have."""
    return {key: stored["value"] for key, stored in account.facts.items()}
