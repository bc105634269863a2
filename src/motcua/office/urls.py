# SPDX-License-Identifier: EUPL-1.2
"""Addresses of this door."""

from django.urls import URLPattern, path

from motcua.office.views import sign_in

app_name = "office"
urlpatterns: list[URLPattern] = [
    path("dang-nhap/", sign_in.sign_in, name="sign_in"),
    path("dang-xuat/", sign_in.sign_out, name="sign_out"),
]
