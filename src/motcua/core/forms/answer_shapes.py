# SPDX-License-Identifier: EUPL-1.2
"""Which stored value can be the answer to which question.

Stored answers outlive the code that read them, and prefilled ones come from elsewhere; a value of another
shape counts as no answer, and is asked again.
"""

from collections.abc import Callable, Mapping

from motcua.core.values import PartialDate

from .definition import Question

ADDRESS_PARTS = ("line", "ward", "province")


def fits(question: Question, value: object) -> bool:
    """Whether the value is an answer to the question."""
    return _RULES[question.type](question, value)


def _text(_: Question, value: object) -> bool:
    return isinstance(value, str) and value != ""


def _choice(question: Question, value: object) -> bool:
    return isinstance(value, str) and value in question.choice_labels


def _yes_no(_: Question, value: object) -> bool:
    return isinstance(value, bool)


def _declaration(_: Question, value: object) -> bool:
    return value is True


def _number(_: Question, value: object) -> bool:
    return type(value) is int


def _date(question: Question, value: object) -> bool:
    date = PartialDate.from_json(value)
    return date is not None and (date.is_full or question.type == "partial_date")


def _address(_: Question, value: object) -> bool:
    return isinstance(value, Mapping) and all(_is_filled(value.get(part)) for part in ADDRESS_PARTS)


def _is_filled(value: object) -> bool:
    return isinstance(value, str) and value != ""


def _group(_: Question, value: object) -> bool:
    return (
        isinstance(value, (list, tuple)) and bool(value) and all(isinstance(item, Mapping) for item in value)
    )


_RULES: dict[str, Callable[[Question, object], bool]] = {
    **dict.fromkeys(("name", "personal_id", "phone", "email", "text", "long_text"), _text),
    **dict.fromkeys(("choice", "select"), _choice),
    **dict.fromkeys(("date", "partial_date"), _date),
    **dict.fromkeys(("number", "money"), _number),
    "yes_no": _yes_no,
    "declaration": _declaration,
    "address": _address,
    "group": _group,
}
