"""Names, identification numbers, telephone numbers and e-mail addresses."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.core.values import (
    Problem,
    clean_line,
    clean_lines,
    fold,
    mask_personal_id,
    parse_email,
    parse_name,
    parse_personal_id,
    parse_phone,
    show_personal_id,
    show_phone,
)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  Nguyễn   Thị Minh Khai ", "Nguyễn Thị Minh Khai"),
        (unicodedata.normalize("NFD", "Đặng Thuỳ Trâm"), "Đặng Thuỳ Trâm"),
        ("H'Hen Niê", "H'Hen Niê"),
        ("K’Brêu", "K’Brêu"),
        ("Jean-Luc O'Neill Jr.", "Jean-Luc O'Neill Jr."),
        ("王小明", "王小明"),
        ("Nguyễn\x00 Văn\u200b A", "Nguyễn Văn A"),
        ("A" * 100, "A" * 100),
    ],
)
def test_a_name_is_kept_as_its_bearer_writes_it(typed: str, name: str) -> None:
    assert parse_name(typed) == name


@pytest.mark.parametrize(
    ("parse", "typed", "code", "message"),
    [
        (parse_name, "   ", "missing", "Nhập họ, chữ đệm và tên"),
        (parse_name, "Nguyễn 3", "not_a_name", "“3”"),
        (parse_name, "...", "not_a_name", "phải có chữ cái"),
        (parse_name, "A" * 201, "too_long", "quá 200"),
        (parse_name, "\u0301" * 5000, "too_long", "quá 200"),
        (parse_personal_id, "", "missing", "gồm 12 chữ số"),
        (parse_personal_id, "001 099 012", "wrong_length", "Bạn đã nhập 9 chữ số."),
        (parse_personal_id, "00109901234O", "not_digits", "chỉ gồm chữ số"),
        (parse_personal_id, "٠٠١٠٩٩٠١٢٣٤٥", "not_digits", "chỉ gồm chữ số"),
        (parse_phone, " ", "missing", "gồm 10 chữ số"),
        (parse_phone, "091234567", "not_a_phone", "gồm 10 chữ số, ví dụ 0912 345 678"),
        (parse_phone, "+1 202 555 0100", "not_a_phone", "gồm 10 chữ số"),
        (parse_phone, "0912 345 67a", "not_a_phone", "gồm 10 chữ số"),
        (parse_email, "", "missing", "Nhập địa chỉ email"),
        (parse_email, "lan.vidu.vn", "not_an_email", "ten@vidu.vn"),
        (parse_email, "lan@vidu", "not_an_email", "ten@vidu.vn"),
        (parse_email, "lan@vi..du.vn", "not_an_email", "ten@vidu.vn"),
        (parse_email, "l\x00an@vidu.vn", "not_an_email", "ten@vidu.vn"),
    ],
)
def test_says_what_to_mend(parse: Callable[..., str | Problem], typed: str, code: str, message: str) -> None:
    found = parse(typed, place="here")
    assert isinstance(found, Problem)
    assert (found.place, found.code) == ("here", code)
    assert message in found.message


@pytest.mark.parametrize("typed", ["001099012345", "001 099 012 345", "001.099.012.345"])
def test_reads_a_personal_id_however_it_is_grouped(typed: str) -> None:
    assert parse_personal_id(typed) == "001099012345"


def test_shows_a_personal_id_in_groups_and_masked() -> None:
    assert show_personal_id("001099012345") == "001 099 012 345"
    assert mask_personal_id("001099012345") == "••• ••• ••• 345"


@pytest.mark.parametrize(
    "typed",
    ["0912345678", "0912 345 678", "+84 912 345 678", "0084912345678", "84912345678", "(+84) 0912.345.678"],
)
def test_reads_a_phone_in_every_usual_writing(typed: str) -> None:
    assert parse_phone(typed) == "0912345678"


def test_shows_a_phone_in_groups() -> None:
    assert show_phone("0912345678") == "0912 345 678"


def test_the_domain_of_an_address_is_stored_small() -> None:
    assert parse_email(" Lan.Nguyen@ViDu.VN ") == "Lan.Nguyen@vidu.vn"


@given(st.text())
def test_what_is_read_can_be_read_again_and_stored(typed: str) -> None:
    for parse in (parse_name, parse_personal_id, parse_phone, parse_email):
        found = parse(typed)
        if isinstance(found, str):
            assert parse(found) == found
            assert "\x00" not in found
            assert found.encode().decode() == found


@given(st.text(st.characters(codec=None)))
def test_clean_text_is_storable_and_stays_as_it_is(typed: str) -> None:
    for clean in (clean_line, clean_lines):
        found = clean(typed)
        assert "\x00" not in found
        assert found.encode().decode() == found
        assert clean(found) == found


def test_lines_are_kept_but_not_runs_of_empty_ones() -> None:
    assert clean_lines(" một \r\n\r\n\r\n\r\n hai\tba ") == "một\n\nhai ba"


def test_text_is_compared_without_case_and_marks() -> None:
    assert fold("  Đặng  Thuỳ TRÂM ") == "dang thuy tram"
