# SPDX-License-Identifier: EUPL-1.2
"""Vietnamese telephone numbers."""

import re

from motcua.core.values.outcome import Problem

_IGNORED = re.compile(r"[\s.\-()]+")
_ABROAD = re.compile(r"(?:\+84|0084|84(?=\d{9}$))0?")
_NATIONAL = re.compile(r"0[1-9][0-9]{8}", re.ASCII)


def parse_phone(raw: str, *, place: str = "") -> str | Problem:
    """The number as ten digits from 0, such as "0912345678"; +84 and 0084 are turned into 0."""
    bare = _IGNORED.sub("", raw)
    if not bare:
        return Problem(place, "missing", "Nhập số điện thoại, gồm 10 chữ số")
    national = _ABROAD.sub("0", bare, count=1) if _ABROAD.match(bare) else bare
    if not _NATIONAL.fullmatch(national):
        return Problem(place, "not_a_phone", "Số điện thoại gồm 10 chữ số, ví dụ 0912 345 678")
    return national


def show_phone(digits: str) -> str:
    """The number for reading: "0912 345 678"."""
    return f"{digits[:4]} {digits[4:7]} {digits[7:]}"
