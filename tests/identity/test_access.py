"""Citizens stay out of the office, officials out of the portal's private pages."""

import datetime as dt
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import path
from pytest_django import DjangoAssertNumQueries
from tests.factories.people import citizen, official, post, unit

from motcua.config import urls as real
from motcua.identity.access import citizen_of, citizen_required, official_of, official_required, safe_next
from motcua.organisations.models import Function

TODAY = dt.date.today


@citizen_required
def private(request: HttpRequest) -> HttpResponse:
    return HttpResponse(request.user.full_name)


@official_required()
def any_post(request: HttpRequest) -> HttpResponse:
    found = official_of(request)
    return HttpResponse(f"{found.name}|{found.title}|{found.unit.code}|{sorted(found.functions)}")


@official_required(Function.LEADER, Function.CLERK)
def for_leaders(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ký")


urlpatterns = [
    path("rieng/", private),
    path("viec/", any_post),
    path("ky/", for_leaders),
    *real.urlpatterns,
]

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


def onward(response: HttpResponse) -> tuple[str, dict[str, list[str]]]:
    parts = urlsplit(response["Location"])
    return parts.path, parse_qs(parts.query)


def test_a_visitor_signs_in_first_and_comes_back(client: Client) -> None:
    assert onward(client.get("/rieng/?a=1")) == ("/dang-nhap/", {"next": ["/rieng/?a=1"]})
    assert onward(client.get("/viec/")) == ("/can-bo/dang-nhap/", {"next": ["/viec/"]})


def test_a_citizen_is_let_in_with_two_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(citizen("Lê Văn Tích"))
    with django_assert_num_queries(2):
        assert client.get("/rieng/").content.decode() == "Lê Văn Tích"


def test_an_official_has_no_private_page(client: Client) -> None:
    client.force_login(official())
    assert onward(client.get("/rieng/")) == ("/dang-nhap/", {"next": ["/rieng/"], "loi": ["can-bo"]})


def test_a_citizen_has_no_office(client: Client) -> None:
    client.force_login(citizen())
    assert onward(client.get("/viec/")) == ("/can-bo/dang-nhap/", {"next": ["/viec/"], "loi": ["nguoi-dan"]})


def test_an_official_is_let_in_with_three_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    account, here = official(), unit()
    post(account, here)
    post(account, here, Function.CLERK)
    client.force_login(account)
    with django_assert_num_queries(3):
        page = client.get("/viec/").content.decode()
    assert page == "Trần Văn Thử|Công chức|H99.12|['clerk', 'one_stop']"


@pytest.mark.parametrize(
    ("since", "until", "status"),
    [(-10, None, 200), (0, 0, 200), (-10, -1, 403), (1, None, 403)],
    ids=["holds", "last day is today", "ended yesterday", "begins tomorrow"],
)
def test_a_post_holds_from_its_first_to_its_last_day(
    client: Client, since: int, until: int | None, status: int
) -> None:
    account = official()
    first = TODAY() + dt.timedelta(since)
    last = None if until is None else TODAY() + dt.timedelta(until)
    post(account, unit(), since=first, until=last)
    client.force_login(account)
    assert client.get("/viec/").status_code == status


def test_another_function_is_told_so(client: Client) -> None:
    account = official()
    post(account, unit(), Function.SPECIALIST)
    client.force_login(account)
    refused = client.get("/ky/")
    assert refused.status_code == 403
    assert "Bạn chưa được giao phần việc này" in refused.content.decode()
    post(account, unit("H99.13"), Function.CLERK)
    assert client.get("/ky/").content.decode() == "ký"


def test_functions_count_by_unit(rf: RequestFactory) -> None:
    account, first, second = official(), unit(), unit("H99.13")
    post(account, first)
    post(account, second, Function.LEADER)
    request = rf.get("/viec/")
    request.user = account
    any_post(request)
    found = official_of(request)
    assert found.units == (first, second)
    assert found.has(Function.LEADER)
    assert found.has(Function.LEADER, second)
    assert not found.has(Function.LEADER, first)
    assert citizen_of(request) is None


def test_nobody_is_no_citizen(rf: RequestFactory) -> None:
    request = rf.get("/")
    request.user = AnonymousUser()
    assert citizen_of(request) is None


@pytest.mark.parametrize(
    ("wanted", "safe"),
    [
        ("/viec-cua-toi/?trang=2", "/viec-cua-toi/?trang=2"),
        ("https://evil.example/", ""),
        ("//evil.example/", ""),
        ("/\\evil.example/", ""),
        ("\\\\evil.example", ""),
        ("javascript:alert(1)", ""),
        ("viec-cua-toi", ""),
        ("http:///evil.example", ""),
        ("/" + "a" * 3000, ""),
        ("", ""),
    ],
)
def test_only_a_path_of_ours_is_followed(rf: RequestFactory, wanted: str, safe: str) -> None:
    assert safe_next(rf.get("/", {"next": wanted})) == safe
    assert safe_next(rf.post("/", {"next": wanted}), "/nha/") == (safe or "/nha/")
