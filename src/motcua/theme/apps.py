# SPDX-License-Identifier: EUPL-1.2
"""Django application."""

from django.apps import AppConfig


class ThemeConfig(AppConfig):
    name = "motcua.theme"
    label = "theme"
