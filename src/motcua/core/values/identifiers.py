# SPDX-License-Identifier: EUPL-1.2
"""The personal identification number (số định danh cá nhân)."""

import re

from motcua.core.values.outcome import Problem

_IGNORED = re.compile(r"[\s.\-]+")
_LENGTH = 12


def parse_personal_id(raw: str, *, place: str = "") -> str | Problem:
    """The 12 digits, spaces, dots and hyphens ignored; or a problem that counts what was typed."""
    bare = _IGNORED.sub("", raw)
    if not bare:
        return Problem(place, "missing", "Nhập số định danh cá nhân, gồm 12 chữ số")
    digits = sum(letter.isascii() and letter.isdigit() for letter in bare)
    if digits != len(bare):
        message = "Số định danh cá nhân chỉ gồm chữ số, ví dụ 001 099 012 345. Bỏ các ký tự khác"
        return Problem(place, "not_digits", message)
    if digits != _LENGTH:
        message = f"Số định danh cá nhân gồm 12 chữ số. Bạn đã nhập {digits} chữ số."
        return Problem(place, "wrong_length", message)
    return bare


def show_personal_id(digits: str) -> str:
    """The number in groups of three: "001 099 012 345"."""
    return " ".join(digits[start : start + 3] for start in range(0, len(digits), 3))


def mask_personal_id(digits: str) -> str:
    """The number for public screens, only the last three digits readable: "••• ••• ••• 345"."""
    return show_personal_id("•" * max(len(digits) - 3, 0) + digits[-3:])
