# SPDX-License-Identifier: EUPL-1.2
"""Amounts of money: whole đồng, as int."""

import re

from motcua.core.values.outcome import Problem

LARGEST_AMOUNT = 10**15
_UNIT = re.compile(r"(?:đồng|đ|vnđ|vnd|₫)$")
_PLAIN = re.compile(r"[0-9]+")
_GROUPED = re.compile(r"[0-9]{1,3}(?:([. ,])[0-9]{3})(?:\1[0-9]{3})*")
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_THOUSANDS = ("", " nghìn", " triệu")


def parse_money(raw: str, *, place: str = "") -> int | Problem:
    """The amount in đồng: "50000", "50.000", "50 000 đồng"; or a problem."""
    bare = _UNIT.sub("", " ".join(raw.split()).lower()).strip()
    if not bare:
        return Problem(place, "missing", "Nhập số tiền, ví dụ 50.000")
    if len(bare) > 40 or not (_PLAIN.fullmatch(bare) or _GROUPED.fullmatch(bare)):
        return Problem(place, "not_money", "Số tiền chỉ gồm chữ số, tính bằng đồng, ví dụ 50.000")
    amount = int(re.sub(r"[. ,]", "", bare))
    if amount > LARGEST_AMOUNT:
        return Problem(place, "too_large", "Số tiền lớn quá 1 triệu tỷ đồng. Kiểm tra lại số chữ số")
    return amount


def show_money(amount: int) -> str:
    """The amount for reading: "50.000 đồng"."""
    return f"{show_number(amount)} đồng"


def show_number(number: int) -> str:
    """A whole number with a dot between thousands: "1.234.567"."""
    return f"{number:,}".replace(",", ".")


def read_money(amount: int) -> str:
    """The amount in words: "năm mươi nghìn đồng"."""
    return f"{read_number(amount)} đồng"


def read_number(number: int) -> str:
    """A whole number from 0 in Vietnamese words: 1005 is "một nghìn không trăm linh năm"."""
    if number < 0:
        raise ValueError("only numbers from 0 are read in words")
    return _below_billion(number) if number < 10**9 else _billions(number)


def _billions(number: int) -> str:
    head, rest = divmod(number, 10**9)
    words = f"{read_number(head)} tỷ"
    return f"{words} {_below_billion(rest, follows=True)}" if rest else words


def _below_billion(number: int, *, follows: bool = False) -> str:
    """Words of a number below 10^9; follows: whether larger words stand before, so that hundreds are said."""
    if number == 0:
        return _DIGITS[0]
    words: list[str] = []
    for power in (2, 1, 0):
        group = number // 1000**power % 1000
        if group:
            words.append(_three(group, follows=follows or bool(words)) + _THOUSANDS[power])
    return " ".join(words)


def _three(group: int, *, follows: bool) -> str:
    hundreds, rest = divmod(group, 100)
    if hundreds == 0 and not follows:
        return _two(rest)
    words = f"{_DIGITS[hundreds]} trăm"
    if rest == 0:
        return words
    return f"{words} linh {_DIGITS[rest]}" if rest < 10 else f"{words} {_two(rest)}"


def _two(number: int) -> str:
    tens, unit = divmod(number, 10)
    if tens == 0:
        return _DIGITS[unit]
    words = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    if unit == 0:
        return words
    return f"{words} {_unit_after_tens(tens, unit)}"


def _unit_after_tens(tens: int, unit: int) -> str:
    """The unit as it is said after tens: hai mươi mốt, hai mươi tư, mười lăm."""
    if unit == 5:
        return "lăm"
    if tens > 1 and unit in {1, 4}:
        return "mốt" if unit == 1 else "tư"
    return _DIGITS[unit]
