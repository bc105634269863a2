"""The officials' sign-in page (O01)."""

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.factories.people import citizen, official

from motcua.identity.models import FailedLookup

pytestmark = pytest.mark.django_db
PATH = "/can-bo/dang-nhap/"
PASSWORD = "Dung-thu-2026"


@pytest.fixture(autouse=True)
def _quick_hashes(settings: LazySettings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def test_in_and_on_to_the_page_asked_for(client: Client) -> None:
    account = official(password=PASSWORD)
    form = {"username": account.username, "password": PASSWORD, "next": "/can-bo/ho-so/1/"}
    assert client.post(PATH, form)["Location"] == "/can-bo/ho-so/1/"
    assert client.session["_auth_user_id"] == str(account.pk)
    assert client.session.get_expiry_age() <= 12 * 60 * 60
    assert client.get(PATH)["Location"] == reverse("office:queue")


@pytest.mark.parametrize("evil", ["https://evil.example/", "//evil.example"])
def test_no_way_onward_leaves_the_site(client: Client, evil: str) -> None:
    account = official(password=PASSWORD)
    form = {"username": account.username, "password": PASSWORD, "next": evil}
    assert client.post(PATH, form)["Location"] == reverse("office:queue")


@pytest.mark.parametrize(
    ("username", "password", "messages"),
    [
        ("", "", ["Nhập tên đăng nhập đơn vị đã cấp cho bạn", "Nhập mật khẩu của bạn"]),
        ("thu.motcua1", "", ["Nhập mật khẩu của bạn"]),
        ("thu.motcua1", "khác", ["Tên đăng nhập hoặc mật khẩu chưa đúng"]),
        ("a" * 500, "khác", ["Tên đăng nhập hoặc mật khẩu chưa đúng"]),
    ],
)
def test_what_is_wrong_is_said_and_the_name_kept(
    client: Client, username: str, password: str, messages: list[str]
) -> None:
    official(password=PASSWORD)
    page = client.post(PATH, {"username": username, "password": password}).content.decode()
    assert "<title>Lỗi: Đăng nhập cán bộ" in page
    assert all(message in page for message in messages)
    assert f'value="{username}"' in page or not username
    assert password == "" or password not in page


def test_a_name_with_a_zero_byte_is_only_wrong(client: Client) -> None:
    assert client.post(PATH, {"username": "a\x00b", "password": "x"}).status_code == 200


def test_a_locked_name_is_told_when(client: Client) -> None:
    official(password=PASSWORD)
    for _ in range(5):
        client.post(PATH, {"username": "thu.motcua1", "password": "khác"})
    page = client.post(PATH, {"username": "thu.motcua1", "password": PASSWORD}).content.decode()
    assert "Bạn đã nhập sai 5 lần. Chờ đến" in page
    assert "_auth_user_id" not in client.session


def test_a_citizen_is_told_whose_page_this_is(client: Client) -> None:
    client.force_login(citizen())
    page = client.get(f"{PATH}?loi=nguoi-dan").content.decode()
    assert "Phần này dành cho cán bộ" in page


def test_sign_out_needs_a_form(client: Client) -> None:
    client.force_login(official())
    assert client.get("/can-bo/dang-xuat/").status_code == 405
    assert client.post("/can-bo/dang-xuat/")["Location"] == PATH
    assert "_auth_user_id" not in client.session


def test_many_names_tried_from_one_place_are_stopped(client: Client) -> None:
    official(password=PASSWORD)
    FailedLookup.objects.bulk_create(
        [FailedLookup(name="sign-in:127.0.0.1", at=timezone.now()) for _ in range(49)]
    )
    assert client.post(PATH, {"username": "la", "password": "khác"}).status_code == 200
    stopped = client.post(PATH, {"username": "thu.motcua1", "password": PASSWORD})
    assert stopped.status_code == 429
    assert "Chờ 15 phút" in stopped.content.decode()
    assert "_auth_user_id" not in client.session
