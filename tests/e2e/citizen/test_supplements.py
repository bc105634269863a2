"""Something is lacking, and it is sent; or the answer is no."""

from playwright.sync_api import Browser
from tests.e2e.answers import BIRTH, FATHER, MARITAL_STATUS, MOTHER
from tests.e2e.people import citizen, official
from tests.e2e.roles import PHOTO
from tests.stack import Stack

REASON = "Ảnh bị lóa, bạn chụp lại cả tờ giấy chứng sinh"
REFUSAL = "Người được xác nhận chưa từng cư trú tại phường này nên bạn nộp ở nơi cư trú cũ"


def test_what_was_asked_for_is_sent_and_received(browser: Browser, stack: Stack) -> None:
    with citizen(browser, stack, script=False) as person, official(browser, stack, "motcua1") as desk:
        dossier = person.apply(BIRTH, MOTHER)
        desk.take(dossier)
        desk.tick("fix", REASON)
        desk.press("Yêu cầu bổ sung (Mẫu 02)")
        assert REASON in desk.page.inner_text("main")
        desk.press("Gửi yêu cầu bổ sung (Mẫu 02)")
        person.open(f"/ho-so/{dossier.id}/")
        assert REASON in person.page.inner_text("main")
        person.press("Gửi bổ sung")
        person.page.set_input_files('input[type="file"]', PHOTO)
        person.press("Gửi bổ sung")
        assert "Đã gửi phần bổ sung" in person.page.inner_text("body")
        desk.open(f"/can-bo/ho-so/{dossier.id}/")
        if desk.page.get_by_role("button", name="Nhận hồ sơ").count():
            desk.press("Nhận hồ sơ")
        desk.tick("pass")
        desk.press("Tiếp nhận (Mẫu 01)")
        assert "Đã tiếp nhận" in desk.page.inner_text("body")


def test_a_refusal_says_why(browser: Browser, stack: Stack) -> None:
    with citizen(browser, stack) as person, official(browser, stack, "motcua1", script=False) as desk:
        dossier = person.apply(MARITAL_STATUS, FATHER)
        desk.take(dossier)
        desk.press("Từ chối (Mẫu 03)")
        desk.page.locator('input[name="ground"][value="conditions"]').check()
        desk.page.fill('textarea[name="reason"]', REFUSAL)
        desk.press("Từ chối hồ sơ")
        person.open(f"/ho-so/{dossier.id}/")
        assert REFUSAL in person.page.inner_text("main")
        person.wait_for("Mẫu 03")
