# SPDX-License-Identifier: EUPL-1.2
"""Django application."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "motcua.catalogue"
    label = "catalogue"
