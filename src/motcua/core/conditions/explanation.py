# SPDX-License-Identifier: EUPL-1.2
"""A condition as a Vietnamese sentence, for authors, officials and the page that says what changed."""

from collections.abc import Mapping

from motcua.core.values import PartialDate, show_number

from .tree import (
    All,
    Answer,
    Answered,
    AnyOf,
    Compare,
    Condition,
    Constant,
    Contains,
    Count,
    Expression,
    In,
    Not,
    Operator,
    Scalar,
    Today,
    YearsBetween,
)

_WORDS: dict[Operator, str] = {
    "equals": "là",
    "not_equals": "khác",
    "greater": "lớn hơn",
    "greater_or_equal": "từ",
    "less": "nhỏ hơn",
    "less_or_equal": "không quá",
}
_DATE_WORDS: dict[Operator, str] = {**_WORDS, "greater": "sau", "less": "trước", "less_or_equal": "không sau"}

Labels = Mapping[str, str]
Choices = Mapping[str, Mapping[str, str]]


def explain(condition: Condition, labels: Labels, choices: Choices) -> str:
    """The condition in words: Khi “Tình trạng hôn nhân” là “Đã ly hôn”.

    labels: label by question id. choices: for each question with choices, label by stored value. What has no
    label is shown as it is.
    """
    if isinstance(condition, Constant):
        return "Luôn luôn" if condition.value is True else "Không bao giờ"
    return f"Khi {_Words(labels, choices).condition(condition)}"


class _Words:
    """The words for questions and values of one form."""

    def __init__(self, labels: Labels, choices: Choices) -> None:
        self._labels = labels
        self._choices = choices

    def condition(self, node: Condition) -> str:
        """The condition as part of a sentence."""
        match node:
            case All(parts):
                words = " và ".join(self._within(part) for part in parts)
            case AnyOf(parts):
                words = " hoặc ".join(self._within(part) for part in parts)
            case Not(part):
                words = f"không phải ({self.condition(part)})"
            case Compare():
                words = self._compare(node)
            case In(left, values):
                listed = ", ".join(self._scalar(value, left) for value in values)
                words = f"{self._expression(left, left)} là một trong: {listed}"
            case Contains(left, text):
                words = f"{self._expression(left, left)} có chữ “{text}”"
            case Answered(question):
                words = f"đã trả lời {self._label(question)}"
            case Answer(question):
                words = f"{self._label(question)} là “Có”"
            case _:
                words = "luôn luôn" if node.value is True else "không bao giờ"
        return words

    def _within(self, part: Condition) -> str:
        nested = isinstance(part, (All, AnyOf)) and len(part.parts) > 1
        return f"({self.condition(part)})" if nested else self.condition(part)

    def _compare(self, node: Compare) -> str:
        left, right = self._expression(node.left, node.right), self._expression(node.right, node.left)
        dated = _is_dated(node.left) or _is_dated(node.right)
        words = f"{left} {(_DATE_WORDS if dated else _WORDS)[node.operator]} {right}"
        if node.operator != "greater_or_equal":
            return words
        return f"{words} trở đi" if dated else f"{words} trở lên"

    def _expression(self, node: Expression, other: Expression) -> str:
        match node:
            case Answer(question):
                return self._label(question)
            case Count(question):
                return f"số mục của {self._label(question)}"
            case Today():
                return "hôm nay"
            case YearsBetween(start, end):
                return f"số năm từ {self._expression(start, start)} đến {self._expression(end, end)}"
            case _:
                return self._scalar(node.value, other)

    def _scalar(self, value: Scalar, other: Expression) -> str:
        """The value in words; a stored choice by the label it has in the question it is compared with."""
        if isinstance(value, PartialDate):
            return f"ngày {value.show()}" if value.is_full else value.show()
        if isinstance(value, bool):
            return "“Có”" if value else "“Không”"
        if isinstance(value, int):
            return show_number(value)
        known = self._choices.get(other.question, {}) if isinstance(other, Answer) else {}
        return f"“{known.get(value, value)}”"

    def _label(self, question: str) -> str:
        return f"“{self._labels.get(question, question)}”"


def _is_dated(node: Expression) -> bool:
    """Whether the expression shows by itself that dates are compared."""
    return isinstance(node, Today) or (isinstance(node, Constant) and isinstance(node.value, PartialDate))
