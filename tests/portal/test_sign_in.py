"""The citizen's sign-in page (C07); the way to VNeID and back is tried in tests/simulators."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.factories.people import citizen, official

pytestmark = pytest.mark.django_db


def test_one_button_and_what_will_happen(client: Client) -> None:
    page = client.get("/dang-nhap/?next=/viec-cua-toi/").content.decode()
    assert page.count("<h1") == 1
    assert "Bạn sắp mở VNeID để xác nhận mình là ai" in page
    assert 'action="/dang-nhap/vneid/"' in page
    assert 'name="next" value="/viec-cua-toi/"' in page


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        ("cancelled", "Bạn chưa đăng nhập"),
        ("stale", "Lần đăng nhập này mở đã lâu"),
        ("unavailable", "Chưa kết nối được VNeID"),
        ("no_subject", "VNeID chưa cho biết bạn là ai"),
        ("closed", "Tài khoản này đã bị khóa"),
        ("can-bo", "Bạn đang dùng tài khoản cán bộ"),
    ],
)
def test_why_nobody_is_signed_in(client: Client, reason: str, text: str) -> None:
    assert text in client.get(f"/dang-nhap/?loi={reason}").content.decode()


def test_an_unknown_reason_is_no_reason(client: Client) -> None:
    page = client.get("/dang-nhap/?loi=<script>&next=//evil.example").content.decode()
    assert "mc-banner" not in page
    assert "evil" not in page


def test_the_page_costs_no_query(client: Client, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):
        client.get("/dang-nhap/")


def test_a_citizen_goes_straight_on(client: Client) -> None:
    client.force_login(citizen())
    assert client.get("/dang-nhap/?next=/a/")["Location"] == "/a/"
    assert client.get("/dang-nhap/")["Location"] == reverse("portal:my_affairs")


def test_an_official_may_become_a_citizen(client: Client) -> None:
    client.force_login(official())
    assert client.get("/dang-nhap/").status_code == 200


def test_sign_out_needs_a_form(client: Client) -> None:
    client.force_login(citizen())
    assert client.get("/dang-xuat/").status_code == 405
    assert client.post("/dang-xuat/")["Location"] == reverse("portal:home")
    assert "_auth_user_id" not in client.session


def test_forms_may_lead_to_vneid_and_nowhere_else(client: Client) -> None:
    policy = client.get("/dang-nhap/")["Content-Security-Policy"]
    assert "form-action 'self'" in policy


@pytest.mark.parametrize(
    "path", ["/tai-khoan/login/", "/tai-khoan/signup/", "/accounts/login/", "/tai-khoan/"]
)
def test_no_page_of_the_library_is_reachable(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404
