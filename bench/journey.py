# SPDX-License-Identifier: EUPL-1.2
"""The whole job of a citizen, from the start page to the proof, as a browser without JavaScript does it."""

from dataclasses import dataclass, field

from bench.client import Browser, Page

ANSWERS = {
    "full_name": "Trần Thị Đo",
    "birth_date.day": "12",
    "birth_date.month": "5",
    "birth_date.year": "1990",
    "gender": "nu",
    "personal_number": "001190000012",
    "nation": "kinh",
    "phone": "0912345678",
    "email": "tran.thi.do@example.vn",
    "home.line": "Số 8, thôn Đoài",
    "home.ward": "Xã Bình Minh",
    "home.province": "Hà Nội",
    "rents": "no",
    "since.year": "2015",
    "relation": "toi",
    "holder_name": "Trần Thị Đo",
    "holder_birth_date.day": "12",
    "holder_birth_date.month": "5",
    "holder_birth_date.year": "1990",
    "household": "4",
    "income": "12.000.000",
    "work": "Giáo viên",
    "workplace": "Trường tiểu học Bình Minh",
    "purpose": "hoc",
    "story": "Không có gì thêm.",
    "pledge": "yes",
}
CONTACT = {"phone": "0912345678", "email": "tran.thi.do@example.vn", "delivery": "electronic"}
_LONGEST = 100


class JourneyBroken(Exception):
    """The server did not do what the job needs: the measurement would mean nothing."""


@dataclass(slots=True)
class Job:
    """One submission: (kind of request, seconds) in order."""

    requests: list[tuple[str, float]] = field(default_factory=list)
    dossier: str = ""

    @property
    def seconds(self) -> float:
        """All waiting of the citizen together."""
        return sum(seconds for _, seconds in self.requests)


def submit_once(browser: Browser, procedure: str) -> Job:
    """From the start page to the proof. Raises JourneyBroken unless the proof was seen."""
    job = Job()
    page = _noted(job, "start page", browser.get(f"/thu-tuc/{procedure}/"), 200)
    fields = {"csrfmiddlewaretoken": page.hidden["csrfmiddlewaretoken"]}
    page = _follow(
        job, browser, _noted(job, "begin", browser.post(f"/thu-tuc/{procedure}/bat-dau/", fields), 302)
    )
    while "/trang/" in page.path and len(job.requests) < _LONGEST:
        answers = {name: ANSWERS[name] for name in page.names & ANSWERS.keys()}
        answered = browser.post(page.path, {**page.hidden, **answers})
        page = _follow(job, browser, _noted(job, "answer", answered, 302))
    _noted(job, "", page, 200, part="/kiem-tra/")
    address = page.path.replace("/kiem-tra/", "/nop/")
    submitted = _noted(job, "submit", browser.post(address, {**page.hidden, **CONTACT}), 302)
    page = _noted(job, "proof", browser.get(submitted.location), 200, part="/da-nop/")
    if "mc-digits" not in page.text:
        raise JourneyBroken(f"no proof at {page.path}")
    job.dossier = page.path.split("/")[2]
    return job


def _follow(job: Job, browser: Browser, page: Page) -> Page:
    while page.status == 302 and len(job.requests) < _LONGEST:
        page = browser.get(page.location)
        kind = "question page" if "/trang/" in page.path else "check page"
        _noted(job, "redirect" if page.status == 302 else kind, page, page.status)
    return page


def _noted(job: Job, kind: str, page: Page, status: int, part: str = "") -> Page:
    if page.status != status or part not in page.path:
        raise JourneyBroken(f"{kind}: {page.status} at {page.path}\n{page.text[:2000]}")
    if kind:
        job.requests.append((kind, page.seconds))
    return page
