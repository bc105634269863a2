# SPDX-License-Identifier: EUPL-1.2
"""Django application."""

from django.apps import AppConfig
from django.urls import register_converter

from motcua.documents.converters import Digest


class DocumentsConfig(AppConfig):
    name = "motcua.documents"
    label = "documents"

    def ready(self) -> None:
        """Makes <digest:…> known to the addresses of all doors."""
        register_converter(Digest, "digest")
