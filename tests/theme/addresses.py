"""Addresses for tests of the look alone: the gallery, and doors that only have names."""

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path


def nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse("")


def door(app_name: str, *names: str) -> URLResolver:
    patterns: list[URLPattern] = [path(f"{app_name}/{name}/", nothing, name=name) for name in names]
    return path("", include((patterns, app_name)))


PORTAL = ("home", "my_affairs", "track", "verify", "privacy", "accessibility", "sign_in")
urlpatterns = [
    path("thu-vien-giao-dien/", include("motcua.theme.urls")),
    door("portal", *PORTAL),
    door("office", "queue"),
]
