# SPDX-License-Identifier: EUPL-1.2
"""Django application."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "motcua.documents"
    label = "documents"
