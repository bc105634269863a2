# SPDX-License-Identifier: EUPL-1.2
"""Reads the fields of one mapping of a package and remembers everything that is wrong, with its place."""

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping
from typing import TypeVar

from motcua.core.conditions import Condition, parse
from motcua.core.deadlines import Term, TermUnit, parse_term
from motcua.core.values import Problem, clean_lines

Word = TypeVar("Word", bound=str)

_UNREADABLE_TERM = Term(1, TermUnit.SAME_DAY)


class Fields:
    """One mapping being read. Every reader returns a harmless value after noting a problem."""

    def __init__(self, source: object, place: str, problems: list[Problem]) -> None:
        self.place = place
        self.problems = problems
        self._read: set[str] = set()
        self.source: Mapping[str, object] = source if isinstance(source, Mapping) else {}
        if not isinstance(source, Mapping):
            self.wrong("", "not_a_mapping", "Cần ghi các mục dạng “tên: giá trị”")

    def wrong(self, key: str, code: str, message: str) -> None:
        """Note a problem at the key."""
        self.problems.append(Problem(self.at(key), code, message))

    def at(self, key: str) -> str:
        """The place of a key, such as "components[2].kind"."""
        return f"{self.place}.{key}" if self.place and key else self.place or key

    def has(self, key: str) -> bool:
        """Whether the key is written."""
        return key in self.source

    def raw(self, key: str) -> object:
        """The value as written."""
        self._read.add(key)
        return self.source.get(key)

    def text(self, key: str, default: str | None = None) -> str:
        """Words; without a default they must be there."""
        value = self.raw(key)
        if value is None and default is not None:
            return default
        if isinstance(value, str) and value.strip():
            return clean_lines(value)
        self.wrong(key, "missing", f"Cần ghi chữ ở mục “{key}”")
        return ""

    def word(self, key: str, pattern: str, example: str) -> str:
        """One word of a fixed shape, such as a code."""
        text = self.text(key)
        if text and not re.fullmatch(pattern, text):
            self.wrong(key, "wrong_shape", f"Mục “{key}” viết như {example}")
        return text

    def texts(self, key: str, *, least: int = 0) -> tuple[str, ...]:
        """A list of words."""
        values = self.raw(key)
        listed = values if isinstance(values, list) else []
        if (values is not None and not isinstance(values, list)) or len(listed) < least:
            self.wrong(key, "not_a_list", f"Mục “{key}” cần một danh sách có ít nhất {max(least, 1)} dòng")
        if not all(isinstance(value, str) and value.strip() for value in listed):
            self.wrong(
                key, "not_text", f"Mỗi dòng của mục “{key}” là chữ. Đặt trong dấu nháy nếu có dấu hai chấm"
            )
        return tuple(clean_lines(str(value)) for value in listed)

    def number(self, key: str, least: int, most: int, default: int | None = None) -> int:
        """A whole number within bounds."""
        value = self.raw(key)
        if value is None and default is not None:
            return default
        if type(value) is int and least <= value <= most:
            return value
        self.wrong(key, "not_a_number", f"Mục “{key}” là một số từ {least} đến {most}")
        return least

    def flag(self, key: str) -> bool:
        """true or false; false when it is not written."""
        value = self.raw(key)
        if value is not None and not isinstance(value, bool):
            self.wrong(key, "not_a_flag", f"Mục “{key}” chỉ ghi true hoặc false")
        return value is True

    def day(self, key: str) -> dt.date:
        """A day written as 2026-03-27."""
        try:
            return dt.date.fromisoformat(str(self.raw(key)))
        except ValueError:
            self.wrong(key, "not_a_date", f"Mục “{key}” là một ngày, viết như 2026-03-27")
            return dt.date.min

    def hour(self, key: str) -> dt.time | None:
        """An hour written as "15:00", or None when it is not written."""
        value = self.raw(key)
        if value is None:
            return None
        try:
            return dt.time.fromisoformat(str(value))
        except ValueError:
            self.wrong(key, "not_an_hour", f'Mục “{key}” là một giờ trong dấu nháy, viết như "15:00"')
            return None

    def term(self, key: str) -> Term:
        """A limit such as "3 ngày làm việc"."""
        found = parse_term(self.text(key))
        if isinstance(found, Term):
            return found
        self.wrong(key, found.code, found.message)
        return _UNREADABLE_TERM

    def condition(self, key: str) -> Condition | None:
        """A condition, or None when it is not written."""
        value = self.raw(key)
        if value is None:
            return None
        found = parse(value, self.at(key))
        if isinstance(found, tuple):
            self.problems.extend(found)
            return None
        return found

    def one_of(self, key: str, words: Collection[Word], default: Word) -> Word:
        """One of the known words."""
        value = self.raw(key)
        for word in words:
            if word == value:
                return word
        self.wrong(key, "unknown_word", f"Mục “{key}” là một trong: {', '.join(words)}")
        return default

    def mapping(self, key: str) -> dict[str, object]:
        """Free entries by name; empty when it is not written."""
        value = self.raw(key)
        if value is None:
            return {}
        if isinstance(value, Mapping):
            return {str(name): inner for name, inner in value.items()}
        self.wrong(key, "not_a_mapping", f"Mục “{key}” gồm các dòng “tên: giá trị”")
        return {}

    def inner(self, key: str) -> "Fields":
        """The mapping at the key, to be read and finished by the caller."""
        return Fields(self.raw(key), self.at(key), self.problems)

    def each(self, key: str, *, least: int = 0) -> "Iterator[Fields]":
        """The entries of a list of mappings; the keys nobody read are noted when each is done."""
        values = self.raw(key)
        listed = values if isinstance(values, list) else []
        if (values is not None and not isinstance(values, list)) or len(listed) < least:
            self.wrong(key, "not_a_list", f"Mục “{key}” cần một danh sách có ít nhất {max(least, 1)} mục")
        for index, value in enumerate(listed):
            entry = Fields(value, f"{self.at(key)}[{index}]", self.problems)
            yield entry
            entry.finish()

    def finish(self) -> None:
        """Note the keys nobody read: a misspelt key must not be lost silently."""
        for key in self.source:
            if key not in self._read:
                self.wrong(str(key), "unknown_key", f"Không có mục “{key}” ở đây. Kiểm tra chính tả")
