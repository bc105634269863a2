"""The whole way from the portal to the stand-in for VNeID and back, over HTTP on loopback."""

from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from django.conf import LazySettings
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from tests.factories.people import official
from tests.factories.stand_in import LABEL, Visitor

from motcua.identity.models import Account
from motcua.identity.queries import fact_values, known_facts

pytestmark = pytest.mark.django_db

START = "/dang-nhap/vneid/"
CALLBACK = "/tai-khoan/vneid/"
ONWARD = "/viec-cua-toi/?trang=2"


def leave(client: Client, onward: str = ONWARD) -> str:
    """Where the portal sends the citizen."""
    response = client.post(START, {"next": onward})
    assert response.status_code == 302
    return response["Location"]


def answer_of(visitor: Visitor, address: str, person: str = "me-tre", action: str = "grant") -> str:
    """What the stand-in sends back to the portal: the path with code and state."""
    consent = visitor.choose(visitor.get(address), person)
    back = urlsplit(visitor.answer(consent, action).headers["location"])
    assert (back.scheme, back.netloc, back.path) == ("http", "testserver", CALLBACK)
    return f"{back.path}?{back.query}"


def come_back(client: Client, visitor: Visitor, person: str = "me-tre", onward: str = ONWARD) -> HttpResponse:
    return client.get(answer_of(visitor, leave(client, onward), person))


def told(response: HttpResponse) -> tuple[str, dict[str, str]]:
    """Path and query of a redirect."""
    assert response.status_code == 302
    parts = urlsplit(response["Location"])
    return parts.path, {name: values[0] for name, values in parse_qs(parts.query).items()}


@pytest.mark.usefixtures("portal")
def test_a_citizen_signs_in_and_goes_on_where_they_were(client: Client, visitor: Visitor) -> None:
    response = come_back(client, visitor)
    assert (response.status_code, response["Location"]) == (302, ONWARD)
    account = Account.objects.get()
    assert client.session["_auth_user_id"] == str(account.pk)
    assert (account.kind, account.assurance_level) == ("citizen", 2)
    assert account.username.startswith("vneid:")
    assert fact_values(account) == {
        "identity.full_name": "Nguyễn Thị Bích Thảo",
        "identity.personal_identifier": "099198000101",
        "identity.birth_date": {"year": 1998, "month": 3, "day": 14},
        "identity.gender": "female",
        "contact.phone": "0900000101",
        "contact.email": "bich.thao@nguoi-thu.example",
        "residence.address": {
            "line": "12 ngõ 3 đường Bến Cũ",
            "ward": "Phường Hòa Bến",
            "province": "Tỉnh Sông Bình",
        },
    }
    assert known_facts(account)["identity.full_name"].source == "VNeID"


@pytest.mark.usefixtures("portal")
def test_a_second_sign_in_is_the_same_account(client: Client, visitor: Visitor) -> None:
    come_back(client, visitor)
    client.post("/dang-xuat/")
    assert "_auth_user_id" not in client.session
    again = visitor.get(leave(client))
    back = urlsplit(visitor.answer(again, "grant").headers["location"])
    client.get(f"{back.path}?{back.query}")
    assert Account.objects.count() == 1
    assert "_auth_user_id" in client.session


@pytest.mark.usefixtures("portal")
def test_what_the_visitor_had_before_is_still_there_after(client: Client, visitor: Visitor) -> None:
    session = client.session
    session["ban_nhap"] = ["abc"]
    session.save()
    key = client.session.session_key
    come_back(client, visitor)
    assert client.session["ban_nhap"] == ["abc"]
    assert client.session.session_key != key


@pytest.mark.usefixtures("portal")
def test_level_one_and_a_year_of_birth(client: Client, visitor: Visitor) -> None:
    come_back(client, visitor, "muc-1")
    assert Account.objects.get().assurance_level == 1
    client.post("/dang-xuat/")
    visitor.client.cookies.clear()
    come_back(client, visitor, "ong-72-tuoi")
    born = fact_values(Account.objects.latest("pk"))["identity.birth_date"]
    assert born == {"year": 1954, "month": None, "day": None}


@pytest.mark.usefixtures("portal")
def test_an_official_who_signs_in_as_a_citizen_is_only_the_citizen(client: Client, visitor: Visitor) -> None:
    client.force_login(official())
    come_back(client, visitor)
    assert client.session["_auth_user_id"] == str(Account.objects.get(kind="citizen").pk)


@pytest.mark.usefixtures("portal")
def test_cancel_comes_back_with_the_way_onward(client: Client, visitor: Visitor) -> None:
    response = client.get(answer_of(visitor, leave(client), action="cancel"))
    assert told(response) == ("/dang-nhap/", {"next": ONWARD, "loi": "cancelled"})
    assert "_auth_user_id" not in client.session
    page = client.get(response["Location"]).content.decode()
    assert "Bạn chưa đăng nhập" in page
    assert 'value="/viec-cua-toi/?trang=2"' in page


@pytest.mark.usefixtures("portal")
def test_nobody_else_can_use_an_answer(client: Client, visitor: Visitor) -> None:
    answer = answer_of(visitor, leave(client))
    stranger = Client()
    assert told(stranger.get(answer)) == ("/dang-nhap/", {"loi": "stale"})
    assert not Account.objects.exists()


@pytest.mark.usefixtures("portal")
def test_an_answer_counts_once(client: Client, visitor: Visitor) -> None:
    answer = answer_of(visitor, leave(client))
    client.get(answer)
    client.post("/dang-xuat/")
    assert told(client.get(answer))[1] == {"loi": "stale"}
    assert "_auth_user_id" not in client.session


@pytest.mark.usefixtures("portal")
def test_a_made_up_code_is_refused(client: Client) -> None:
    state = parse_qs(urlsplit(leave(client)).query)["state"][0]
    response = client.get(f"{CALLBACK}?{urlencode({'code': 'abc', 'state': state})}")
    assert told(response) == ("/dang-nhap/", {"next": ONWARD, "loi": "unavailable"})


@pytest.mark.usefixtures("portal")
def test_an_answer_to_another_nonce_is_refused(client: Client, visitor: Visitor) -> None:
    address = leave(client)
    parts = urlsplit(address)
    query = {**parse_qs(parts.query), "nonce": ["khac"]}
    changed = parts._replace(query=urlencode(query, doseq=True)).geturl()
    assert told(client.get(answer_of(visitor, changed)))[1]["loi"] == "unavailable"
    assert not Account.objects.exists()


@pytest.mark.usefixtures("portal")
def test_the_request_carries_pkce_state_and_nonce(client: Client) -> None:
    query = parse_qs(urlsplit(leave(client)).query)
    assert query["code_challenge_method"] == ["S256"]
    assert set(query["scope"][0].split()) == {"openid", "profile", "citizen"}
    assert all(query[name][0] for name in ("code_challenge", "state", "nonce"))


@pytest.mark.usefixtures("portal")
@pytest.mark.parametrize("evil", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_no_way_onward_leaves_the_site(client: Client, visitor: Visitor, evil: str) -> None:
    assert come_back(client, visitor, onward=evil)["Location"] == reverse("portal:my_affairs")


@pytest.mark.usefixtures("portal")
def test_a_link_cannot_start_it(client: Client) -> None:
    assert client.get(START).status_code == 405


@pytest.mark.usefixtures("nobody_there")
def test_a_silent_provider_is_told_in_words(client: Client) -> None:
    response = client.post(START, {"next": ONWARD})
    assert told(response) == ("/dang-nhap/", {"next": ONWARD, "loi": "unavailable"})
    assert "Chưa kết nối được VNeID" in client.get(response["Location"]).content.decode()


def test_a_provider_that_dies_on_the_way_is_told_in_words(
    client: Client, visitor: Visitor, portal: None, request: pytest.FixtureRequest
) -> None:
    answer = answer_of(visitor, leave(client))
    request.getfixturevalue("nobody_there")
    assert told(client.get(answer)) == ("/dang-nhap/", {"next": ONWARD, "loi": "unavailable"})


def test_a_portal_without_a_provider_says_so(client: Client, settings: LazySettings) -> None:
    settings.MOTCUA = settings.MOTCUA.model_copy(update={"vneid_issuer": ""})
    assert told(client.post(START))[1] == {"loi": "unavailable"}
    assert told(client.get(CALLBACK))[1] == {"loi": "unavailable"}


@pytest.mark.usefixtures("portal")
def test_a_wrong_client_secret_is_told_in_words(
    client: Client, visitor: Visitor, settings: LazySettings
) -> None:
    answer = answer_of(visitor, leave(client))
    settings.MOTCUA = settings.MOTCUA.model_copy(update={"vneid_client_secret": "khac"})
    assert told(client.get(answer))[1]["loi"] == "unavailable"


@pytest.mark.usefixtures("portal")
def test_every_screen_of_the_stand_in_is_labelled(client: Client, visitor: Visitor) -> None:
    answer_of(visitor, leave(client))
    visitor.get(visitor.issuer)
    visitor.get(f"{visitor.issuer}/khong-co/")
    visitor.get(f"{visitor.issuer}/identity/o/authorize?client_id=khac")
    visitor.get(f"{visitor.issuer}/identity/o/device")
    visitor.get(f"{visitor.issuer}/identity/o/logout")
    assert len(visitor.pages) >= 7
    for page in visitor.pages:
        assert LABEL in page.text, page.url
        assert "default-src 'none'" in page.headers["content-security-policy"]
        assert "<script" not in page.text


def test_a_form_without_its_token_is_refused_in_words(visitor: Visitor) -> None:
    answer = visitor.client.post(f"{visitor.issuer}/nguoi-thu/", data={"person": "me-tre"})
    assert answer.status_code == 403
    assert LABEL in answer.text
