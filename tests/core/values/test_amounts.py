"""Amounts of money: typed, shown with dots, read in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.core.values import Problem, parse_money, read_money, read_number, show_money, show_number

amounts = st.integers(min_value=0, max_value=10**15)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("50000", 50_000),
        ("50.000", 50_000),
        ("1 250 000 đồng", 1_250_000),
        ("1,250,000 VND", 1_250_000),
        ("0", 0),
        ("8000đ", 8_000),
    ],
)
def test_reads_an_amount(typed: str, amount: int) -> None:
    assert parse_money(typed) == amount


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "missing"),
        ("đồng", "missing"),
        ("-5", "not_money"),
        ("50.00", "not_money"),
        ("1.000,000", "not_money"),
        ("năm mươi", "not_money"),
        ("9" * 39, "too_large"),
        ("9" * 9000, "not_money"),
    ],
)
def test_says_what_is_wrong_with_an_amount(typed: str, code: str) -> None:
    found = parse_money(typed, place="capital")
    assert isinstance(found, Problem)
    assert (found.place, found.code) == ("capital", code)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (55, "năm mươi lăm"),
        (100, "một trăm"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (1_000, "một nghìn"),
        (1_005, "một nghìn không trăm linh năm"),
        (50_000, "năm mươi nghìn"),
        (1_005_000, "một triệu không trăm linh năm nghìn"),
        (1_000_000_000, "một tỷ"),
        (2_000_000_015, "hai tỷ không trăm mười lăm"),
        (1_000_000_000_000, "một nghìn tỷ"),
        (
            1_234_567_891,
            "một tỷ hai trăm ba mươi tư triệu năm trăm sáu mươi bảy nghìn tám trăm chín mươi mốt",
        ),
    ],
)
def test_reads_a_number_in_words(number: int, words: str) -> None:
    assert read_number(number) == words


def test_shows_and_reads_an_amount() -> None:
    assert show_money(50_000) == "50.000 đồng"
    assert read_money(50_000) == "năm mươi nghìn đồng"


def test_numbers_below_zero_have_no_words() -> None:
    with pytest.raises(ValueError, match="from 0"):
        read_number(-1)


@given(amounts)
def test_a_shown_amount_is_read_back(amount: int) -> None:
    assert parse_money(show_money(amount)) == amount
    assert parse_money(show_number(amount)) == amount


@given(amounts, amounts)
def test_two_amounts_never_read_the_same(one: int, other: int) -> None:
    assert (read_money(one) == read_money(other)) == (one == other)


@given(st.text())
def test_no_typing_makes_an_exception(typed: str) -> None:
    assert isinstance(parse_money(typed), int | Problem)
