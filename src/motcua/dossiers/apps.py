# SPDX-License-Identifier: EUPL-1.2
"""Django application."""

from django.apps import AppConfig


class DossiersConfig(AppConfig):
    name = "motcua.dossiers"
    label = "dossiers"
