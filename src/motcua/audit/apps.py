# SPDX-License-Identifier: EUPL-1.2
"""Django application."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "motcua.audit"
    label = "audit"
