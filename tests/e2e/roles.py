"""Citizens and officials at a browser: what they press, in the words on the pages."""

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from playwright.sync_api import Page, Response
from tests.e2e.answers import Job
from tests.e2e.filling import fill
from tests.e2e.photo import paper_photo

PASSWORD = "Dung-thu-2026"
PHOTO = {"name": "ảnh chụp.jpg", "mimeType": "image/jpeg", "buffer": paper_photo()}
# The worker makes slips and signatures within seconds.
PATIENCE = 60.0
RESULT_ADDRESS = re.compile(r"/ho-so/[0-9a-f-]{36}/")


@dataclass(frozen=True, slots=True)
class Submitted:
    """What the proof page tells: the dossier's code, its four digits and its id in addresses."""

    code: str
    digits: str
    id: str


@dataclass(slots=True)
class Person:
    """Somebody at a browser. look: called on every page of interest, before anything is done there."""

    page: Page
    portal: str
    look: Callable[[Page], None]

    def open(self, path: str) -> Response | None:
        """Goes to an address of the portal."""
        return self.page.goto(f"{self.portal}{path}")

    def press(self, name: str) -> None:
        """A button or a link that looks like one, by its words."""
        words = re.compile(f"^{re.escape(name)}")
        self.page.get_by_role("button", name=words).or_(
            self.page.get_by_role("link", name=words)
        ).first.click()

    def wait_for(self, words: str) -> None:
        """Reloads until the words are there: what the worker makes is ready within seconds."""
        deadline = time.monotonic() + PATIENCE
        while words not in self.page.inner_text("body"):
            assert time.monotonic() < deadline, f"{words!r} never came on {self.page.url}"
            self.page.wait_for_timeout(300)
            self.page.reload()


@dataclass(slots=True)
class Citizen(Person):
    """Somebody with an affair."""

    def find(self, job: Job) -> None:
        """From the home page by search to the start page of the service."""
        self.open("/")
        self.look(self.page)
        self.page.locator('main input[name="q"]').fill(job.words)
        self.page.get_by_role("button", name="Tìm").first.click()
        self.look(self.page)
        self.page.get_by_role("link", name=job.title, exact=True).first.click()
        self.look(self.page)

    def sign_in(self, name: str) -> None:
        """At the stand-in for VNeID, from a page that offers it."""
        self.press("Mở VNeID để đăng nhập")
        if self.page.url.startswith(self.portal):
            return
        if self.page.get_by_role("link", name="Đăng nhập là người khác").count():
            self.page.get_by_role("link", name="Đăng nhập là người khác").click()
        self.page.get_by_role("button", name=name).click()
        self.page.get_by_role("button", name="Đồng ý và quay lại").click()
        self.page.wait_for_url(f"{self.portal}/**")

    def answer_all(self, answers: Mapping[str, str]) -> None:
        """Page after page up to the papers or the check page."""
        for _ in range(40):
            path = self.page.url.removeprefix(self.portal)
            if "/trang/" not in path and "/noi-giai-quyet/" not in path and "/thong-tin-da-co/" not in path:
                return
            self.look(self.page)
            fill(self.page, answers)
            self.press("Đúng, tiếp tục" if "/thong-tin-da-co/" in path else "Tiếp tục")
            assert self.page.locator(".govuk-error-summary").count() == 0, self.page.inner_text("main")
        raise AssertionError(f"the questions never end: {self.page.url}")

    def send_papers(self) -> None:
        """A photo for every paper that is asked for."""
        if not self.page.url.endswith("/giay-to/"):
            return
        self.look(self.page)
        links = self.page.locator(".govuk-task-list__link")
        for place in range(links.count()):
            links.nth(place).click()
            self.look(self.page)
            self.page.set_input_files('input[name="tep"]', PHOTO)
            self.press("Gửi và tiếp tục")
        self.look(self.page)
        self.press("Tiếp tục")

    def apply(self, job: Job, name: str) -> Submitted:
        """Everything from the search to the proof."""
        self.find(job)
        self.press("Bắt đầu")
        self.look(self.page)
        if "/thong-tin-da-co/" in self.page.url and self.page.get_by_text("Khai trước").count():
            self.sign_in(name)
        self.answer_all(job.answers)
        self.send_papers()
        return self.submit()

    def submit(self, delivery: str = "electronic") -> Submitted:
        """From the check page to the proof."""
        self.look(self.page)
        assert self.page.get_by_role("button", name="Nộp hồ sơ").count(), self.page.inner_text("main")
        self.page.locator(f'input[name="delivery"][value="{delivery}"]').check()
        self.press("Nộp hồ sơ")
        assert "/da-nop/" in self.page.url, self.page.inner_text("main")
        self.look(self.page)
        found = RESULT_ADDRESS.search(self.page.url)
        assert found is not None
        return Submitted(
            code=self.page.locator("[data-copy]").first.get_attribute("data-copy") or "",
            digits=self.page.locator(".mc-digits").inner_text(),
            id=found.group().split("/")[2],
        )


@dataclass(slots=True)
class Official(Person):
    """Somebody of the demonstration's wards."""

    def sign_in(self, login: str) -> None:
        """At the office's own page."""
        self.open("/can-bo/dang-nhap/")
        self.page.fill('input[name="username"]', login)
        self.page.fill('input[name="password"]', PASSWORD)
        self.press("Đăng nhập")
        assert "/can-bo/" in self.page.url
        assert "/dang-nhap/" not in self.page.url, self.page.inner_text("main")

    def take(self, dossier: Submitted) -> None:
        """From the common queue to the desk."""
        self.open("/can-bo/?tab=common")
        self.look(self.page)
        self.press(f"Nhận hồ sơ {dossier.code}")
        assert dossier.id in self.page.url, self.page.inner_text("body")
        self.look(self.page)

    def tick(self, choice: str, reason: str = "") -> None:
        """The same tick for the first item, "Đạt" for all others; a reason goes with "fix"."""
        items = self.page.locator("fieldset[data-item]")
        for place in range(items.count()):
            value = choice if place == 0 else "pass"
            items.nth(place).locator(f'input[value="{value}"]').check()
        if reason:
            items.first.locator("textarea").fill(reason)

    def receive(self, dossier: Submitted) -> None:
        """Everything is there: Mẫu 01."""
        self.take(dossier)
        self.tick("pass")
        self.press("Tiếp nhận (Mẫu 01)")
        assert self.page.get_by_text("Đã tiếp nhận").count(), self.page.inner_text("body")

    def prepare(self, dossier: Submitted) -> None:
        """The specialist's draft, saved, looked at and submitted for signing."""
        self.take(dossier)
        self.press("Lập dự thảo kết quả")
        self.look(self.page)
        self.press("Lưu và xem bản in")
        self.look(self.page)
        self.press("Trình ký")
        assert dossier.id in self.page.url, self.page.inner_text("body")

    def sign(self, dossier: Submitted) -> None:
        """The leader's approval."""
        self.open("/can-bo/ky/")
        self.look(self.page)
        self.page.get_by_role("link", name=re.compile(re.escape(dossier.code))).click()
        self.look(self.page)
        self.press("Ký văn bản này")

    def issue(self, dossier: Submitted) -> None:
        """The clerk's number and seal."""
        self.open("/can-bo/van-thu/")
        self.look(self.page)
        button = self.page.get_by_role("button", name=re.compile(f"^Phát hành.*{re.escape(dossier.code)}"))
        deadline = time.monotonic() + PATIENCE
        while not button.count():
            assert time.monotonic() < deadline, self.page.inner_text("body")
            self.page.wait_for_timeout(300)
            self.open("/can-bo/van-thu/")
        button.click()
