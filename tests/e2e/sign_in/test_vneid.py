"""A citizen signs in with a real browser, at the portal and at the stand-in for VNeID."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from csp.constants import SELF
from playwright.sync_api import Browser, Page
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer
from tests.factories.stand_in import LABEL, SECRET, stand_in

from motcua.identity.models import Account

RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(scope="module")
def issuer(live_server: LiveServer) -> Iterator[str]:
    with stand_in(live_server.url) as address:
        yield address


@pytest.fixture
def portal(settings: Settings, live_server: LiveServer, issuer: str) -> str:
    """The portal's address; it knows the stand-in and lets its forms lead there."""
    update = {"vneid_issuer": issuer, "vneid_client_secret": SECRET, "public_url": live_server.url}
    settings.MOTCUA = settings.MOTCUA.model_copy(update=update)
    directives = {**settings.CONTENT_SECURITY_POLICY["DIRECTIVES"], "form-action": [SELF, issuer]}
    settings.CONTENT_SECURITY_POLICY = {"DIRECTIVES": directives}
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    return live_server.url


def look(page: Page) -> None:
    """No fault for axe, nothing wider than the screen."""
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    assert [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found] == []
    assert page.evaluate(SIDEWAYS) <= 0


@pytest.mark.parametrize("width", [320, 1280])
def test_there_and_back(browser: Browser, portal: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{portal}/dang-nhap/?next=/dang-nhap/%3Floi%3Dcan-bo")
    look(page)
    page.get_by_role("button", name="Mở VNeID để đăng nhập").click()
    assert LABEL in page.content()
    look(page)
    page.get_by_role("button", name="Nguyễn Phúc Công Tằng").click()
    assert LABEL in page.content()
    look(page)
    page.get_by_role("button", name="Hủy, không đăng nhập").click()
    page.get_by_role("heading", name="Bạn chưa đăng nhập").wait_for()
    look(page)
    page.get_by_role("button", name="Mở VNeID để đăng nhập").click()
    page.get_by_role("link", name="Đăng nhập là người khác").click()
    page.get_by_role("button", name="Lê Văn Tích").click()
    page.get_by_role("button", name="Đồng ý và quay lại").click()
    page.wait_for_url(f"{portal}/dang-nhap/?loi=can-bo")
    assert Account.objects.get().full_name == "Lê Văn Tích"
    page.close()


def test_without_javascript(browser: Browser, portal: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{portal}/dang-nhap/?next=/dang-nhap/%3Floi%3Dcan-bo")
    page.get_by_role("button", name="Mở VNeID để đăng nhập").click()
    page.get_by_role("button", name="Nguyễn Thị Bích Thảo").click()
    page.get_by_role("button", name="Đồng ý và quay lại").click()
    page.wait_for_url(f"{portal}/dang-nhap/?loi=can-bo")
    assert Account.objects.get().full_name == "Nguyễn Thị Bích Thảo"
    context.close()


def test_the_office_page_in_both_states(browser: Browser, portal: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{portal}/can-bo/dang-nhap/")
    look(page)
    page.get_by_role("button", name="Đăng nhập").click()
    page.get_by_role("link", name="Nhập mật khẩu của bạn").wait_for()
    look(page)
    page.close()
