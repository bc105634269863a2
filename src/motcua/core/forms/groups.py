# SPDX-License-Identifier: EUPL-1.2
"""Entries of a repeated group: add, replace, remove, each as new answers."""

from collections.abc import Mapping

from motcua.core.conditions import Answers
from motcua.core.values import Refusal

from .definition import Form, Question
from .evaluation import count_item
from .wording import inside_sentence

_GONE = Refusal("no_such_entry", "Mục này không còn trong danh sách. Tải lại trang để xem danh sách mới")


def list_items(answers: Answers, group_id: str) -> tuple[Mapping[str, object], ...]:
    """The entries of the group so far, in order."""
    stored = answers.get(group_id)
    if not isinstance(stored, (list, tuple)):
        return ()
    return tuple(item for item in stored if isinstance(item, Mapping))


def add_item(form: Form, answers: Answers, group_id: str, item: Answers) -> dict[str, object] | Refusal:
    """The answers with one entry more; refused when the group is full or unknown."""
    group = _group(form, group_id)
    if group is None:
        return _GONE
    items = list_items(answers, group_id)
    if group.maximum is not None and len(items) >= group.maximum:
        label = inside_sentence(group.label)
        return Refusal("too_many", f"Chỉ thêm được {group.maximum} mục cho {label}. Bỏ một mục rồi thêm lại")
    return {**answers, group_id: [*items, count_item(group, item)[0]]}


def replace_item(
    form: Form, answers: Answers, group_id: str, index: int, item: Answers
) -> dict[str, object] | Refusal:
    """The answers with the entry at the index (from 0) replaced; refused when there is none."""
    group = _group(form, group_id)
    items = list_items(answers, group_id)
    if group is None or not 0 <= index < len(items):
        return _GONE
    return {**answers, group_id: [*items[:index], count_item(group, item)[0], *items[index + 1 :]]}


def remove_item(form: Form, answers: Answers, group_id: str, index: int) -> dict[str, object] | Refusal:
    """The answers without the entry at the index (from 0); refused when there is none."""
    items = list_items(answers, group_id)
    if _group(form, group_id) is None or not 0 <= index < len(items):
        return _GONE
    return {**answers, group_id: [*items[:index], *items[index + 1 :]]}


def _group(form: Form, group_id: str) -> Question | None:
    question = form.question(group_id)
    return question if question is not None and question.type == "group" else None
