# SPDX-License-Identifier: EUPL-1.2
"""Django application."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "motcua.outbox"
    label = "outbox"
