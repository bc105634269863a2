# SPDX-License-Identifier: EUPL-1.2
"""Django application."""

from django.apps import AppConfig


class IdentityConfig(AppConfig):
    name = "motcua.identity"
    label = "identity"
