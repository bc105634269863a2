# SPDX-License-Identifier: EUPL-1.2
"""How a due time stands on a row: date, words and a level for the bar."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localtime

from motcua.core.deadlines import RemainingKind, remaining
from motcua.dossiers.models import Ball, Dossier
from motcua.dossiers.services.standing import REMIND_TO_COLLECT
from motcua.organisations.queries import working_calendar

_LEVELS: Mapping[RemainingKind, str] = {
    RemainingKind.LATER: "plenty",
    RemainingKind.SOON: "soon",
    RemainingKind.TODAY: "today",
    RemainingKind.OVERDUE: "late",
}
# A result that waits at the desk: somebody calls the person.
_UNCOLLECTED = (f"Quá {REMIND_TO_COLLECT.days} ngày chưa nhận", "late")


@dataclass(frozen=True, slots=True)
class Due:
    """As ui.due takes it. level: plenty, soon, today, late, paused or done."""

    at: str
    words: str
    level: str


def due_of(dossier: Dossier, now: datetime) -> Due:
    """What must happen next with a dossier, and by when; `unit.calendar` must be loaded."""
    if dossier.returned_at or (dossier.finished_at and not dossier.step_kind):
        return Due(short_moment(dossier.returned_at or dossier.finished_at), "Đã xong", "done")
    if dossier.next_event_at is None:
        return Due("", "Không có hạn", "plenty")
    at = short_moment(dossier.next_event_at)
    if dossier.finished_at:
        uncollected = dossier.next_event_at < now
        return Due(at, *(_UNCOLLECTED if uncollected else ("Chờ người dân nhận", "paused")))
    if dossier.ball == Ball.CITIZEN:
        return Due(at, "Tạm dừng, chờ dân", "paused")
    left = remaining(working_calendar(dossier.unit), now, dossier.next_event_at)
    return Due(at, left.text, _LEVELS[left.kind])


def short_moment(at: datetime | None) -> str:
    """“16:30, 4/11”; empty for None. The year stands on the desk, not on a row."""
    if at is None:
        return ""
    there = localtime(at)
    return f"{there:%H:%M}, {there.day}/{there.month}"
