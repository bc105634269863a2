"""A citizen who presses again when nothing comes back, and writes down what was acknowledged."""

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import httpx
from tests.documents.samples import pdf
from tests.e2e.answers import BIRTH
from tests.http_visitor import HtmlForm, Visitor, forms_of

# Without any progress.
PATIENCE = 60.0
_FINGERPRINT = re.compile(r"SHA-256: ([0-9a-f ]+)")


def _told_nobody() -> None:
    """For those who submit in peace."""


@dataclass(slots=True)
class Applicant:
    """answered: called for every page that comes back.

    acknowledged: answers by field name, as saved once a redirect came.
    fingerprints: beginnings of the hashes the check page showed.
    """

    visitor: Visitor
    number: int
    answered: Callable[[], None] = _told_nobody
    acknowledged: dict[str, str] = field(default_factory=dict)
    fingerprints: set[str] = field(default_factory=set)
    sent: bool = False
    draft_id: str = ""
    code: str = ""

    def apply(self) -> None:
        """From the start page to a code on the proof page, however often the server dies."""
        self._again_until(self._start)
        self._again_until(self._go_on)

    def come_to_the_check_page(self) -> None:
        """Everything but the last press."""
        self._again_until(self._start)
        self._again_until(lambda: self._go_on(stop=True))

    def come_to_the_papers(self) -> None:
        """All questions answered."""
        self._again_until(self._start)
        self._again_until(lambda: self._go_on(stop=True, papers=False))

    def _again_until(self, step: Callable[[], bool]) -> None:
        """Repeats a step that says whether there is no more to do; a dead server is waited for."""
        deadline, before = time.monotonic() + PATIENCE, ""
        while True:
            if self.visitor.path != before:
                deadline, before = time.monotonic() + PATIENCE, self.visitor.path
            try:
                done = step()
            except httpx.TransportError:
                done = False
                time.sleep(0.1)
            if done:
                return
            assert time.monotonic() < deadline, f"nothing moves: {self.visitor.page.text[:2000]}"

    def _start(self) -> bool:
        self.visitor.get(f"/thu-tuc/{BIRTH.code}/")
        if not self._is_fine():
            return False
        self.visitor.post({}, where=lambda form: form.action.endswith("/bat-dau/"))
        if not self._is_fine() or not self.visitor.path.startswith("/khai/"):
            return False
        self.draft_id = self.visitor.path.split("/")[2]
        return True

    def _go_on(self, *, stop: bool = False, papers: bool = True) -> bool:
        """One step from wherever the server says this draft is.

        stop: not the last one; papers: whether to send them.
        """
        page = self.visitor.get(f"/khai/{self.draft_id}/")
        if not self._is_fine():
            return False
        path = self.visitor.path
        if path.endswith("/da-nop/"):
            self.code = code_of(page.text)
            return True
        if path.endswith("/giay-to/") and not papers:
            return True
        if path.endswith("/giay-to/") and not self.sent:
            return self._send_paper()
        if path.endswith("/giay-to/"):
            page = self.visitor.get(f"/khai/{self.draft_id}/kiem-tra/")
            if not self._is_fine():
                return False
        if self.visitor.path.endswith("/kiem-tra/"):
            return stop or self._submit()
        form = next(each for each in forms_of(page.text) if each.method == "post" and _is_about(each, path))
        given = {name: text for name, text in self._answers().items() if name in form.asked}
        self.visitor.post(given, where=lambda each: _is_about(each, path))
        if self._is_fine() and self.visitor.page.history:
            self.acknowledged.update(given)
        return False

    def _answers(self) -> Mapping[str, str]:
        return {**BIRTH.answers, "child_name": f"Trần Bảo An {'ABCDEFGHIJKLMNOPQRSTUVWXY'[self.number % 25]}"}

    def _send_paper(self) -> bool:
        content = pdf(pages=1 + self.number)
        path = f"/khai/{self.draft_id}/giay-to/giay-chung-sinh/"
        self.visitor.get(path)
        if not self._is_fine():
            return False
        files = [("tep", ("giay.pdf", content, "application/pdf"))]
        self.visitor.post({"viec": "xong"}, where=lambda each: _is_about(each, path), files=files)
        if self._is_fine() and self.visitor.page.history:
            self.sent = True
        return False

    def _submit(self) -> bool:
        shown = _FINGERPRINT.findall(self.visitor.page.text)
        assert shown, "the check page shows no paper"
        self.fingerprints.update(each.replace(" ", "") for each in shown)
        self.visitor.post({"delivery": "electronic"}, where=lambda form: form.action.endswith("/nop/"))
        if self._is_fine() and self.visitor.path.endswith("/da-nop/"):
            self.code = code_of(self.visitor.page.text)
            return True
        return False

    def _is_fine(self) -> bool:
        """A page of ours; while the database is away the server says so with 5xx, and one waits."""
        if self.visitor.page.status_code >= 500:
            time.sleep(0.1)
            return False
        assert self.visitor.page.status_code == 200, (
            str(self.visitor.page.url),
            list(self.visitor.client.cookies),
            self.visitor.page.text,
        )
        self.answered()
        return True


def _is_about(form: HtmlForm, path: str) -> bool:
    return form.method == "post" and form.action.partition("?")[0] in {"", path}


def code_of(html: str) -> str:
    """The dossier's code on the proof page."""
    return html.partition('data-copy="')[2].partition('"')[0]
