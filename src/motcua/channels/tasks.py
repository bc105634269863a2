# SPDX-License-Identifier: EUPL-1.2
"""Carrying queued messages."""

from django.utils import timezone
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

from motcua.channels.carriers import carrier_of
from motcua.channels.models import Message, State
from motcua.channels.ports import AddressRefused, CarrierDown
from motcua.channels.services import record_attempt, try_next_channel

MOST_ATTEMPTS = 8


@app.task(
    name="channels.deliver",
    pass_context=True,
    retry=RetryStrategy(max_attempts=MOST_ATTEMPTS, exponential_wait=3, retry_exceptions=[CarrierDown]),
)
def deliver(context: JobContext, *, message_id: int) -> None:
    """Hands one message to its carrier.

    A carrier that is down is tried again; when it stays down, or refuses the address, the next channel is tried.
    """
    message = Message.objects.get(pk=message_id)
    if message.state != State.QUEUED:
        return
    carrier = carrier_of(message.channel)
    now = timezone.now()
    try:
        handover = carrier.carry(address=message.address, subject=message.subject, body=message.body)
    except AddressRefused as refused:
        _give_up(message, carrier.name, refused)
    except CarrierDown as down:
        if context.job.attempts + 1 >= MOST_ATTEMPTS:
            _give_up(message, carrier.name, down)
            return
        record_attempt(message, provider=carrier.name, state=State.QUEUED, now=now, detail=str(down))
        raise
    else:
        record_attempt(
            message, provider=carrier.name, state=State.HANDED_OVER, now=now, reference=handover.reference
        )


def _give_up(message: Message, provider: str, reason: Exception) -> None:
    now = timezone.now()
    record_attempt(message, provider=provider, state=State.FAILED, now=now, detail=str(reason))
    try_next_channel(message, now=now)
