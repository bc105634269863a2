"""Repeated entries (C11): list, add, change, remove."""

import pytest
from django.test import Client
from tests.portal.walking import ABOUT, Walk, begin

from motcua.dossiers.models import Draft

pytest_plugins = ("tests.portal.applying",)
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("revision", "ward")]
FIRST = {"child_name": "Trần Văn Một", "adopted": "no"}


@pytest.fixture
def walk(client: Client) -> Walk:
    walk = begin(client)
    walk.goes_to("trang/dieu-kien/", {"adult": "yes", "abroad": "no"})
    walk.goes_to("trang/ve-ban/", ABOUT)
    return walk


def children() -> list[dict[str, object]]:
    found: list[dict[str, object]] = Draft.objects.get().answers.get("children", [])
    return found


def test_an_empty_list_says_so_and_cannot_be_passed(walk: Walk) -> None:
    assert "Chưa có mục nào" in walk.get("trang/con/").content.decode()
    response = walk.post("trang/con/", {})
    assert response.status_code == 422
    assert "Cần ít nhất 1 mục" in response.content.decode()


def test_add_change_remove(walk: Walk) -> None:
    assert walk.goes_to("trang/con/muc/moi/", FIRST) == "trang/con/"
    assert 'value="Trần Văn Một"' in walk.get("trang/con/muc/0/").content.decode()
    walk.goes_to("trang/con/muc/0/", {**FIRST, "child_name": "Trần Văn Hai"})
    assert children() == [{"child_name": "Trần Văn Hai", "adopted": False}]
    assert "Trần Văn Hai" in walk.get("trang/con/").content.decode()
    assert walk.goes_to("trang/con/", {}) == "trang/them/"
    assert walk.goes_to("trang/con/", {"bo": "0"}) == "trang/con/"
    assert children() == []


def test_an_answer_that_asks_more_shows_it_without_blame(walk: Walk) -> None:
    response = walk.post("trang/con/muc/moi/", {**FIRST, "adopted": "yes", "@shown": "child_name adopted"})
    page = response.content.decode()
    assert "Nuôi từ năm nào?" in page
    assert "error-summary" not in page
    assert 'value="Trần Văn Một"' in page
    walk.goes_to("trang/con/muc/moi/", {**FIRST, "adopted": "yes", "since": "2020"})
    assert children()[0]["since"] == 2020


def test_a_missing_answer_is_told(walk: Walk) -> None:
    response = walk.post("trang/con/muc/moi/", {"@shown": "child_name adopted"})
    assert response.status_code == 422
    assert "Có 2 chỗ cần sửa" in response.content.decode()


def test_a_full_list_takes_no_more(walk: Walk) -> None:
    walk.goes_to("trang/con/muc/moi/", FIRST)
    walk.goes_to("trang/con/muc/moi/", FIRST)
    response = walk.post("trang/con/muc/moi/", FIRST)
    assert response.status_code == 422
    assert "Chỉ thêm được 2 mục" in response.content.decode()


def test_an_entry_that_is_gone_leads_to_the_list(walk: Walk) -> None:
    walk.goes_to("trang/con/muc/moi/", FIRST)
    assert walk.get("trang/con/muc/7/").headers["Location"] == f"{walk.path}trang/con/"
    assert walk.goes_to("trang/con/muc/7/", FIRST) == "trang/con/"
    for gone in ("7", "-1", "x", ""):
        assert walk.goes_to("trang/con/", {"bo": gone}) == "trang/con/"
    assert len(children()) == 1


@pytest.mark.parametrize(
    "path", ["trang/ve-ban/muc/moi/", "trang/khong/muc/moi/", "trang/con/muc/-1/", "trang/con/muc/x/"]
)
def test_what_is_no_list_has_no_entries(walk: Walk, path: str) -> None:
    assert walk.get(path).status_code == 404
