# SPDX-License-Identifier: EUPL-1.2
"""Django application."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "motcua.portal"
    label = "portal"
