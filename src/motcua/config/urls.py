# SPDX-License-Identifier: EUPL-1.2
"""Addresses."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("can-bo/", include("motcua.office.urls")),
    path("thu-vien-giao-dien/", include("motcua.theme.urls")),
    path("", include("motcua.portal.urls")),
]

handler400 = "motcua.portal.views.errors.bad_request"
handler404 = "motcua.portal.views.errors.not_found"
handler500 = "motcua.portal.views.errors.failed"
