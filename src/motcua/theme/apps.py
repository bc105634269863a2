# SPDX-License-Identifier: EUPL-1.2
"""Django's view of the theme."""

from django.apps import AppConfig


class ThemeConfig(AppConfig):
    """Static files and templates only: no models."""

    name = "motcua.theme"
    label = "theme"
    verbose_name = "Giao diện"
