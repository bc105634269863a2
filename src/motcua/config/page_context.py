# SPDX-License-Identifier: EUPL-1.2
"""What every page needs to know besides its own content."""

from django.conf import settings
from django.http import HttpRequest


def page_context(request: HttpRequest) -> dict[str, object]:
    """Values for page.html. No query is made here: `request.user` stays lazy."""
    return {
        "brand_font": request.headers.get("Save-Data") != "on",
        "hotline": settings.MOTCUA.hotline,
        "demonstration": settings.MOTCUA.demonstration,
        "path": request.path,
    }
