"""Two officials and one dossier; and a desk without a mouse."""

from playwright.sync_api import Browser
from tests.e2e.answers import FATHER, MARITAL_STATUS
from tests.e2e.people import citizen, official
from tests.stack import Stack


def test_two_officials_cannot_take_one_dossier(browser: Browser, stack: Stack) -> None:
    with (
        citizen(browser, stack) as person,
        official(browser, stack, "motcua1") as first,
        official(browser, stack, "motcua2") as second,
    ):
        dossier = person.apply(MARITAL_STATUS, FATHER)
        second.open("/can-bo/?tab=common")
        first.take(dossier)
        second.press(f"Nhận hồ sơ {dossier.code}")
        assert "vừa nhận hồ sơ này" in second.page.inner_text("body")
        assert dossier.id not in second.page.url
        second.open(f"/can-bo/ho-so/{dossier.id}/")
        assert second.page.get_by_role("button", name="Tiếp nhận (Mẫu 01)").count() == 0
        assert "đang giữ hồ sơ này" in second.page.inner_text("main")


def test_another_unit_sees_nothing_of_it(browser: Browser, stack: Stack) -> None:
    with citizen(browser, stack) as person:
        dossier = person.apply(MARITAL_STATUS, FATHER)
    with official(browser, stack, "motcua1", ward="anlactrung") as stranger:
        answer = stranger.open(f"/can-bo/ho-so/{dossier.id}/")
        assert answer is not None
        assert answer.status == 404
        stranger.open("/can-bo/?tab=common")
        assert dossier.code not in stranger.page.inner_text("main")


def test_keys_alone_receive_a_dossier(browser: Browser, stack: Stack) -> None:
    with citizen(browser, stack) as person, official(browser, stack, "motcua2") as desk:
        dossier = person.apply(MARITAL_STATUS, FATHER)
        desk.take(dossier)
        items = desk.page.locator("fieldset[data-item]")
        for place in range(items.count()):
            items.nth(place).locator("input").first.focus()
            desk.page.keyboard.press("1")
        with desk.page.expect_navigation():
            desk.page.keyboard.press("a")
        assert "Đã tiếp nhận" in desk.page.inner_text("body")
