# SPDX-License-Identifier: EUPL-1.2
"""Addresses of this door."""

from django.urls import URLPattern

app_name = "portal"
urlpatterns: list[URLPattern] = []
