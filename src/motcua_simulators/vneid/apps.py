# SPDX-License-Identifier: EUPL-1.2
"""Django application."""

from django.apps import AppConfig


class VneidConfig(AppConfig):
    name = "motcua_simulators.vneid"
    label = "vneid"
    default_auto_field = "django.db.models.BigAutoField"
