"""Finding a procedure however it is typed, and how many queries that takes."""

import datetime as dt
import unicodedata

import pytest
from pytest_django import DjangoAssertNumQueries

from motcua.catalogue.models import Procedure
from motcua.catalogue.packages import package_folders
from motcua.catalogue.queries import current_revision_id, most_used, procedure_page, published_codes, search
from motcua.catalogue.search_terms import search_terms, search_text
from motcua.catalogue.services import publish_package

NOW = dt.datetime(2026, 11, 2, 8, tzinfo=dt.UTC)
TODAY = dt.date(2026, 11, 2)
BIRTH, SINGLE, BUSINESS = "1.001193", "1.004873", "1.001612"


@pytest.fixture
def _published(db: None) -> None:
    for folder in package_folders():
        publish_package(folder, at=NOW)


@pytest.mark.usefixtures("_published")
def test_the_right_procedure_comes_first() -> None:
    typed = {
        "đăng ký khai sinh": BIRTH,
        "dang ky khai sinh": BIRTH,
        "ĐĂNG KÝ KHAI SINH": BIRTH,
        unicodedata.normalize("NFD", "đăng ký khai sinh"): BIRTH,
        "khai sinh": BIRTH,
        "dk khai sinh": BIRTH,
        "khai  sinh,": BIRTH,
        "dang ki khia sinh": BIRTH,
        "khai sihn": BIRTH,
        "tôi muốn làm giấy khai sinh cho con": BIRTH,
        "giấy độc thân": SINGLE,
        "giay doc than": SINGLE,
        "độc thna": SINGLE,
        "xn tthn": SINGLE,
        "mở quán ăn": BUSINESS,
        "ho kinh doang": BUSINESS,
        "giấy phép kinh doanh": BUSINESS,
        "1.001612": BUSINESS,
    }
    found = {text: [hit.code for hit in search(text, on=TODAY)][:1] for text in typed}
    assert found == {text: [code] for text, code in typed.items()}


@pytest.mark.usefixtures("_published")
def test_nothing_is_found_for_nonsense_or_before_the_first_revision() -> None:
    assert [search(text, on=TODAY) for text in ("xyzzy", "", " ", "%", "_", "\\", "'; --")] == [()] * 7
    assert search("khai sinh", on=dt.date(2020, 1, 1)) == ()


@pytest.mark.usefixtures("_published")
def test_a_hit_carries_what_people_choose_by() -> None:
    hit = search("hộ kinh doanh", on=TODAY, limit=1)[0]
    assert (hit.slug, hit.plain_name) == ("dang-ky-ho-kinh-doanh", "Đăng ký hộ kinh doanh")
    assert (hit.fee_text, hit.limit_text, hit.minutes) == ("150.000 đồng", "3 ngày làm việc", 8)
    assert hit.online_level_text == "Làm trọn trên mạng"


@pytest.mark.usefixtures("_published")
def test_the_most_used_come_in_their_order() -> None:
    assert [hit.code for hit in most_used(on=TODAY)] == [BIRTH, SINGLE, BUSINESS]
    assert [hit.code for hit in most_used(on=TODAY, limit=1)] == [BIRTH]
    assert published_codes() == (BIRTH, BUSINESS, SINGLE)


@pytest.mark.usefixtures("_published")
def test_another_province_is_not_shown() -> None:
    Procedure.objects.filter(code=BIRTH).update(province="01")
    assert search("khai sinh", on=TODAY) == ()
    assert BIRTH not in [hit.code for hit in most_used(on=TODAY)]
    assert current_revision_id(BIRTH, TODAY) is None


@pytest.mark.usefixtures("_published")
def test_pages_need_few_queries(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(2):
        most_used(on=TODAY)
    for question in (
        lambda: most_used(on=TODAY),
        lambda: search("khai sinh", on=TODAY),
        lambda: procedure_page(BIRTH, TODAY),
        lambda: current_revision_id(BIRTH, TODAY),
    ):
        with django_assert_num_queries(1):
            question()


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", None),
        (" ,.? ", "."),
        ("Đăng Ký", "dang ky"),
        ("dk KS", "dang ky khai sinh"),
        ("a" * 500, "a" * 100),
    ],
)
def test_terms(text: str, folded: str | None) -> None:
    terms = search_terms(text)
    assert (terms.text if terms else None) == folded


def test_special_signs_are_taken_as_they_stand() -> None:
    terms = search_terms("a_b")
    assert terms is not None
    assert (terms.phrase, terms.patterns) == ("a\\_b", ("%a\\_b%",))


def test_a_request_of_fillers_only_is_searched_as_it_is() -> None:
    terms = search_terms("tôi muốn")
    assert terms is not None
    assert terms.patterns == ("%toi%", "%muon%")


def test_the_searched_text_has_each_name_once() -> None:
    assert (
        search_text("Đăng ký, khai sinh", "dang ky khai sinh", "", "Hộ tịch") == "dang ky khai sinh\nho tich"
    )
