# SPDX-License-Identifier: EUPL-1.2
"""What was said to whom, and every attempt to carry it."""

from django.db import models


class Channel(models.TextChoices):
    EMAIL = "email", "Email"
    SMS = "sms", "SMS"


class State(models.TextChoices):
    """Truth of a delivery: "handed over" is not "delivered"."""

    QUEUED = "queued", "Chờ gửi"
    HANDED_OVER = "handed_over", "Đã giao cho nhà mạng"
    DELIVERED = "delivered", "Đã đến máy người nhận"
    FAILED = "failed", "Không gửi được"


class Message(models.Model):
    """One message to one person over one channel for one event."""

    province = models.CharField(max_length=2)
    event_key = models.CharField(
        max_length=120, help_text="Event and subject: the same event never tells twice."
    )
    channel = models.CharField(max_length=10, choices=Channel)
    template = models.CharField(max_length=20)
    dossier_id = models.UUIDField(null=True, db_index=True)
    account_id = models.BigIntegerField(null=True)
    address = models.CharField(max_length=254)
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField()
    fallback = models.JSONField(
        default=dict, help_text='The same notice for the next channel: {"channel", "address", "body"}.'
    )
    state = models.CharField(max_length=12, choices=State, default=State.QUEUED)
    created_at = models.DateTimeField()
    state_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event_key", "channel"], name="channels_one_message_per_event")
        ]


class Delivery(models.Model):
    """One attempt (append-only)."""

    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="deliveries")
    attempt = models.PositiveSmallIntegerField()
    provider = models.CharField(max_length=40)
    state = models.CharField(max_length=12, choices=State)
    reference = models.CharField(max_length=120, blank=True, help_text="The provider's own number for it.")
    detail = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
