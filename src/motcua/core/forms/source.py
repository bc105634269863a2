# SPDX-License-Identifier: EUPL-1.2
"""From the text of a form, as a mapping, to pages and questions; every fault with its place.

Only what can be seen in one question at a time is judged here; what one question means for another is judged
in compilation.py.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Literal, TypeVar

from motcua.core.conditions import Condition
from motcua.core.values import Problem

from .definition import (
    PAGE_KINDS,
    QUESTION_TYPES,
    Choice,
    Ineligible,
    Page,
    PageKind,
    Question,
    QuestionType,
)

ReadCondition = Callable[[object, str], Condition | tuple[Problem, ...]]
Word = TypeVar("Word", bound=str)

# More entries than a person will fill in, few enough that a page of them stays quick.
MOST_ENTRIES = 100
_ID = re.compile(r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*")
_PAGE_KEYS = frozenset({"id", "title", "kind", "visible_if", "questions"})
_TEXT_KEYS = ("hint", "why", "key", "source", "autocomplete")
_QUESTION_KEYS = frozenset(
    {"id", "type", "label", "required", "visible_if", "choices", "minimum", "maximum"}
    | {"earliest", "latest", "items", "ineligible", *_TEXT_KEYS}
)
_CASE = frozenset({"reason", "advice"})
_CHOOSING = frozenset({"choice", "select"})
_BOUNDED = frozenset({"number", "money", "text", "long_text", "group"})
_DATES = frozenset({"date", "partial_date"})


def read_pages(source: object, read_condition: ReadCondition) -> tuple[Page, ...] | tuple[Problem, ...]:
    """The pages of a form source {"pages": [...]}, or every fault of their text.

    read_condition: how conditions are written in this source.
    """
    reader = _Reader(read_condition)
    pages = reader.pages(source)
    return tuple(reader.problems) or pages


class _Reader:
    """Collects problems while it reads, so that an author sees all of them at once."""

    def __init__(self, read_condition: ReadCondition) -> None:
        self.problems: list[Problem] = []
        self._read_condition = read_condition

    def pages(self, source: object) -> tuple[Page, ...]:
        """All pages that could be read."""
        listed = source.get("pages") if isinstance(source, Mapping) else None
        if not isinstance(listed, list) or not listed:
            self._wrong("pages", "missing_pages", "Biểu mẫu cần danh sách “pages” có ít nhất một trang")
            return ()
        return tuple(self._page(page, f"pages[{index}]") for index, page in enumerate(listed))

    def _page(self, source: object, place: str) -> Page:
        entry = self._mapping(source, place, _PAGE_KEYS)
        questions = self._questions(entry.get("questions"), f"{place}.questions", inside_group=False)
        kind: PageKind = self._word(entry, "kind", place, PAGE_KINDS, default="questions")
        if any(question.type == "group" for question in questions):
            kind = "group"
            if len(questions) > 1:
                message = "Nhóm lặp lại phải đứng riêng một trang. Tách các câu khác sang trang khác"
                self._wrong(f"{place}.questions", "group_not_alone", message)
        return Page(
            id=self._id(entry, place),
            title=self._needed_text(entry, "title", place, "missing_title"),
            questions=questions,
            visible_if=self._condition(entry, place),
            kind=kind,
        )

    def _questions(self, source: object, place: str, *, inside_group: bool) -> tuple[Question, ...]:
        if not isinstance(source, list) or not source:
            self._wrong(place, "missing_questions", "Cần ít nhất một câu hỏi ở đây")
            return ()
        read = (self._question(each, f"{place}[{index}]") for index, each in enumerate(source))
        questions = tuple(read)
        for index, question in enumerate(questions):
            if inside_group and question.type == "group":
                self._wrong(f"{place}[{index}]", "nested_group", "Trong nhóm không đặt được nhóm khác")
        return questions

    def _question(self, source: object, place: str) -> Question:
        entry = self._mapping(source, place, _QUESTION_KEYS)
        kind = self._word(entry, "type", place, QUESTION_TYPES, default="text", needed=True)
        choices = self._choices(entry, place, kind)
        minimum, maximum = self._bounds(entry, place, kind)
        return Question(
            id=self._id(entry, place),
            type=kind,
            label=self._needed_text(entry, "label", place, "missing_label"),
            required=self._flag(entry, "required", place),
            visible_if=self._condition(entry, place),
            choices=choices,
            minimum=minimum,
            maximum=maximum,
            earliest=self._day(entry, "earliest", place, kind),
            latest=self._day(entry, "latest", place, kind),
            items=self._items(entry, place, kind),
            ineligible=self._ineligible(entry, place, kind, choices),
            **{key: self._text(entry, key, place) for key in _TEXT_KEYS},
        )

    def _mapping(self, source: object, place: str, keys: frozenset[str]) -> Mapping[str, object]:
        if not isinstance(source, Mapping):
            self._wrong(place, "not_a_mapping", "Chỗ này cần các cặp khóa và giá trị")
            return {}
        for key in source:
            if key not in keys:
                known = ", ".join(sorted(keys))
                self._wrong(f"{place}.{key}", "unknown_key", f"Không có khóa “{key}”. Các khóa: {known}")
        return source

    def _id(self, entry: Mapping[str, object], place: str) -> str:
        found = entry.get("id")
        if isinstance(found, str) and len(found) <= 60 and _ID.fullmatch(found):
            return found
        message = "Mã gồm chữ thường a–z, số, gạch nối hoặc gạch dưới, ví dụ birth_date"
        self._wrong(f"{place}.id", "wrong_id", message)
        return ""

    def _text(self, entry: Mapping[str, object], key: str, place: str) -> str:
        found = entry.get(key)
        if found is None:
            return ""
        if isinstance(found, str):
            return found.strip()
        self._wrong(f"{place}.{key}", "not_text", "Chỗ này cần chữ. Đặt giá trị trong dấu nháy")
        return ""

    def _needed_text(self, entry: Mapping[str, object], key: str, place: str, code: str) -> str:
        found = self._text(entry, key, place)
        if not found:
            self._wrong(f"{place}.{key}", code, f"Thiếu “{key}”. Ghi chữ mà người dân sẽ đọc")
        return found

    def _word(
        self,
        entry: Mapping[str, object],
        key: str,
        place: str,
        words: Sequence[Word],
        *,
        default: Word,
        needed: bool = False,
    ) -> Word:
        found = entry.get(key)
        if found is None and not needed:
            return default
        for word in words:
            if found == word:
                return word
        message = f"Không có “{found}”. Chọn một trong: {', '.join(words)}"
        self._wrong(f"{place}.{key}", f"unknown_{key}", message)
        return default

    def _flag(self, entry: Mapping[str, object], key: str, place: str) -> bool:
        found = entry.get(key, True)
        if isinstance(found, bool):
            return found
        self._wrong(f"{place}.{key}", "not_a_flag", "Chỗ này chỉ nhận true hoặc false")
        return True

    def _condition(self, entry: Mapping[str, object], place: str) -> Condition | None:
        source = entry.get("visible_if")
        if source is None:
            return None
        found = self._read_condition(source, f"{place}.visible_if")
        if isinstance(found, tuple):
            self.problems.extend(found)
            return None
        return found

    def _bounds(
        self, entry: Mapping[str, object], place: str, kind: QuestionType
    ) -> tuple[int | None, int | None]:
        minimum, maximum = (self._bound(entry, key, place, kind) for key in ("minimum", "maximum"))
        if kind == "group":
            maximum = min(MOST_ENTRIES, MOST_ENTRIES if maximum is None else maximum)
        if minimum is not None and maximum is not None and minimum > maximum:
            self._wrong(f"{place}.minimum", "wrong_bounds", f"minimum {minimum} lớn hơn maximum {maximum}")
        return minimum, maximum

    def _bound(self, entry: Mapping[str, object], key: str, place: str, kind: QuestionType) -> int | None:
        found = entry.get(key)
        if found is None:
            return None
        if type(found) is not int or found < 0:
            self._wrong(f"{place}.{key}", "not_a_number", "Chỗ này cần một số nguyên từ 0")
            return None
        self._expect(kind in _BOUNDED, key, place, kind)
        return found

    def _day(
        self, entry: Mapping[str, object], key: str, place: str, kind: QuestionType
    ) -> Literal["", "today"]:
        found = entry.get(key)
        if found in (None, ""):
            return ""
        self._expect(kind in _DATES, key, place, kind)
        if found == "today":
            return "today"
        self._wrong(f"{place}.{key}", "unknown_day", "Chỗ này chỉ nhận today")
        return ""

    def _items(self, entry: Mapping[str, object], place: str, kind: QuestionType) -> tuple[Question, ...]:
        if kind == "group":
            return self._questions(entry.get("items"), f"{place}.items", inside_group=True)
        self._expect("items" not in entry, "items", place, kind)
        return ()

    def _choices(self, entry: Mapping[str, object], place: str, kind: QuestionType) -> tuple[Choice, ...]:
        source = entry.get("choices")
        if kind not in _CHOOSING:
            self._expect(source is None, "choices", place, kind)
            return ()
        if isinstance(source, Mapping):
            source = [{"value": value, "label": label} for value, label in source.items()]
        if not isinstance(source, list) or not source:
            self._wrong(f"{place}.choices", "missing_choices", "Cần ít nhất một lựa chọn")
            return ()
        choices = tuple(self._choice(each, f"{place}.choices[{index}]") for index, each in enumerate(source))
        self._refuse_same([choice.value for choice in choices], f"{place}.choices")
        return choices

    def _choice(self, source: object, place: str) -> Choice:
        entry = self._mapping(source, place, frozenset({"value", "label", "hint"}))
        value = self._needed_text(entry, "value", place, "missing_value")
        label = self._needed_text(entry, "label", place, "missing_label")
        return Choice(value, label, self._text(entry, "hint", place))

    def _refuse_same(self, values: Sequence[str], place: str) -> None:
        same = {value for value in values if value and values.count(value) > 1}
        for value in sorted(same):
            self._wrong(place, "duplicate_choice", f"Lựa chọn “{value}” có hai lần. Bỏ một")

    def _ineligible(
        self, entry: Mapping[str, object], place: str, kind: QuestionType, choices: tuple[Choice, ...]
    ) -> tuple[Ineligible, ...]:
        source = entry.get("ineligible")
        if source is None:
            return ()
        if isinstance(source, Mapping):
            source = [{"value": value, **self._mapping(rest, place, _CASE)} for value, rest in source.items()]
        if not isinstance(source, list):
            self._wrong(f"{place}.ineligible", "not_a_mapping", "Ghi mỗi giá trị với reason và advice")
            return ()
        possible: set[object] = {True, False} if kind == "yes_no" else {choice.value for choice in choices}
        return tuple(
            self._case(each, possible, f"{place}.ineligible[{index}]") for index, each in enumerate(source)
        )

    def _case(self, source: object, possible: set[object], place: str) -> Ineligible:
        entry = self._mapping(source, place, _CASE | {"value"})
        value = entry.get("value")
        reason = self._needed_text(entry, "reason", place, "missing_reason").rstrip(".")
        advice = self._needed_text(entry, "advice", place, "missing_advice").rstrip(".")
        if isinstance(value, (str, bool)) and value in possible:
            return Ineligible(value, reason, advice)
        self._wrong(place, "unknown_choice", f"Câu hỏi này không có câu trả lời “{value}”")
        return Ineligible("", reason, advice)

    def _expect(self, right: bool, key: str, place: str, kind: str) -> None:
        if not right:
            message = f"Loại câu hỏi “{kind}” không dùng “{key}”. Bỏ khóa này"
            self._wrong(f"{place}.{key}", "unexpected_key", message)

    def _wrong(self, place: str, code: str, message: str) -> None:
        self.problems.append(Problem(place, code, message))
