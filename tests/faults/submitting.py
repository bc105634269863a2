"""A citizen who presses again when nothing comes back, and writes down what was acknowledged."""

import hashlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import httpx
from tests.documents.samples import pdf
from tests.e2e.answers import BIRTH
from tests.http_visitor import HtmlForm, Visitor, forms_of

# Without any progress.
PATIENCE = 60.0


@dataclass(slots=True)
class Applicant:
    """acknowledged: answers by field name, as saved once a redirect came; files: hashes of those sent."""

    visitor: Visitor
    number: int
    acknowledged: dict[str, str] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
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
        if path.endswith("/giay-to/") and not self.files:
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
        content = pdf() + f"% {self.draft_id}".encode()
        path = f"/khai/{self.draft_id}/giay-to/giay-chung-sinh/"
        self.visitor.get(path)
        if not self._is_fine():
            return False
        files = [("tep", ("giay.pdf", content, "application/pdf"))]
        self.visitor.post({"viec": "xong"}, where=lambda each: _is_about(each, path), files=files)
        if self._is_fine() and self.visitor.page.history:
            self.files.add(hashlib.sha256(content).hexdigest())
        return False

    def _submit(self) -> bool:
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
        assert self.visitor.page.status_code == 200, (str(self.visitor.page.url), self.visitor.page.text)
        return True


def _is_about(form: HtmlForm, path: str) -> bool:
    return form.method == "post" and form.action.partition("?")[0] in {"", path}


def code_of(html: str) -> str:
    """The dossier's code on the proof page."""
    return html.partition('data-copy="')[2].partition('"')[0]
