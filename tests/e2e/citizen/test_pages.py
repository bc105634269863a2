"""What a citizen's pages weigh, and how they are walked through by keys alone."""

import re

import pytest
from playwright.sync_api import Browser, CDPSession, Page
from tests.e2e.answers import BIRTH, HOMEOWNER, MARITAL_STATUS, MOTHER
from tests.e2e.people import PHONE, citizen
from tests.e2e.roles import Citizen
from tests.stack import Stack

COLD, WARM = 60_000, 15_000
# Skip link, header, the way back, one question with its help, the button: nobody should need more.
MOST_STOPS = 45
FOCUSED = "e => document.activeElement.matches(e)"


class Scale:
    """Counts the bytes on the wire of each page with all it loads, headers and compression included."""

    def __init__(self, page: Page) -> None:
        self.loaded: dict[tuple[str, str], int] = {}
        self.pages: dict[str, tuple[str, str]] = {}
        self.session: CDPSession = page.context.new_cdp_session(page)
        self.session.send("Network.enable")
        self.session.on("Network.requestWillBeSent", self._begin)
        self.session.on("Network.loadingFinished", self._end)

    def _begin(self, event: dict[str, str]) -> None:
        # The same address may be loaded again and again: each load has an id of its own.
        self.pages[event["requestId"]] = (event["documentURL"], event["loaderId"])

    def _end(self, event: dict[str, float]) -> None:
        page = self.pages.get(str(event["requestId"]), ("", ""))
        self.loaded[page] = self.loaded.get(page, 0) + int(event["encodedDataLength"])

    def weigh(self, page: Page, address: str) -> int:
        """One page."""
        self.loaded.clear()
        page.goto(address, wait_until="networkidle")
        return sum(self.loaded.values())


@pytest.mark.parametrize("path", ["/", f"/thu-tuc/{MARITAL_STATUS.code}/", "/tra-cuu/", "/tim/?q=khai+sinh"])
def test_pages_are_light(browser: Browser, stack: Stack, path: str) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    scale = Scale(page)
    cold = scale.weigh(page, f"{stack.portal}{path}")
    warm = scale.weigh(page, f"{stack.portal}{path}")
    context.close()
    assert 0 < cold <= COLD
    assert 0 < warm <= WARM


def test_the_pages_of_a_job_are_light(browser: Browser, stack: Stack) -> None:
    with citizen(browser, stack) as person:
        scale = Scale(person.page)
        dossier = person.apply(BIRTH, MOTHER)
        for path in ("/viec-cua-toi/", f"/ho-so/{dossier.id}/", f"/ho-so/{dossier.id}/da-nop/"):
            person.page.goto(f"{stack.portal}{path}", wait_until="networkidle")
    first, *others = [
        (url, weight) for (url, _), weight in scale.loaded.items() if url.startswith(stack.portal)
    ]
    assert first[1] <= COLD
    assert len(others) > 10
    assert {url: weight for url, weight in others if weight > WARM} == {}


def test_a_question_is_answered_without_a_mouse(browser: Browser, stack: Stack) -> None:
    """From the start page to the check page with Tab, arrows, space and Enter; each stop is seen."""
    with citizen(browser, stack) as person:
        person.open("/viec-cua-toi/")
        person.sign_in(HOMEOWNER)
        person.open(f"/thu-tuc/{MARITAL_STATUS.code}/")
        _press_by_keys(person, "Bắt đầu")
        for _ in range(20):
            if person.page.url.endswith("/kiem-tra/"):
                break
            _answer_by_keys(person)
        assert person.page.url.endswith("/kiem-tra/")
        _press_by_keys(person, "Nộp hồ sơ")
        assert "/da-nop/" in person.page.url


def test_the_first_stop_leads_past_the_header(browser: Browser, stack: Stack) -> None:
    with citizen(browser, stack) as person:
        for path in (
            "/",
            f"/thu-tuc/{MARITAL_STATUS.code}/",
            "/tra-cuu/",
            "/can-bo/dang-nhap/",
            "/khong-co/",
        ):
            person.open(path)
            person.page.keyboard.press("Tab")
            assert person.page.evaluate(FOCUSED, ".govuk-skip-link"), path
            person.page.keyboard.press("Enter")
            assert person.page.evaluate(FOCUSED, "main"), path


def test_a_mistake_takes_the_focus(browser: Browser, stack: Stack) -> None:
    with citizen(browser, stack) as person:
        person.open(f"/thu-tuc/{MARITAL_STATUS.code}/")
        person.press("Bắt đầu")
        person.press("Khai trước, đăng nhập sau")
        person.press("Tiếp tục")
        assert person.page.evaluate(FOCUSED, ".govuk-error-summary")
        assert person.page.title().startswith("Lỗi: ")
        person.page.keyboard.press("Tab")
        person.page.keyboard.press("Enter")
        assert person.page.evaluate(FOCUSED, "input[type=radio]")


def _answer_by_keys(person: Citizen) -> None:
    """Gives each radio group and list of the page its answer, then goes on."""
    page = person.page
    before = page.url
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        kind = page.evaluate("document.activeElement.type || document.activeElement.tagName")
        name = page.evaluate("document.activeElement.name || ''")
        words = page.evaluate("document.activeElement.innerText || ''")
        _is_seen(page)
        if kind == "radio":
            _choose(page, MARITAL_STATUS.answers.get(name, ""))
        elif kind == "select-one":
            page.keyboard.type("Kinh")
        elif kind == "submit" and re.match("Tiếp tục|Đúng, tiếp tục", words):
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    raise AssertionError(f"no button within {MOST_STOPS} stops on {before}")


def _choose(page: Page, answer: str) -> None:
    """Walks the group with the arrow until the answer is chosen; one that is chosen already stays."""
    page.keyboard.press("Space")
    for _ in range(8):
        if not answer or page.evaluate("document.activeElement.value") == answer:
            return
        page.keyboard.press("ArrowDown")


def _press_by_keys(person: Citizen, name: str) -> None:
    page = person.page
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        _is_seen(page)
        if page.evaluate("document.activeElement.innerText || ''").strip().startswith(name):
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    raise AssertionError(f"{name!r} is not within {MOST_STOPS} stops")


def _is_seen(page: Page) -> None:
    """The focus is on something, and that is within the window."""
    inside = page.evaluate(
        """(() => { const e = document.activeElement, r = e.getBoundingClientRect()
            return e !== document.body && r.bottom > 0 && r.top < innerHeight })()"""
    )
    assert inside, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
