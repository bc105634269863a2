# SPDX-License-Identifier: EUPL-1.2
"""The minimal application's share: its pages, and its job of three requests."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.client import Browser
from bench.journey import ANSWERS, JourneyBroken


def write_pages(folder: Path, pages: Mapping[str, str], rows: Sequence[str]) -> None:
    """The templates of the minimal application, as long as the given pages of ours, and the rows it writes."""
    (folder / "pages").mkdir(exist_ok=True)
    for name, text in pages.items():
        (folder / "pages" / f"{name}.html").write_text(_as_template(text), encoding="utf-8")
    (folder / "pages" / "rows.json").write_text(json.dumps(rows), encoding="utf-8")


def submit_at_floor(browser: Browser) -> float:
    """Form, one transaction, last page; seconds of waiting."""
    form = browser.get("/bieu-mau/")
    sent = browser.post("/bieu-mau/", {**form.hidden, **ANSWERS})
    last = browser.get("/xong/")
    if (form.status, sent.status, last.status) != (200, 302, 200):
        raise JourneyBroken(f"minimal: {form.status}, {sent.status}, {last.status}\n{sent.text[:2000]}")
    return form.seconds + sent.seconds + last.seconds


def _as_template(text: str) -> str:
    """A Django template that gives as many bytes: our page without what a template would take for its own."""
    plain = text.replace("{", "(").replace("}", ")")
    head, mark, rest = plain.partition('<input type="hidden" name="csrfmiddlewaretoken"')
    return f"{head}{{% csrf_token %}}{rest.partition('>')[2]}" if mark else plain
