"""Every page of the gallery can be used by everyone: axe, zoom, keys, sizes."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

ROUTES = [
    "",
    "loi/",
    "trong/",
    "nop-xong/",
    "can-bo/",
    "can-bo/trong/",
    "trang/khong-co-trang/",
    "trang/truc-trac/",
    "trang/tam-ngung/",
    "trang/het-phien/",
    "trang/quyen-rieng-tu/",
    "trang/kha-nang-tiep-can/",
]
RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
LOW_CONTROLS = """[...document.querySelectorAll('button, .govuk-button, .govuk-input, .govuk-select')]
    .filter(e => e.getClientRects().length && e.getBoundingClientRect().height < 43.9)
    .map(e => e.outerHTML)"""
LOW_LINKS = """[...document.querySelectorAll('a')]
    .filter(e => e.getClientRects().length && e.getBoundingClientRect().height < 24)
    .filter(e => !e.closest('p, .govuk-body') && !e.classList.contains('govuk-skip-link'))
    .map(e => e.outerHTML)"""
# The text spacing of WCAG 1.4.12, put in the way a reader's own style sheet comes in.
SPREAD = """css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet] }"""
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important }
    * { word-spacing: .16em !important }
    p { margin-bottom: 2em !important }"""


def violations(page: Page) -> list[tuple[str, list[str]]]:
    result = Axe().run(page, options={"runOnly": RULES})
    return [(v["id"], [node["html"] for node in v["nodes"]]) for v in result.response["violations"]]


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(browser: Browser, gallery: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    found = {}
    for route in ROUTES:
        page.goto(gallery + route)
        found[route] = violations(page)
    page.close()
    assert {route: what for route, what in found.items() if what} == {}
    assert complaints == []


@pytest.mark.parametrize("height", [568, 256])
def test_nothing_scrolls_sideways_at_320(browser: Browser, gallery: str, height: int) -> None:
    page = browser.new_page(viewport={"width": 320, "height": height})
    found = {}
    for route in ROUTES:
        page.goto(gallery + route)
        plain = page.evaluate(SIDEWAYS)
        page.evaluate(SPREAD, SPACING)
        found[route] = (plain, page.evaluate(SIDEWAYS))
    page.close()
    assert {route: over for route, over in found.items() if over != (0, 0)} == {}


@pytest.mark.parametrize("width", [360, 1280])
def test_controls_are_large_enough(browser: Browser, gallery: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    found = {}
    for route in ROUTES:
        page.goto(gallery + route)
        found[route] = page.evaluate(LOW_CONTROLS) + page.evaluate(LOW_LINKS)
    page.close()
    assert {route: low for route, low in found.items() if low} == {}


def test_the_first_tab_is_the_skip_link(browser: Browser, gallery: str) -> None:
    page = browser.new_page()
    page.goto(gallery)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "govuk-skip-link"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main-content"
    page.close()


def test_the_help_block_is_always_last(browser: Browser, gallery: str) -> None:
    page = browser.new_page()
    for route in ("", "loi/", "nop-xong/", "trang/truc-trac/"):
        page.goto(gallery + route)
        assert (
            page.locator("footer > .govuk-width-container > :first-child").get_attribute("class") == "mc-help"
        )
    page.close()
