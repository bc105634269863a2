# SPDX-License-Identifier: EUPL-1.2
"""Django application."""

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    name = "motcua.office"
    label = "office"
