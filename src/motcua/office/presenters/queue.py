# SPDX-License-Identifier: EUPL-1.2
"""The rows of a worklist."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from motcua.dossiers.models import Dossier
from motcua.office.presenters.due import due_of, short_moment
from motcua.office.wording import status_words

TABS: Mapping[str, str] = {
    "mine": "Tôi đang giữ",
    "common": "Hàng chờ chung",
    "citizen": "Chờ người dân",
    "signing": "Chờ ký, phát hành",
    "return": "Chờ trả kết quả",
    "done": "Đã xong",
}
EMPTY: Mapping[str, str] = {
    "mine": "Bạn không giữ hồ sơ nào. Mở hàng chờ chung để nhận việc.",
    "common": "Hàng chờ chung đang trống.",
    "citizen": "Không có hồ sơ nào chờ người dân bổ sung.",
    "signing": "Không có hồ sơ nào chờ ký hoặc phát hành.",
    "return": "Không có kết quả nào chờ trả.",
    "done": "Đơn vị chưa có hồ sơ nào giải quyết xong.",
}


@dataclass(frozen=True, slots=True)
class Tab:
    """As ui.tabs takes it."""

    text: str
    href: str
    current: bool
    count: int | None


@dataclass(frozen=True, slots=True)
class Row:
    """As ui.queue_row takes it, with the address that takes the dossier."""

    due_at: str
    due_words: str
    due_level: str
    code: str
    href: str
    take: str
    procedure: str
    person: str
    status: str
    kind: str
    last_event: str


def tabs_of(current: str, counts: Mapping[str, int]) -> tuple[Tab, ...]:
    """The tabs in order; finished work is not counted, it only grows."""
    home = reverse("office:queue")
    return tuple(
        Tab(text, f"{home}?tab={name}", name == current, counts.get(name)) for name, text in TABS.items()
    )


def rows_of(dossiers: Iterable[Dossier], now: datetime) -> tuple[Row, ...]:
    """One row a dossier; procedure, assignee and unit.calendar must be loaded."""
    return tuple(row_of(dossier, now) for dossier in dossiers)


def row_of(dossier: Dossier, now: datetime) -> Row:
    """A dossier as a row."""
    due = due_of(dossier, now)
    status, kind = status_words(dossier)
    return Row(
        due_at=due.at,
        due_words=due.words,
        due_level=due.level,
        code=dossier.code,
        href=reverse("office:desk", args=[dossier.pk]),
        take=reverse("office:take", args=[dossier.pk]),
        procedure=dossier.procedure.plain_name,
        person=dossier.applicant_name,
        status=status,
        kind=kind,
        last_event=_last_event(dossier),
    )


def _last_event(dossier: Dossier) -> str:
    at = short_moment(dossier.last_event_at)
    return f"Nộp lúc {at}" if dossier.last_event_at == dossier.submitted_at else f"Cập nhật lúc {at}"
