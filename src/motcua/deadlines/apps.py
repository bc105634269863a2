# SPDX-License-Identifier: EUPL-1.2
"""Django application."""

from django.apps import AppConfig


class DeadlinesConfig(AppConfig):
    name = "motcua.deadlines"
    label = "deadlines"
