"""Beginning here, going on there: drafts before and after sign-in."""

import re

from playwright.sync_api import Browser
from tests.e2e.answers import FATHER, MARITAL_STATUS, STUDENT
from tests.e2e.filling import fill
from tests.e2e.people import citizen
from tests.e2e.roles import Citizen
from tests.stack import Stack

# What VNeID would have told.
ABOUT_THE_FATHER = {
    "applicant_name": FATHER,
    "applicant_personal_id": "099096000102",
    "applicant_birth_date.day": "2",
    "applicant_birth_date.month": "11",
    "applicant_birth_date.year": "1996",
    "applicant_gender": "nam",
    "applicant_residence.line": "12 ngõ 3 đường Bến Cũ",
    "applicant_residence.ward": "Phường Hòa Bến",
    "applicant_residence.province": "Tỉnh Sông Bình",
    "applicant_phone": "0900000102",
    "applicant_email": "minh.khoi@nguoi-thu.example",
}
CODE = re.compile(r"\b([A-Z0-9]{4}) ([A-Z0-9]{4})\b")


def begun(person: Citizen) -> None:
    """A draft begun without signing in, its first question answered."""
    person.open(f"/thu-tuc/{MARITAL_STATUS.code}/")
    person.press("Bắt đầu")
    person.press("Khai trước, đăng nhập sau")
    if "/noi-giai-quyet/" in person.page.url:
        person.page.get_by_label("UBND phường Hòa Bến").check()
        person.press("Tiếp tục")
    fill(person.page, MARITAL_STATUS.answers)
    person.press("Tiếp tục")


def test_what_was_answered_before_sign_in_is_there_after_it(browser: Browser, stack: Stack) -> None:
    with citizen(browser, stack) as person:
        begun(person)
        person.answer_all({**MARITAL_STATUS.answers, **ABOUT_THE_FATHER})
        assert person.page.url.endswith("/kiem-tra/"), person.page.inner_text("main")
        before = person.page.locator("main dd").all_inner_texts()
        person.sign_in(FATHER)
        assert person.page.url.endswith("/kiem-tra/")
        # Where VNeID says the same, its name stands beside the answer.
        after = person.page.inner_text("main")
        assert [line for text in before for line in text.splitlines() if line not in after] == []
        dossier = person.submit()
        person.open("/viec-cua-toi/")
        assert dossier.code in person.page.inner_text("main").replace(" ", "")


def test_a_code_opens_the_draft_on_another_device(browser: Browser, stack: Stack) -> None:
    with citizen(browser, stack) as person:
        begun(person)
        person.page.get_by_text("Làm tiếp trên máy khác").click()
        found = CODE.search(person.page.locator("details .mc-copy__code").inner_text())
        assert found is not None
        address = person.page.url
    with citizen(browser, stack, script=False) as elsewhere:
        elsewhere.open("/lam-tiep/")
        elsewhere.page.fill('input[name="code"]', f"{found[1]}{found[2]}".lower())
        elsewhere.press("Mở bản nháp")
        assert elsewhere.page.url == address
    with citizen(browser, stack) as stranger:
        answer = stranger.page.goto(address)
        assert answer is not None
        assert answer.status == 404


def test_a_draft_of_an_account_waits_among_its_affairs(browser: Browser, stack: Stack) -> None:
    with citizen(browser, stack) as person:
        person.open(f"/thu-tuc/{MARITAL_STATUS.code}/")
        person.press("Bắt đầu")
        person.sign_in(STUDENT)
        address = person.page.url
    with citizen(browser, stack, script=False) as elsewhere:
        elsewhere.open("/viec-cua-toi/")
        elsewhere.sign_in(STUDENT)
        assert elsewhere.page.url.endswith("/viec-cua-toi/")
        # The same person may have other drafts of this service: other tests use the same few people.
        draft = address.split("/")[4]
        link = elsewhere.page.locator(f'main a[href*="{draft}"]').first
        assert MARITAL_STATUS.title in link.inner_text()
        link.click()
        assert elsewhere.page.url.split("/")[4] == draft
