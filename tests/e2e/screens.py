"""Pictures of every screen at both widths: python -m tests.e2e.screens FOLDER"""

import re
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, sync_playwright
from tests.e2e.conftest import ARGUMENTS, PROGRAM
from tests.e2e.people import DESK, PHONE
from tests.e2e.tour import walk_past_everything
from tests.stack import real_stack

_CHANGING = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}")
_UNSAFE = re.compile(r"[^\w]+")


class Camera:
    """Takes each page once in each state; the names of the files tell address, state and width."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.seen: set[str] = set()

    def look(self, page: Page) -> None:
        """Both widths; the window is as before afterwards."""
        name = self._name(page)
        if name in self.seen:
            return
        self.seen.add(name)
        before = page.viewport_size
        page.wait_for_load_state("networkidle")
        for size in (PHONE, DESK):
            page.set_viewport_size(size)
            path = self.folder / f"{len(self.seen):03d}-{name}-{size['width']}.png"
            page.screenshot(path=path, full_page=True, animations="disabled")
        if before is not None:
            page.set_viewport_size(before)

    def _name(self, page: Page) -> str:
        address = urlsplit(page.url)
        heading = page.locator("h1").first.inner_text() if page.locator("h1").count() else ""
        state = "loi" if page.locator(".govuk-error-summary").count() else ""
        tab = address.query if "tab=" in address.query else ""
        parts = (_CHANGING.sub("", address.path), tab, heading[:40], state)
        return "-".join(filter(None, (_UNSAFE.sub("-", part).strip("-") for part in parts)))[:120]


def main(folder: Path) -> None:
    """Starts a stack of its own, walks past everything, and ends it."""
    folder.mkdir(parents=True, exist_ok=True)
    camera = Camera(folder)
    with tempfile.TemporaryDirectory() as data, real_stack(Path(data)) as stack, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=PROGRAM, args=ARGUMENTS)
        walk_past_everything(browser, stack, camera.look)
        browser.close()
    print(f"{2 * len(camera.seen)} ảnh trong {folder}")  # noqa: T201 - a command's answer.


if __name__ == "__main__":
    main(Path(sys.argv[1]))
