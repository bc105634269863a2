# SPDX-License-Identifier: EUPL-1.2
"""Django application."""

from django.apps import AppConfig


class WorkflowConfig(AppConfig):
    name = "motcua.workflow"
    label = "workflow"
