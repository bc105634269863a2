# SPDX-License-Identifier: EUPL-1.2
"""Sentences about questions: what to type, what to choose, how many to add."""

from collections.abc import Iterator, Sequence

from motcua.core.values import Problem

from .definition import Question

_CHOSEN = frozenset({"choice", "select", "yes_no"})


def ask_again(question: Question) -> str:
    """The sentence for a question left empty: "Nhập họ, chữ đệm và tên của con"."""
    if question.type == "declaration":
        return "Đánh dấu vào ô cam đoan để đi tiếp"
    if question.label.endswith("?"):
        verb = "Chọn câu trả lời cho" if question.type in _CHOSEN else "Trả lời"
        return f"{verb} câu hỏi “{question.label}”"
    verb = "Chọn" if question.type in _CHOSEN else "Nhập"
    return f"{verb} {inside_sentence(question.label)}"


def inside_sentence(label: str) -> str:
    """The label within a sentence: its first letter small, unless it begins with a word in capitals."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def ask_for_entries(question: Question, value: object) -> Iterator[Problem]:
    """The problem of too few or too many entries, if any; a group that is not required may be empty."""
    number = len(value) if isinstance(value, Sequence) and not isinstance(value, str) else 0
    label = inside_sentence(question.label)
    if question.minimum is not None and number < question.minimum and (number or question.required):
        message = f"Cần ít nhất {question.minimum} mục cho {label}. Bạn mới có {number} mục"
        yield Problem(question.id, "too_few", message)
    if question.maximum is not None and number > question.maximum:
        message = f"Nhiều nhất {question.maximum} mục cho {label}. Bỏ bớt {number - question.maximum} mục"
        yield Problem(question.id, "too_many", message)
