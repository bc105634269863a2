# SPDX-License-Identifier: EUPL-1.2
"""Who wants to hear of which event. Filled once at start by config.subscriptions."""

from collections.abc import Callable, Mapping
from typing import Any

Subscriber = Callable[[Mapping[str, Any]], None]

_subscribers: dict[str, dict[str, Subscriber]] = {}


def subscribe(event: type, *subscribers: Subscriber) -> None:
    """Connects subscribers to an event class. They take the event's fields as JSON and are idempotent."""
    _subscribers[event.__name__] = {
        f"{subscriber.__module__}.{subscriber.__qualname__}": subscriber for subscriber in subscribers
    }


def names_of_subscribers(event_name: str) -> tuple[str, ...]:
    """Names of those who want events of this name, in the order they were connected."""
    return tuple(_subscribers.get(event_name, ()))


def subscriber_of(event_name: str, subscriber_name: str) -> Subscriber:
    """One subscriber by name; KeyError for one that is no longer connected, as after an upgrade."""
    return _subscribers[event_name][subscriber_name]
