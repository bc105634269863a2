# SPDX-License-Identifier: EUPL-1.2
"""Saying something to a person, once, and writing down how it went."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from procrastinate.contrib.django import app

from motcua.channels.models import Channel, Delivery, Message, State


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to say, worded for each channel it may take."""

    event_key: str
    template: str
    subject: str
    email: str
    sms: str


def tell(
    notice: Notice,
    *,
    province: str,
    addresses: Mapping[str, str],
    dossier_id: UUID | None,
    account_id: int | None,
    now: datetime,
) -> Message | None:
    """Queues the notice on the first channel the person has an address for; e-mail comes before SMS.

    addresses: channel → address. The next channel is kept as fallback, should the carrier refuse the address.
    The same event is told once: a second call changes nothing.
    """
    wordings = [
        {"channel": channel, "address": addresses[channel], "body": body}
        for channel, body in ((Channel.EMAIL.value, notice.email), (Channel.SMS.value, notice.sms))
        if addresses.get(channel)
    ]
    if not wordings:
        return None
    first, *others = wordings
    return _queue(
        first,
        event_key=notice.event_key,
        template=notice.template,
        subject=notice.subject if first["channel"] == Channel.EMAIL else "",
        fallback=others[0] if others else {},
        province=province,
        dossier_id=dossier_id,
        account_id=account_id,
        now=now,
    )


def try_next_channel(message: Message, *, now: datetime) -> Message | None:
    """Queues the fallback of a message whose address was refused; None when there is none."""
    if not message.fallback:
        return None
    return _queue(
        message.fallback,
        event_key=message.event_key,
        template=message.template,
        subject="",
        fallback={},
        province=message.province,
        dossier_id=message.dossier_id,
        account_id=message.account_id,
        now=now,
    )


def _queue(wording: Mapping[str, str], *, event_key: str, now: datetime, **columns: object) -> Message:
    with transaction.atomic():
        message, new = Message.objects.get_or_create(
            event_key=event_key,
            channel=wording["channel"],
            defaults={
                "address": wording["address"],
                "body": wording["body"],
                "created_at": now,
                "state_at": now,
                **columns,
            },
        )
        if new:
            app.configure_task("channels.deliver").defer(message_id=message.pk)
    return message


def record_attempt(
    message: Message, *, provider: str, state: State, now: datetime, reference: str = "", detail: str = ""
) -> None:
    """Writes one attempt and the message's state after it."""
    with transaction.atomic():
        attempt = Delivery.objects.filter(message=message).count() + 1
        Delivery.objects.create(
            message=message,
            attempt=attempt,
            provider=provider,
            state=state,
            reference=reference[:120],
            detail=detail[:300],
            at=now,
        )
        Message.objects.filter(pk=message.pk).update(state=state, state_at=now)
