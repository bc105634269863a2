# SPDX-License-Identifier: EUPL-1.2
"""Addresses of this door."""

from django.urls import URLPattern, path

from motcua.portal.views import sign_in

app_name = "portal"
urlpatterns: list[URLPattern] = [
    path("dang-nhap/", sign_in.sign_in, name="sign_in"),
    path("dang-nhap/vneid/", sign_in.start_sign_in, name="start_sign_in"),
    path("tai-khoan/vneid/", sign_in.vneid_callback, name="vneid_callback"),
    path("dang-xuat/", sign_in.sign_out, name="sign_out"),
]
