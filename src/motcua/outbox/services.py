# SPDX-License-Identifier: EUPL-1.2
"""Publishing events."""

import dataclasses
import json

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from procrastinate.contrib.django import app

from motcua.outbox.registry import names_of_subscribers


def publish(event: object) -> None:
    """Stores the event with the change that caused it; its subscribers run after the commit.

    Each subscriber gets a job of its own: one that fails is tried again without disturbing the others.
    event: a frozen dataclass from some app's events.py with JSON-able fields and dates.
    Must be called inside a transaction: the job row is written by it, so it is rolled back with it.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("publish() belongs in the transaction of the change it tells about.")
    name = type(event).__name__
    payload = json.loads(json.dumps(dataclasses.asdict(event), cls=DjangoJSONEncoder))  # type: ignore[call-overload]
    for subscriber in names_of_subscribers(name):
        app.configure_task("outbox.deliver").defer(name=name, subscriber=subscriber, payload=payload)
