# SPDX-License-Identifier: EUPL-1.2
"""The carrier of each channel, as the settings say."""

from functools import lru_cache

from django.conf import settings
from django.utils.module_loading import import_string

from motcua.channels.models import Channel
from motcua.channels.ports import Carrier

# Adapters are found by name so that nothing but this table depends on them.
_ADAPTERS = {
    "console": "motcua.channels.adapters.console.ConsoleCarrier",
    "smtp": "motcua.channels.adapters.smtp.SMTPCarrier",
}


@lru_cache(maxsize=8)
def _made(adapter: str, channel: str) -> Carrier:  # noqa: ARG001 - one carrier a channel, also of one adapter
    carrier: Carrier = import_string(_ADAPTERS[adapter])()
    return carrier


def carrier_of(channel: str) -> Carrier:
    """The carrier that serves a channel in this installation."""
    configured = {Channel.EMAIL: settings.MOTCUA.email_adapter, Channel.SMS: settings.MOTCUA.sms_adapter}
    return _made(configured[Channel(channel)], channel)
