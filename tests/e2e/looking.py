"""What every page must hold, whoever is on it: axe, no sideways scroll, sizes, one way to say an error."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (360, 1280)
NARROWEST = 320
_AXE = Axe()
_OPTIONS = {"runOnly": RULES, "resultTypes": ["violations"]}
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Links inside sentences are exempt (WCAG 2.5.8), and so is what is hidden but for the keyboard.
SMALL = """[...document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary')]
    .filter(e => e.getClientRects().length && !e.closest('p, li, dd, .govuk-skip-link, .mc-timeline'))
    .filter(e => !(e.labels && e.labels.length && ['radio', 'checkbox'].includes(e.type)))
    .map(e => [e, e.getBoundingClientRect()])
    .filter(([e, r]) => r.height > 1 && (r.height < 23.9 || r.width < 23.9))
    .map(([e]) => e.outerHTML.slice(0, 160))"""
# The error summary and the field say the same, and the link leads to something that takes the focus.
UNLIKE = """[...document.querySelectorAll('.govuk-error-summary__list a')].filter(link => {
    const said = [...document.querySelectorAll('.govuk-error-message')].map(e => e.innerText)
    const place = link.getAttribute('href')
    return place.startsWith('#')
        && (!document.getElementById(place.slice(1)) || !said.some(e => e.includes(link.innerText)))
}).map(link => link.outerHTML)"""
_CHANGING = re.compile(
    r"[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|(?<=/)\d+(?=/)|\bafter=[^&]+|\b[0-9A-F]{12}\b|csrf\S+"
)


@dataclass(slots=True)
class Inspector:
    """Looks at each page once in each state; `faults` says what is wrong where."""

    faults: dict[str, list[str]] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    paths: set[str] = field(default_factory=set)

    def look(self, page: Page) -> None:
        """At both widths with axe, and at 320 px; the window is as before afterwards."""
        address = urlsplit(page.url)
        if address.path.startswith("/thu-vien-giao-dien/"):
            # tests/e2e/theme has looked there.
            return
        self.paths.add(address.path)
        state = "error" if page.locator(".govuk-error-summary").count() else "clean"
        heading = page.locator("h1").first.inner_text() if page.locator("h1").count() else ""
        tabs = address.query if "tab=" in address.query else ""
        key = f"{_CHANGING.sub('…', address.path)} {tabs} [{state}] {_CHANGING.sub('…', heading)}"
        if key in self.seen:
            return
        self.seen.add(key)
        if found := faults_of(page):
            self.faults[key] = found


def faults_of(page: Page) -> list[str]:
    """In words; nothing for a page that holds everything."""
    before = page.viewport_size
    found = []
    # Read into the page once; it is half a megabyte.
    page.evaluate(_AXE.axe_script)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found += [f"{width}: axe {fault}" for fault in _axe(page)]
        found += [f"{width}: small {each}" for each in page.evaluate(SMALL)]
    page.set_viewport_size({"width": NARROWEST, "height": 568})
    over = page.evaluate(SIDEWAYS)
    found += [f"{NARROWEST}: {over} px too wide"] if over > 0 else []
    found += [f"summary and field differ: {each}" for each in page.evaluate(UNLIKE)]
    if page.locator("h1").count() != 1:
        found.append(f"{page.locator('h1').count()} headings of the first rank")
    if before is not None:
        page.set_viewport_size(before)
    return found


def _axe(page: Page) -> list[str]:
    found = page.evaluate("options => axe.run(options).then(result => result.violations)", _OPTIONS)
    return [f"{fault['id']}: {[node['html'][:160] for node in fault['nodes']]}" for fault in found]
