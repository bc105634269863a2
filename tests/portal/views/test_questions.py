"""Pages of questions: what is shown, read, saved, and where it leads (C10)."""

import re
from urllib.parse import urlencode

import pytest
from django.test import Client
from tests.portal.walking import ABOUT, begin, fill_in

from motcua.dossiers.models import Draft

pytest_plugins = ("tests.portal.applying",)
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("revision", "ward")]
SHOWN = "@shown"


def answers() -> dict[str, object]:
    found: dict[str, object] = Draft.objects.get().answers
    return found


def test_one_question_is_the_pages_heading(client: Client) -> None:
    page = begin(client).get("trang/dieu-kien/").content.decode()
    assert page.count("<h1") == 1
    assert re.search(r"<legend[^>]*><h1[^>]*>Bạn đã đủ 18 tuổi chưa\?</h1></legend>", page)
    assert "<title>Bạn đã đủ 18 tuổi chưa? – Xin giấy thử – Một Cửa</title>" in page
    assert "Phần 1 trong khoảng 5" in page


def test_every_kind_of_question_has_its_control(client: Client) -> None:
    walk = begin(client)
    walk.goes_to("trang/dieu-kien/", {"adult": "yes", "abroad": "no"})
    page = walk.get("trang/ve-ban/").content.decode()
    for name in (
        "full_name",
        "birth.day",
        "birth.month",
        "birth.year",
        "gender",
        "home.line",
        "home.province",
    ):
        assert f'name="{name}"' in page
    assert 'autocomplete="bday-day"' in page


def test_an_answer_that_asks_more_leads_to_the_same_page(client: Client) -> None:
    walk = begin(client)
    here = "trang/dieu-kien/"
    assert walk.goes_to(here, {"adult": "yes", SHOWN: "adult"}) == f"{here}#abroad"
    page = walk.get(here).content.decode()
    assert "error" not in page
    assert 'name="@shown" value="adult abroad"' in page
    assert walk.goes_to(here, {"adult": "yes", "abroad": "yes", SHOWN: "adult abroad"}) == f"{here}#country"
    done = {"adult": "yes", "abroad": "yes", "country": "Lào", SHOWN: "adult abroad country"}
    assert walk.goes_to(here, done) == "trang/ve-ban/"


def test_what_was_asked_and_missed_is_told_twice_in_the_same_words(client: Client) -> None:
    walk = begin(client)
    walk.goes_to("trang/dieu-kien/", {"adult": "yes", "abroad": "no"})
    response = walk.post("trang/ve-ban/", {**ABOUT, "full_name": "", "birth.month": "13", "home.ward": ""})
    page = response.content.decode()
    assert response.status_code == 422
    assert "<title>Lỗi: " in page
    assert "Có 3 chỗ cần sửa" in page
    assert page.count("Tháng phải từ 1 đến 12") == 2
    assert 'href="#birth.month"' in page
    assert 'href="#home.ward"' in page
    assert 'value="12 đường Bến Cũ"' in page
    assert "full_name" not in answers()


def test_the_first_part_of_a_date_or_an_address_is_found_from_the_summary(client: Client) -> None:
    walk = begin(client)
    walk.goes_to("trang/dieu-kien/", {"adult": "yes", "abroad": "no"})
    page = walk.post("trang/ve-ban/", {**ABOUT, "birth.day": "77", "home.line": ""}).content.decode()
    for target in re.findall(r'<li><a href="#([^"]+)"', page):
        assert f'id="{target}"' in page


def test_an_answer_that_ends_the_journey_says_why_and_what_else(client: Client) -> None:
    walk = begin(client)
    assert walk.goes_to("trang/dieu-kien/", {"adult": "no"}) == "trang/dieu-kien/"
    page = walk.get("trang/dieu-kien/").content.decode()
    assert "Lý do: Cần đủ 18 tuổi." in page
    assert "Việc bạn có thể làm: Nhờ cha mẹ làm thay." in page
    assert walk.get("trang/ve-ban/").status_code == 302


def test_hidden_answers_are_not_kept(client: Client) -> None:
    walk = begin(client)
    walk.goes_to("trang/dieu-kien/", {"adult": "yes", "abroad": "yes", "country": "Lào"})
    walk.goes_to("trang/dieu-kien/", {"adult": "yes", "abroad": "no", "country": "Lào"})
    assert answers() == {"adult": True, "abroad": False}


def test_a_page_is_not_opened_ahead_of_what_it_depends_on(client: Client) -> None:
    walk = begin(client)
    assert walk.get("trang/cam-doan/").headers["Location"] == walk.path
    assert walk.post("trang/cam-doan/", {"sure": "yes"}).headers["Location"] == walk.path
    assert walk.get("trang/khong-co/").status_code == 404
    assert answers() == {}


def test_a_page_of_optional_questions_is_passed_once(client: Client) -> None:
    walk = begin(client)
    fill_in(walk)
    Draft.objects.update(answers={k: v for k, v in answers().items() if k not in {"note", "nation"}})
    assert walk.goes_to("trang/them/", {}) == "giay-to/"


def test_mending_from_the_check_page_leads_back_to_it(client: Client) -> None:
    walk = begin(client)
    fill_in(walk)
    page = walk.get("trang/them/?ve=kiem-tra").content.decode()
    assert f'action="{walk.path}trang/them/?ve=kiem-tra"' in page
    assert f'href="{walk.path}kiem-tra/"' in page
    assert walk.goes_to("trang/them/?ve=kiem-tra", {"note": "Khác"}) == "kiem-tra/"
    assert walk.goes_to("trang/dieu-kien/?ve=kiem-tra", {"adult": "no"}) == "trang/dieu-kien/?ve=kiem-tra"


def test_known_values_stand_in_empty_fields(signed_in: Client) -> None:
    walk = begin(signed_in)
    Draft.objects.update(answers={"adult": True, "abroad": False})
    page = walk.get("trang/ve-ban/").content.decode()
    assert 'value="Trần Thị Thử"' in page
    assert 'value="nu" checked' in page
    assert "Điền sẵn từ VNeID ngày 1/11/2026" in page


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"full_name": "\x00", "birth.day": "9" * 5000, "gender": "<script>", "home.line": "\ud800"},
        {"full_name": ["a", "b"], "birth.year": "-1", "home.ward": "x" * 9000, SHOWN: "\x00 nothing"},
        {**ABOUT, "children": "[]", "unknown": "1"},
    ],
)
def test_no_input_breaks_a_page(client: Client, data: dict[str, object]) -> None:
    walk = begin(client)
    walk.goes_to("trang/dieu-kien/", {"adult": "yes", "abroad": "no"})
    body = urlencode(data, doseq=True, errors="surrogatepass")
    response = client.post(
        f"{walk.path}trang/ve-ban/", body, content_type="application/x-www-form-urlencoded"
    )
    assert response.status_code in {302, 422}


def test_too_much_text_is_told_in_words(client: Client) -> None:
    response = begin(client).post("trang/dieu-kien/", {"adult": "y" * 2_100_000})
    assert response.status_code == 400
    assert "Chúng tôi chưa nhận được những gì bạn gửi" in response.content.decode()


def test_a_form_from_another_site_is_not_read(person: object) -> None:
    client = Client(enforce_csrf_checks=True)
    response = client.post("/thu-tuc/9.000001/bat-dau/")
    assert response.status_code == 403
    assert "Trang này mở đã lâu" in response.content.decode()


def test_queries_of_a_page(signed_in: Client, django_assert_max_num_queries: object) -> None:
    walk = begin(signed_in)
    walk.get("trang/dieu-kien/")
    with django_assert_max_num_queries(4):  # type: ignore[operator]
        assert walk.get("trang/dieu-kien/").status_code == 200
    with django_assert_max_num_queries(6):  # type: ignore[operator]
        walk.goes_to("trang/dieu-kien/", {"adult": "yes", "abroad": "no"})
