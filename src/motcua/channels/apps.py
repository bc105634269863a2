# SPDX-License-Identifier: EUPL-1.2
"""Django application."""

from django.apps import AppConfig


class ChannelsConfig(AppConfig):
    name = "motcua.channels"
    label = "channels"
