# SPDX-License-Identifier: EUPL-1.2
"""Who wants to hear of which event. Filled once at start by config.subscriptions."""

from collections.abc import Callable, Mapping
from typing import Any

Subscriber = Callable[[Mapping[str, Any]], None]

_subscribers: dict[str, tuple[Subscriber, ...]] = {}


def subscribe(event: type, *subscribers: Subscriber) -> None:
    """Connects subscribers to an event class. They take the event's fields as JSON and are idempotent."""
    _subscribers[event.__name__] = subscribers


def has_subscribers(name: str) -> bool:
    """Whether anybody wants events of this name."""
    return bool(_subscribers.get(name))


def subscribers_of(name: str) -> tuple[Subscriber, ...]:
    """Subscribers of an event name; KeyError for a name nobody ever subscribed to."""
    return _subscribers[name]
