# SPDX-License-Identifier: EUPL-1.2
"""Django application."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "motcua.organisations"
    label = "organisations"
