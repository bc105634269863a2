# SPDX-License-Identifier: EUPL-1.2
"""What kind of value a question gives, for judging conditions before any answer exists."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "number", "boolean", "date", "choice", "record", "list"]

KIND_WORDS: dict[Kind, str] = {
    "text": "chữ",
    "number": "số",
    "boolean": "có hoặc không",
    "date": "ngày",
    "choice": "một lựa chọn",
    "record": "nhiều phần",
    "list": "danh sách",
}


@dataclass(frozen=True, slots=True)
class ValueType:
    """The kind of an answer and, for a choice, the values it can have."""

    kind: Kind
    choices: tuple[str, ...] = ()
