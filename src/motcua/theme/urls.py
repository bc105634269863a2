# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the gallery: the living documentation and test bed of the look."""

from django.urls import path

from motcua.theme import views

app_name = "theme"
urlpatterns = [
    path("", views.gallery, {"state": "clean"}, name="gallery"),
    path("loi/", views.gallery, {"state": "error"}, name="gallery_error"),
    path("trong/", views.gallery, {"state": "empty"}, name="gallery_empty"),
    path("nop-xong/", views.proof, name="proof"),
    path("can-bo/", views.office_gallery, {"state": "clean"}, name="office_gallery"),
    path("can-bo/trong/", views.office_gallery, {"state": "empty"}, name="office_gallery_empty"),
    path("trang/<slug:name>/", views.shared_page, name="shared_page"),
]
