"""Finding a procedure and beginning (C01, C02, C04)."""

import pytest
from django.test import Client

from motcua.catalogue.models import Revision
from motcua.dossiers.models import Draft
from motcua.identity.models import Account

pytest_plugins = ("tests.portal.applying",)
pytestmark = pytest.mark.django_db


def test_home_offers_search_and_what_most_people_need(client: Client, revision: Revision) -> None:
    page = client.get("/").content.decode()
    assert 'action="/tim/"' in page
    assert 'href="/thu-tuc/9.000001/"' in page


def test_home_without_any_service_says_whom_to_call(client: Client, db: None) -> None:
    assert "Chưa có thủ tục nào" in client.get("/").content.decode()


@pytest.mark.parametrize("typed", ["giấy thử", "GIAY THU", "  giay   thu ", "9.000001"])
def test_search_finds_it_however_it_is_typed(client: Client, revision: Revision, typed: str) -> None:
    page = client.get("/tim/", {"q": typed}).content.decode()
    assert "Tìm thấy 1 việc" in page
    assert 'href="/thu-tuc/9.000001/"' in page


def test_search_without_a_hit_offers_something_else(client: Client, revision: Revision) -> None:
    page = client.get("/tim/", {"q": "xyzzy <b>"}).content.decode()
    assert "Chưa tìm thấy “xyzzy &lt;b&gt;”" in page
    assert 'href="/thu-tuc/9.000001/"' in page


@pytest.mark.parametrize("typed", ["\x00", "%", "'; --", "a" * 5000, "\ud7ff", "  "])
def test_nothing_typed_breaks_the_search(client: Client, revision: Revision, typed: str) -> None:
    assert client.get("/tim/", {"q": typed}).status_code in {200, 302}


def test_start_page_says_what_is_needed_in_two_queries(
    client: Client, revision: Revision, django_assert_max_num_queries: object
) -> None:
    client.get("/thu-tuc/9.000001/")
    with django_assert_max_num_queries(2):  # type: ignore[operator]
        page = client.get("/thu-tuc/9.000001/").content.decode()
    assert "Tờ giấy kèm theo (chụp ảnh là được)" in page
    assert "Sau 3 ngày làm việc" in page
    assert page.count("<h1") == 1


@pytest.mark.parametrize("code", ["9.999999", "%00", "..", "a" * 50])
def test_an_unknown_procedure_is_a_page_that_helps(client: Client, revision: Revision, code: str) -> None:
    response = client.get(f"/thu-tuc/{code}/")
    assert response.status_code == 404
    assert client.post(f"/thu-tuc/{code}/bat-dau/").status_code == 404


def test_before_sign_in_the_browser_keeps_the_draft(client: Client, revision: Revision) -> None:
    response = client.post("/thu-tuc/9.000001/bat-dau/")
    draft = Draft.objects.get()
    assert response.headers["Location"] == f"/khai/{draft.pk}/thong-tin-da-co/"
    assert draft.account is None
    assert client.session["drafts"] == [str(draft.pk)]


def test_after_sign_in_the_account_keeps_it(signed_in: Client, person: Account, revision: Revision) -> None:
    signed_in.post("/thu-tuc/9.000001/bat-dau/")
    assert Draft.objects.get().account == person
    assert "drafts" not in signed_in.session


def test_beginning_asks_for_a_button(client: Client, revision: Revision) -> None:
    assert client.get("/thu-tuc/9.000001/bat-dau/").status_code == 405
    assert not Draft.objects.exists()
