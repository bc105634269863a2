"""Every screen in its states, looked at by a machine."""

from playwright.sync_api import Browser
from tests.e2e.looking import Inspector
from tests.e2e.tour import walk_past_everything
from tests.stack import Stack


def test_every_screen_can_be_used_by_everyone(browser: Browser, stack: Stack) -> None:
    inspector = Inspector()
    walk_past_everything(browser, stack, inspector.look)
    assert inspector.faults == {}
