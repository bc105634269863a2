# SPDX-License-Identifier: EUPL-1.2
"""Reading what officials send: strangers' text becomes values, or is left out."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.http import QueryDict
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_aware

from motcua.core.values import Problem, clean_line, clean_lines
from motcua.dossiers.checklist import Item
from motcua.dossiers.decisions import ITEM_WORDS, ItemVerdict
from motcua.dossiers.models import Verdict
from motcua.dossiers.worklists import Cursor

REASON_LENGTH = 1000
FIELD_LENGTH = 2000
_VERDICTS = {"pass": Verdict.PASSED, "fix": Verdict.LACKING, "skip": Verdict.NOT_APPLICABLE}
CHOICES: Mapping[str, str] = {verdict.value: choice for choice, verdict in _VERDICTS.items()}


def read_cursor(text: str) -> Cursor | None:
    """`<time>_<dossier id>` of the last row seen; None for anything else."""
    at, _, dossier_id = text.partition("_")
    moment = read_moment(at)
    try:
        return Cursor(moment, UUID(dossier_id)) if moment else None
    except ValueError:
        return None


def write_cursor(cursor: Cursor) -> str:
    """What read_cursor reads."""
    return f"{cursor.at.isoformat()}_{cursor.dossier_id}"


def read_moment(text: str) -> datetime | None:
    """An aware time as isoformat writes it; None for anything else."""
    try:
        moment = parse_datetime(text)
    except ValueError:
        return None
    return moment if moment and is_aware(moment) else None


def read_verdicts(post: QueryDict, items: Iterable[Item]) -> dict[str, ItemVerdict]:
    """The ticks on known items; an item without a tick is left out."""
    found = {}
    for item in items:
        verdict = _VERDICTS.get(post.get(item.key, ""))
        if verdict:
            reason = clean_lines(post.get(f"reason:{item.key}", ""))[:REASON_LENGTH]
            found[item.key] = ItemVerdict(
                item.key, verdict.value, reason if verdict == Verdict.LACKING else ""
            )
    return found


def check_problems(
    items: Iterable[Item], verdicts: Mapping[str, ItemVerdict], act: str
) -> tuple[Problem, ...]:
    """What keeps a check from being sent, at the item it is about. Saving half a check is always possible."""
    if act not in {"receive", "supplement"}:
        return ()
    return tuple(
        problem for item in items if (problem := _item_problem(item, verdicts.get(item.key), act)) is not None
    )


def _item_problem(item: Item, verdict: ItemVerdict | None, act: str) -> Problem | None:
    if verdict is None:
        return Problem(item.key, "undecided", f"Chọn Đạt, Cần bổ sung hoặc Không áp dụng cho: {item.name}")
    if verdict.verdict != Verdict.LACKING:
        return None
    if act == "receive":
        return Problem(
            item.key, "still_lacking", f"Mục này đang chọn Cần bổ sung, nên chưa tiếp nhận được: {item.name}"
        )
    if len(verdict.reason.split()) < ITEM_WORDS:
        return Problem(
            item.key, "no_reason", f"Viết rõ cần sửa gì, ít nhất {ITEM_WORDS} từ, cho: {item.name}"
        )
    return None


def read_fields(post: QueryDict, names: Iterable[str]) -> dict[str, str]:
    """The fields of a result draft; a field that was not sent is left out."""
    return {
        name: clean_line(typed)[:FIELD_LENGTH]
        for name in names
        if (typed := post.get(f"field:{name}")) is not None
    }
