"""Browsers for several people at once, each with cookies of their own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, ViewportSize
from tests.e2e.roles import Citizen, Official, Submitted
from tests.stack import Stack

PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 900}


def unnoticed(_page: Page) -> None:
    """For journeys where nobody looks at the pages."""


@contextmanager
def citizen(
    browser: Browser, stack: Stack, *, script: bool = True, look: Callable[[Page], None] = unnoticed
) -> Iterator[Citizen]:
    """Somebody with a telephone."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=script, locale="vi-VN")
    try:
        context.set_default_timeout(15_000)
        yield Citizen(context.new_page(), stack.portal, look)
    finally:
        context.close()


@contextmanager
def official(
    browser: Browser,
    stack: Stack,
    login: str,
    *,
    ward: str = "hoaben",
    script: bool = True,
    look: Callable[[Page], None] = unnoticed,
) -> Iterator[Official]:
    """Somebody of a ward of the demonstration at a desk, signed in. login: what follows the ward's name."""
    context = browser.new_context(viewport=DESK, java_script_enabled=script, locale="vi-VN")
    try:
        context.set_default_timeout(15_000)
        person = Official(context.new_page(), stack.portal, look)
        person.sign_in(f"{ward}.{login}")
        yield person
    finally:
        context.close()


def settle(
    browser: Browser,
    stack: Stack,
    dossier: Submitted,
    *,
    script: bool = True,
    received: bool = False,
    look: Callable[[Page], None] = unnoticed,
) -> None:
    """All that officials do for a dossier that is in order, up to its number and seal."""
    if not received:
        with official(browser, stack, "motcua1", script=script, look=look) as desk:
            desk.receive(dossier)
    with official(browser, stack, "chuyenvien1", script=script, look=look) as specialist:
        specialist.prepare(dossier)
    with official(browser, stack, "lanhdao", script=script, look=look) as leader:
        leader.sign(dossier)
    with official(browser, stack, "vanthu", script=script, look=look) as clerk:
        clerk.issue(dossier)
