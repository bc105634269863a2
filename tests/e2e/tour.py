"""A walk past every screen in its states, for whoever wants to look: axe, or a camera."""

from collections.abc import Callable

from playwright.sync_api import Browser, Page
from tests.e2e.answers import BIRTH, FATHER, MARITAL_STATUS, MOTHER, NEWCOMER, STUDENT
from tests.e2e.filling import asked_in, fill
from tests.e2e.people import citizen, official, settle
from tests.e2e.roles import PHOTO, Citizen, Official, Submitted
from tests.stack import Stack

Look = Callable[[Page], None]
UNKNOWN = "00000000-0000-4000-8000-000000000000"
REASON = "Ảnh bị lóa, bạn chụp lại cả tờ giấy chứng sinh"
OPEN_TO_ALL = (
    "/",
    "/tim/?q=khai%20sinh",
    "/tim/?q=xyzzy",
    "/dang-nhap/",
    "/lam-tiep/",
    "/tra-cuu/",
    "/kiem-tra/",
    "/kiem-tra/KHONGCOMA123/",
    "/quyen-rieng-tu/",
    "/kha-nang-tiep-can/",
    f"/khai/{UNKNOWN}/",
    "/khong-co-trang-nay/",
    "/can-bo/dang-nhap/",
    *(f"/thu-tuc/{code}/" for code in ("1.001193", "1.004873", "1.001612")),
)
GALLERY = (
    "",
    "loi/",
    "trong/",
    "nop-xong/",
    "can-bo/",
    "can-bo/trong/",
    *(
        f"trang/{name}/"
        for name in (
            "khong-co-trang",
            "truc-trac",
            "tam-ngung",
            "het-phien",
            "quyen-rieng-tu",
            "kha-nang-tiep-can",
        )
    ),
)


def walk_past_everything(browser: Browser, stack: Stack, look: Look) -> None:
    """Public pages, drafts with and without errors, a dossier's whole life, the office, the stand-in."""
    _public_pages(browser, stack, look)
    _drafts(browser, stack, look)
    _empty_places(browser, stack, look)
    _a_life(browser, stack, look)
    _errors_of_the_office(browser, stack, look)


def _public_pages(browser: Browser, stack: Stack, look: Look) -> None:
    with citizen(browser, stack) as person:
        for path in OPEN_TO_ALL:
            person.open(path)
            look(person.page)
        for path in GALLERY:
            person.open(f"/thu-vien-giao-dien/{path}")
            look(person.page)
        for path, button in (
            ("/lam-tiep/", "Mở bản nháp"),
            ("/tra-cuu/", "Tra cứu"),
            ("/kiem-tra/", "Kiểm tra mã"),
            ("/kiem-tra/", "Kiểm tra tệp"),
            ("/can-bo/dang-nhap/", "Đăng nhập"),
        ):
            person.open(path)
            person.page.locator("main").get_by_role("button", name=button).click()
            look(person.page)
        person.open("/tra-cuu/")
        person.page.context.clear_cookies()
        person.page.locator("main").get_by_role("button", name="Tra cứu").click()
        look(person.page)


def _drafts(browser: Browser, stack: Stack, look: Look) -> None:
    """Every question page as it comes, with its errors, and before sign-in."""
    with citizen(browser, stack, look=look) as person:
        person.open(f"/thu-tuc/{BIRTH.code}/")
        person.press("Bắt đầu")
        look(person.page)
        person.press("Khai trước, đăng nhập sau")
        for _ in range(40):
            if "/giay-to/" in person.page.url:
                break
            _err(person, "Tiếp tục")
            if "/noi-giai-quyet/" in person.page.url:
                person.page.get_by_label("UBND phường Hòa Bến").check()
            fill(person.page, {**BIRTH.answers, **ABOUT_THE_MOTHER})
            person.press("Tiếp tục")
        look(person.page)
        person.page.locator(".govuk-task-list__link").first.click()
        _err(person, "Gửi và tiếp tục")
        person.page.set_input_files('input[name="tep"]', PHOTO)
        person.press("Gửi và thêm trang nữa")
        look(person.page)
        address = person.page.url.split("/giay-to/")[0]
        person.page.goto(f"{address}/kiem-tra/")
        look(person.page)
        _at_the_stand_in(person, look)
        look(person.page)
        person.page.fill('input[name="phone"]', "12")
        person.press("Nộp hồ sơ")
        look(person.page)


def _at_the_stand_in(person: Citizen, look: Look) -> None:
    person.press("Mở VNeID để đăng nhập")
    look(person.page)
    person.page.get_by_role("button", name=FATHER).click()
    look(person.page)
    person.page.get_by_role("button", name="Hủy, không đăng nhập").click()
    look(person.page)
    person.sign_in(FATHER)


def _err(person: Citizen, button: str) -> None:
    """Looks at the page, and at it again with everything missing."""
    person.look(person.page)
    before = person.page.url
    for name, kind in asked_in(person.page).items():
        if kind in {"text", "tel", "email", "textarea"}:
            person.page.locator(f'main [name="{name}"]').fill("")
    person.press(button)
    person.look(person.page)
    if person.page.locator(".govuk-error-summary").count() == 0 and person.page.url != before:
        person.page.goto(before)


def _empty_places(browser: Browser, stack: Stack, look: Look) -> None:
    with citizen(browser, stack, look=look) as person:
        person.open("/viec-cua-toi/")
        person.sign_in(NEWCOMER)
        look(person.page)
    for login, paths in (
        ("motcua2", ("/can-bo/", "/can-bo/?tab=citizen", "/can-bo/phim-tat/", "/can-bo/tim/?q=khong-co")),
        ("lanhdao", ("/can-bo/ky/", "/can-bo/?tab=signing")),
        ("vanthu", ("/can-bo/van-thu/", "/can-bo/?tab=done")),
    ):
        with official(browser, stack, login, ward="anlactrung") as person:
            for path in paths:
                person.open(path)
                look(person.page)
            person.open(f"/can-bo/ho-so/{UNKNOWN}/")
            look(person.page)


def _a_life(browser: Browser, stack: Stack, look: Look) -> None:
    """Submitted, lacking, supplemented, received, returned by the leader, signed, issued, rated."""
    with citizen(browser, stack, look=look) as person:
        dossier = person.apply(BIRTH, MOTHER)
        _see(person, f"/ho-so/{dossier.id}/", "/viec-cua-toi/")
        with official(browser, stack, "motcua1", look=look) as desk:
            _ask_for_more(desk, dossier)
            _see(person, f"/ho-so/{dossier.id}/", "/viec-cua-toi/", f"/ho-so/{dossier.id}/bo-sung/")
            person.page.locator("#gui").click()
            look(person.page)
            person.page.set_input_files('input[type="file"]', PHOTO)
            person.page.locator("#gui").click()
            look(person.page)
            desk.open(f"/can-bo/ho-so/{dossier.id}/")
            if desk.page.get_by_role("button", name="Nhận hồ sơ").count():
                desk.press("Nhận hồ sơ")
            desk.tick("pass")
            desk.press("Tiếp nhận (Mẫu 01)")
            for tab in ("mine", "common", "citizen", "signing", "return", "done"):
                _see(desk, f"/can-bo/?tab={tab}")
            _see(desk, f"/can-bo/tim/?q={dossier.code}", f"/can-bo/ho-so/{dossier.id}/")
        _see(person, f"/ho-so/{dossier.id}/")
        settle(browser, stack, dossier, received=True, look=look)
        person.open(f"/ho-so/{dossier.id}/")
        person.wait_for("Xem và tải kết quả")
        _the_end(person, dossier, look)


def _ask_for_more(desk: Official, dossier: Submitted) -> None:
    desk.take(dossier)
    desk.press("Tiếp nhận (Mẫu 01)")
    desk.look(desk.page)
    desk.press("Từ chối (Mẫu 03)")
    desk.look(desk.page)
    desk.press("Từ chối hồ sơ")
    desk.look(desk.page)
    desk.open(f"/can-bo/ho-so/{dossier.id}/")
    desk.tick("fix", REASON)
    desk.press("Yêu cầu bổ sung (Mẫu 02)")
    desk.look(desk.page)
    desk.press("Gửi yêu cầu bổ sung (Mẫu 02)")
    desk.look(desk.page)


def _the_end(person: Citizen, dossier: Submitted, look: Look) -> None:
    _see(person, f"/ho-so/{dossier.id}/", f"/ho-so/{dossier.id}/ket-qua/")
    person.press("Xem trang người khác sẽ thấy khi quét mã")
    look(person.page)
    _see(person, f"/ho-so/{dossier.id}/danh-gia/")
    person.press("Gửi đánh giá")
    look(person.page)
    person.page.get_by_label("Chưa hài lòng").check()
    look(person.page)
    person.press("Gửi đánh giá")
    look(person.page)
    _see(person, "/viec-cua-toi/")
    person.open("/tra-cuu/")
    person.page.fill('input[name="code"]', dossier.code)
    person.page.fill('input[name="digits"]', dossier.digits)
    person.page.locator("main").get_by_role("button", name="Tra cứu").click()
    look(person.page)


def _errors_of_the_office(browser: Browser, stack: Stack, look: Look) -> None:
    """What the leader sends back, and a door that is not this official's."""
    with citizen(browser, stack) as person:
        dossier = person.apply(MARITAL_STATUS, STUDENT)
    with official(browser, stack, "motcua1") as desk:
        desk.receive(dossier)
        _see(desk, "/can-bo/ky/")
        look(desk.page)
    with official(browser, stack, "chuyenvien1") as specialist:
        specialist.prepare(dossier)
    with official(browser, stack, "lanhdao") as leader:
        leader.open(f"/can-bo/ky/{dossier.id}/")
        leader.press("Trả lại người soạn")
        look(leader.page)
        leader.page.fill('textarea[name="reason"]', "Tên người được xác nhận còn thiếu chữ đệm")
        leader.press("Trả lại người soạn")
        look(leader.page)


def _see(person: Citizen | Official, *paths: str) -> None:
    for path in paths:
        person.open(path)
        person.look(person.page)


ABOUT_THE_MOTHER = {
    "applicant_name": MOTHER,
    "applicant_personal_id": "099198000101",
    "applicant_birth_date.day": "14",
    "applicant_birth_date.month": "3",
    "applicant_birth_date.year": "1998",
    "applicant_residence.line": "12 ngõ 3 đường Bến Cũ",
    "applicant_residence.ward": "Phường Hòa Bến",
    "applicant_residence.province": "Tỉnh Sông Bình",
    "applicant_phone": "0900000101",
}
