# SPDX-License-Identifier: EUPL-1.2
"""Carrying queued messages."""

from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from motcua.channels.carriers import carrier_of
from motcua.channels.models import Message, State
from motcua.channels.ports import AddressRefused, CarrierDown
from motcua.channels.services import record_attempt, try_next_channel

MOST_ATTEMPTS = 8


@app.task(
    name="channels.deliver",
    retry=RetryStrategy(max_attempts=MOST_ATTEMPTS, exponential_wait=3, retry_exceptions=[CarrierDown]),
)
def deliver(*, message_id: int) -> None:
    """Hands one message to its carrier. A carrier that is down is tried again; a refused address is not."""
    message = Message.objects.get(pk=message_id)
    if message.state != State.QUEUED:
        return
    carrier = carrier_of(message.channel)
    try:
        handover = carrier.carry(address=message.address, subject=message.subject, body=message.body)
    except AddressRefused as refused:
        record_attempt(
            message, provider=carrier.name, state=State.FAILED, now=timezone.now(), detail=str(refused)
        )
        try_next_channel(message, now=timezone.now())
    except CarrierDown as down:
        record_attempt(
            message, provider=carrier.name, state=State.QUEUED, now=timezone.now(), detail=str(down)
        )
        raise
    else:
        record_attempt(
            message,
            provider=carrier.name,
            state=State.HANDED_OVER,
            now=timezone.now(),
            reference=handover.reference,
        )
