# SPDX-License-Identifier: EUPL-1.2
"""E-mail addresses, judged only as far as a typing slip can be seen."""

import re

from motcua.core.values.outcome import Problem

_LENGTH = 254
_SHAPE = re.compile(r"[^\s@<>,;:\"()\[\]\\\x00-\x1f\x7f\ud800-\udfff]{1,64}@([\w-]{1,63}\.)+[^\W_]{2,63}")


def parse_email(raw: str, *, place: str = "") -> str | Problem:
    """The address without outer spaces, its domain in lower case; or a problem."""
    address = raw.strip()
    if not address:
        return Problem(place, "missing", "Nhập địa chỉ email")
    if len(address) > _LENGTH or ".." in address or not _SHAPE.fullmatch(address):
        return Problem(
            place, "not_an_email", "Địa chỉ email cần có dạng ten@vidu.vn. Kiểm tra lại dấu @ và dấu chấm"
        )
    user, _, domain = address.rpartition("@")
    return f"{user}@{domain.lower()}"
