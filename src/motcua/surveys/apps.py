# SPDX-License-Identifier: EUPL-1.2
"""Django application."""

from django.apps import AppConfig


class SurveysConfig(AppConfig):
    name = "motcua.surveys"
    label = "surveys"
