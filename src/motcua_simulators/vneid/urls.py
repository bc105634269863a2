# SPDX-License-Identifier: EUPL-1.2
"""Addresses."""

from django.urls import include, path

from motcua_simulators.vneid import views

# The provider asks for a sign-in page by the names account_login and account_reauthenticate.
urlpatterns = [
    path("", views.choose_person, name="home"),
    path("nguoi-thu/", views.choose_person, name="account_login"),
    path("nguoi-thu/lai/", views.choose_person, name="account_reauthenticate"),
    path("", include("allauth.idp.urls")),
]
handler404 = "motcua_simulators.vneid.views.not_found"
handler500 = "motcua_simulators.vneid.views.failed"
