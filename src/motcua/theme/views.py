# SPDX-License-Identifier: EUPL-1.2
"""The gallery: every component in its clean, error and empty state."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from motcua.theme import samples

SHARED_PAGES = {
    "khong-co-trang": "404",
    "truc-trac": "500",
    "tam-ngung": "maintenance",
    "het-phien": "session_end",
    "quyen-rieng-tu": "privacy",
    "kha-nang-tiep-can": "accessibility",
}


def gallery(request: HttpRequest, state: str) -> HttpResponse:
    """What citizens see; `state` is clean, error or empty."""
    return render(request, "theme/gallery.html", samples.citizen(state))


def proof(request: HttpRequest) -> HttpResponse:
    """The proof panel has the page's heading, so it has a page to itself."""
    return render(request, "theme/proof_gallery.html", samples.citizen("clean"))


def office_gallery(request: HttpRequest, state: str) -> HttpResponse:
    """What officials see; `state` is clean or empty."""
    return render(request, "theme/office_gallery.html", samples.official(state))


def shared_page(request: HttpRequest, name: str) -> HttpResponse:
    """One of the pages every door shares, as a reader would meet it."""
    if name not in SHARED_PAGES:
        raise Http404(name)
    return render(request, f"theme/pages/{SHARED_PAGES[name]}.html", samples.shared(name))
