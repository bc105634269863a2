# SPDX-License-Identifier: EUPL-1.2
"""Django application."""

from django.apps import AppConfig


class SignaturesConfig(AppConfig):
    name = "motcua.signatures"
    label = "signatures"
