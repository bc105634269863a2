"""From the search to the signed result and the rating, with and without JavaScript."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.e2e.answers import BIRTH, HOMEOWNER, MARITAL_STATUS, MOTHER, Job
from tests.e2e.people import citizen, settle
from tests.e2e.roles import Citizen, Submitted
from tests.stack import Stack, run_cli


@pytest.mark.parametrize(
    ("job", "name", "script"),
    [
        pytest.param(MARITAL_STATUS, HOMEOWNER, True, id="marital status"),
        pytest.param(BIRTH, MOTHER, False, id="birth, no script"),
    ],
)
def test_from_the_search_to_the_rating(
    browser: Browser, stack: Stack, tmp_path: Path, job: Job, name: str, script: bool
) -> None:
    with citizen(browser, stack, script=script) as person:
        dossier = person.apply(job, name)
        settle(browser, stack, dossier, script=script)
        person.open(f"/ho-so/{dossier.id}/")
        person.wait_for("Xem và tải kết quả")
        person.press("Xem và tải kết quả")
        assert job.result in person.page.inner_text("main")
        paper = _downloaded(person, tmp_path)
        assert '"genuine": true' in run_cli(stack.environment, "verify", str(paper), "--json")
        _anyone_can_verify(person, job)
        _rate(person, dossier)


def _downloaded(person: Citizen, folder: Path) -> Path:
    href = person.page.get_by_role("button", name="Tải bản điện tử").get_attribute("href")
    answer = person.page.request.get(f"{person.portal}{href}")
    assert answer.ok
    assert answer.headers["content-type"] == "application/pdf"
    paper = folder / "ket-qua.pdf"
    paper.write_bytes(answer.body())
    return paper


def _anyone_can_verify(person: Citizen, job: Job) -> None:
    person.press("Xem trang người khác sẽ thấy khi quét mã")
    assert person.page.locator("h1").inner_text() == "Giấy này là thật"
    assert job.result in person.page.inner_text("main")


def _rate(person: Citizen, dossier: Submitted) -> None:
    person.open(f"/ho-so/{dossier.id}/danh-gia/")
    person.page.get_by_label("Hài lòng", exact=True).check()
    person.press("Gửi đánh giá")
    assert "Đã nhận đánh giá của bạn" in person.page.inner_text("body")
