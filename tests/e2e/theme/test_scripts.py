"""What scripts add, and that nothing is lost without them."""

import io
import random

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

FILES = "Array.from(document.getElementById('photo').files, f => [f.name, f.type, f.size])"

# Asked again and again by hand: the page's policy forbids the eval that wait_for_function needs.
SHRUNK = """async () => { const input = document.getElementById('photo');
    const pause = () => new Promise(done => setTimeout(done, 50));
    for (let at = 0; at < 300 && input.files[0].size > 400000; at++) await pause() }"""


def photo(kind: str) -> bytes:
    """A noisy picture of more than 400 KB."""
    noise = random.Random(7).randbytes(130 * 98 * 3)
    kept = io.BytesIO()
    Image.frombytes("RGB", (130, 98), noise).resize((2600, 1950), Image.Resampling.BILINEAR).save(kept, kind)
    return kept.getvalue()


@pytest.fixture
def page(browser: Browser, gallery: str) -> Page:
    opened = browser.new_page()
    opened.goto(gallery)
    return opened


def test_errors_get_the_focus_and_lead_to_their_field(page: Page, gallery: str) -> None:
    page.goto(gallery + "loi/")
    assert "govuk-error-summary" in page.evaluate("document.activeElement.className")
    page.get_by_role("link", name="Tháng sinh phải từ 1 đến 12").click()
    assert page.evaluate("document.activeElement.id") == "birthday"
    page.close()


def test_a_second_press_sends_nothing(page: Page) -> None:
    page.evaluate(
        "window.sent = 0; document.querySelector('form[data-once]').addEventListener('submit', e => {"
        " if (!e.defaultPrevented) window.sent += 1 })"
    )
    page.evaluate(
        "for (const time of [1, 2, 3]) document.querySelector('form[data-once]')"
        ".dispatchEvent(new Event('submit', {bubbles: true, cancelable: true}))"
    )
    assert page.evaluate("document.querySelector('form[data-once]').dataset.sending") == "1"
    refused = page.evaluate(
        "!document.querySelector('form[data-once]')"
        ".dispatchEvent(new Event('submit', {bubbles: true, cancelable: true}))"
    )
    assert refused is True
    page.close()


def test_none_of_these_unticks_the_others(page: Page) -> None:
    page.get_by_label("Không cần giấy nào thêm").check()
    assert not page.get_by_label("Bản sao giấy khai sinh").is_checked()
    page.get_by_label("Thẻ bảo hiểm y tế").check()
    assert not page.get_by_label("Không cần giấy nào thêm").is_checked()
    page.close()


@pytest.mark.parametrize("script", [True, False])
def test_an_option_reveals_its_question_with_and_without_script(
    browser: Browser, gallery: str, script: bool
) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(gallery)
    question = page.get_by_label("Số điện thoại người nhờ bạn")
    assert question.is_visible()
    page.get_by_label("Cho con tôi").check()
    assert question.is_hidden()
    context.close()


def test_without_script_no_dead_buttons_are_shown(browser: Browser, gallery: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(gallery)
    assert page.locator("[data-copy]").is_hidden()
    assert page.locator("[data-print]").is_hidden()
    assert page.get_by_role("link", name="Tra cứu hồ sơ").is_visible()
    context.close()


def test_only_the_year_hides_day_and_month(page: Page) -> None:
    group = page.get_by_role("group", name="Ngày sinh của cha")
    assert group.get_by_label("Tháng").is_hidden()
    group.get_by_label("Tôi chỉ nhớ năm").uncheck()
    assert group.get_by_label("Tháng").is_visible()
    page.close()


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_large_photo_is_made_small(page: Page, kind: str) -> None:
    content = photo(kind)
    assert len(content) > 400_000
    page.set_input_files(
        "#photo", {"name": "anh.chup.jpeg", "mimeType": f"image/{kind.lower()}", "buffer": content}
    )
    page.evaluate(SHRUNK)
    assert page.evaluate(FILES)[0][2] <= 400_000
    assert page.evaluate(FILES)[0][:2] == ["anh.chup.jpg", "image/jpeg"]
    page.close()


def test_what_cannot_be_made_small_is_sent_as_it_is(page: Page) -> None:
    broken = {"name": "hong.jpg", "mimeType": "image/jpeg", "buffer": b"x" * 500_000}
    paper = {"name": "giay.pdf", "mimeType": "application/pdf", "buffer": b"%PDF" * 200_000}
    page.set_input_files("#photo", [broken, paper])
    page.wait_for_timeout(300)
    assert page.evaluate(FILES) == [
        ["hong.jpg", "image/jpeg", 500_000],
        ["giay.pdf", "application/pdf", 800_000],
    ]
    page.close()


def test_keys_walk_the_queue_and_mark_items(page: Page, gallery: str) -> None:
    page.goto(gallery + "can-bo/")
    where = "document.activeElement.textContent"
    assert page.evaluate(where).endswith("0001")
    page.keyboard.press("j")
    assert page.evaluate(where).endswith("0002")
    page.keyboard.press("k")
    page.keyboard.press("x")
    assert page.get_by_label("Chọn hồ sơ 000.00.12.H01-261102-0001").is_checked()
    page.locator("#item-3").focus()
    page.keyboard.press("3")
    assert page.locator("#item-3-3").is_checked()
    page.close()


def test_keys_are_silent_while_someone_types(page: Page, gallery: str) -> None:
    page.goto(gallery + "can-bo/")
    page.locator("#reason-2").focus()
    page.keyboard.type("jk13")
    assert page.locator("#reason-2").input_value().startswith("jk13")
    assert page.evaluate("document.activeElement.id") == "reason-2"
    page.close()
