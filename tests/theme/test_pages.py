"""Skeletons and the shared pages."""

import pytest
from django.template import engines
from django.test import Client

from motcua.theme.views import SHARED_PAGES

GALLERY = "/thu-vien-giao-dien/"


@pytest.mark.parametrize("address", ["", "loi/", "trong/", "nop-xong/", "can-bo/", "can-bo/trong/"])
def test_the_gallery_shows_every_state(browser_client: Client, address: str) -> None:
    page = browser_client.get(GALLERY + address)
    assert page.status_code == 200
    html = page.content.decode()
    assert html.startswith("<!DOCTYPE html>")
    assert html.count("<h1") == 1
    assert "<script>" not in html
    assert " style=" not in html


@pytest.mark.parametrize("name", SHARED_PAGES)
def test_shared_pages_render_from_the_gallery(browser_client: Client, name: str) -> None:
    page = browser_client.get(f"{GALLERY}trang/{name}/")
    assert page.status_code == 200
    assert "Cần người giúp?" in page.content.decode()


@pytest.mark.parametrize("name", SHARED_PAGES.values())
def test_shared_pages_need_nothing_at_all(name: str) -> None:
    assert "<h1" in engines["jinja2"].get_template(f"theme/pages/{name}.html").render()


def test_an_unknown_shared_page_is_not_found(browser_client: Client) -> None:
    assert browser_client.get(f"{GALLERY}trang/khac/").status_code == 404


def test_errors_come_first_in_the_title(browser_client: Client) -> None:
    assert "<title>Lỗi: Thư viện giao diện" in browser_client.get(GALLERY + "loi/").content.decode()


def test_people_who_save_data_get_no_font(browser_client: Client) -> None:
    plain = browser_client.get(GALLERY, headers={"Save-Data": "on"}).content.decode()
    assert "woff2" not in plain
    assert "fonts.css" not in plain
    assert "woff2" in browser_client.get(GALLERY).content.decode()


def test_officials_get_system_fonts(browser_client: Client) -> None:
    assert "woff2" not in browser_client.get(GALLERY + "can-bo/").content.decode()
