"""One browser for the whole run."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

# Playwright keeps an event loop running in this thread, which Django takes for a coroutine of ours.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

PROGRAM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as Debian has it; every test opens contexts of its own."""
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=PROGRAM, args=ARGUMENTS)
        yield chromium
        chromium.close()
