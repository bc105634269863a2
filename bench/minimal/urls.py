# SPDX-License-Identifier: EUPL-1.2
"""The whole of the minimal application.

bieu-mau/   a page of the bytes of our own page of twenty fields; POST writes the rows of one submission
trang/<n>/  a page of the bytes of another page of ours, for a signed-in person, with one row read
"""

import json
import os
from functools import cache
from pathlib import Path

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path

FOLDER = Path(os.environ["MOTCUA_DATA"]) / "pages"


@cache
def rows() -> tuple[str, ...]:
    """INSERT statements of one submission."""
    return tuple(json.loads((FOLDER / "rows.json").read_text(encoding="utf-8")))


def form(request: HttpRequest) -> HttpResponse:
    """The form, and its one transaction."""
    if request.method != "POST" or not request.user.is_authenticated:
        return render(request, "form.html")
    if len(request.POST) < 10:
        return HttpResponse(status=400)
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in rows():
            cursor.execute(statement)
    return HttpResponseRedirect("/xong/")


def page(request: HttpRequest, name: str) -> HttpResponse:
    """A page with nothing to decide: the person, one row, and text of a given length."""
    if request.user.is_authenticated:
        with connection.cursor() as cursor:
            cursor.execute("SELECT id, plain_name FROM catalogue_procedure ORDER BY id LIMIT 1")
            cursor.fetchone()
    return render(request, f"{name}.html")


def done(request: HttpRequest) -> HttpResponse:
    """What the person sees in the end."""
    return render(request, "proof.html", {"name": request.user.get_username()})


def alive(_request: HttpRequest) -> HttpResponse:
    """Whether the server answers."""
    return HttpResponse("ok")


urlpatterns = [
    path("", alive),
    path("bieu-mau/", form),
    path("trang/<slug:name>/", page),
    path("xong/", done),
]
