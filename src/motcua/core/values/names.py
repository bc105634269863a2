# SPDX-License-Identifier: EUPL-1.2
"""Names of people, in whatever script they are written."""

import unicodedata

from motcua.core.values.outcome import Problem
from motcua.core.values.text import clean_line

NAME_LENGTH = 200
_JOINERS = frozenset(" '’ʼ-‐.·")


def parse_name(raw: str, *, place: str = "") -> str | Problem:
    """The name in stored form, or a problem.

    Letters of every script are names; so are the apostrophe, hyphen, dot and middle dot of ethnic-minority
    and foreign names. The case is kept as typed.
    """
    # Length first: composing a long run of combining marks takes quadratic time.
    if len(raw) > 4 * NAME_LENGTH:
        return _too_long(place)
    name = clean_line(raw)
    if not name:
        return Problem(place, "missing", "Nhập họ, chữ đệm và tên")
    if len(name) > NAME_LENGTH:
        return _too_long(place)
    strange = next((letter for letter in name if not _belongs(letter)), None)
    if strange is not None:
        message = f"Họ tên chỉ gồm chữ cái, dấu cách, dấu nháy, dấu chấm và gạch nối. Bỏ ký tự “{strange}”"
        return Problem(place, "not_a_name", message)
    if not any(letter.isalpha() for letter in name):
        return Problem(place, "not_a_name", "Họ tên phải có chữ cái. Nhập họ, chữ đệm và tên")
    return name


def _belongs(letter: str) -> bool:
    return letter in _JOINERS or unicodedata.category(letter)[0] in "LM"


def _too_long(place: str) -> Problem:
    return Problem(place, "too_long", f"Họ tên dài quá {NAME_LENGTH} chữ. Nhập ngắn hơn")
