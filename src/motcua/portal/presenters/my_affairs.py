# SPDX-License-Identifier: EUPL-1.2
"""Everything of one person, in four groups: their turn, the agency's, drafts, done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from motcua.dossiers.queries import Affairs, Dossier, Draft
from motcua.portal.presenters.standing import is_citizens_turn, standing_of
from motcua.theme.formats import day, dossier_code, moment


@dataclass(frozen=True, slots=True)
class Card:
    """One ui.dossier_card: due and action are sentences or ""."""

    title: str
    href: str
    code: str
    words: str
    kind: str
    due: str
    action: str


@dataclass(frozen=True, slots=True)
class Group:
    """One of the four groups. empty: what to say when there is nothing in it."""

    id: str
    title: str
    cards: tuple[Card, ...]
    empty: str


def groups_of(affairs: Affairs, now: datetime) -> tuple[Group, ...]:
    """The groups in the order in which they ask for attention."""
    return (
        _group("den-luot-ban", "Đến lượt bạn", affairs.yours, now, "Không có việc nào chờ bạn."),
        _group("dang-cho", "Đang chờ cơ quan", affairs.waiting, now, "Không có hồ sơ nào đang chờ cơ quan."),
        Group("ban-nhap", "Bản nháp", tuple(map(_draft, affairs.drafts)), "Bạn không có bản nháp nào."),
        _group("da-xong", "Đã xong", affairs.done, now, "Chưa có hồ sơ nào xong."),
    )


def _group(id_: str, title: str, dossiers: Iterable[Dossier], now: datetime, empty: str) -> Group:
    return Group(id_, title, tuple(_card(dossier, now) for dossier in dossiers), empty)


def _card(dossier: Dossier, now: datetime) -> Card:
    standing = standing_of(dossier, now)
    return Card(
        title=dossier.procedure.plain_name,
        href=reverse("portal:dossier", args=(dossier.pk,)),
        code=dossier_code(dossier.code),
        words=standing.words,
        kind=standing.kind,
        due=_due(dossier),
        action=standing.apology or _action(dossier),
    )


def _due(dossier: Dossier) -> str:
    """The one date that matters now."""
    if dossier.finished_at is not None:
        return f"Xong ngày {day(dossier.finished_at)}"
    if is_citizens_turn(dossier):
        return f"Gửi trước {moment(dossier.next_event_at)}"
    if dossier.received_at is None:
        return f"Trả lời trước {moment(dossier.next_event_at or dossier.answer_by)}"
    return f"Hẹn trả {moment(dossier.due_at)}"


def _action(dossier: Dossier) -> str:
    if is_citizens_turn(dossier):
        return "Mở hồ sơ để xem lý do và gửi bổ sung."
    return ""


def _draft(draft: Draft) -> Card:
    return Card(
        title=draft.procedure.plain_name,
        href=reverse("portal:draft", args=(draft.pk,)),
        code="",
        words="Bản nháp",
        kind="draft",
        due=f"Lưu lúc {moment(draft.saved_at)}. Giữ đến hết ngày {day(draft.expires_at)}",
        action="",
    )
