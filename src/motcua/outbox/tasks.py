# SPDX-License-Identifier: EUPL-1.2
"""Delivering events to their subscribers after the commit."""

from typing import Any

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from motcua.outbox.registry import subscribers_of


@app.task(name="outbox.deliver", retry=RetryStrategy(max_attempts=10, exponential_wait=2))
def deliver(*, name: str, payload: dict[str, Any]) -> None:
    """Runs every subscriber. A failure runs all of them again, so each must be idempotent."""
    for subscriber in subscribers_of(name):
        subscriber(payload)
