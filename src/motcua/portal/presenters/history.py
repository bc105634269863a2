# SPDX-License-Identifier: EUPL-1.2
"""The timeline of a dossier in the applicant's words: what was done and by which office, never which person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.dossiers.queries import Dossier, Event
from motcua.theme.formats import moment

_TITLES = {
    "submitted": "Bạn nộp hồ sơ",
    "taken": "Cán bộ nhận hồ sơ để xem",
    "received": "Đã tiếp nhận hồ sơ",
    "supplement_asked": "Yêu cầu bạn bổ sung",
    "supplement_sent": "Bạn gửi bổ sung",
    "supplement_expired": "Hồ sơ dừng vì quá hạn bổ sung",
    "refused": "Từ chối giải quyết hồ sơ",
    "result_prepared": "Soạn dự thảo kết quả",
    "submitted_for_signing": "Trình lãnh đạo ký",
    "returned_for_changes": "Lãnh đạo yêu cầu sửa dự thảo",
    "result_signed": "Lãnh đạo đã ký",
    "finished": "Đã có kết quả",
    "returned": "Đã trả kết quả",
}
_ROLES = {
    "applicant": "Bạn",
    "one_stop": "Bộ phận Một cửa",
    "specialist": "Công chức chuyên môn",
    "leader": "Lãnh đạo",
    "clerk": "Văn thư",
}
# What is open now, by the kind of the step.
_OPEN = {
    "receive": ("Kiểm tra hồ sơ", "Bộ phận Một cửa"),
    "appraise": ("Giải quyết hồ sơ", "Công chức chuyên môn"),
    "consult": ("Hỏi ý kiến cơ quan liên quan", "Công chức chuyên môn"),
    "sign": ("Lãnh đạo ký kết quả", "Lãnh đạo"),
    "issue": ("Cấp số và đóng dấu", "Văn thư"),
    "hand_over": ("Trả kết quả", "Bộ phận Một cửa"),
    "supplement": ("Chờ bạn gửi bổ sung", "Bạn"),
    "pay": ("Chờ bạn nộp phí, thuế", "Bạn"),
}


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of ui.timeline."""

    title: str
    state: str
    who: str
    at: datetime | None = None
    due: str = ""
    body: str = ""


def history_of(dossier: Dossier, events: Sequence[Event]) -> tuple[Happening, ...]:
    """What has happened, oldest first, and what is open now. Changes of hand inside one step are told once."""
    told = [event for event in _without_repeats(events) if _is_told(event)]
    past = tuple(
        Happening(_TITLES[event.kind], "done", _who(dossier, event.actor_role), event.at, body=_body(event))
        for event in told
    )
    return (*past, *_open(dossier))


def _is_told(event: Event) -> bool:
    """Only the first taking is news: later ones pass the dossier from hand to hand within a step."""
    return event.kind in _TITLES and (event.kind != "taken" or event.actor_role == "one_stop")


def _without_repeats(events: Sequence[Event]) -> list[Event]:
    """Leaves out what repeats the event before it, such as a draft saved again."""
    return [event for place, event in enumerate(events) if place == 0 or event.kind != events[place - 1].kind]


def _open(dossier: Dossier) -> tuple[Happening, ...]:
    step = _OPEN.get(dossier.step_kind)
    if step is None or dossier.returned_at is not None:
        return ()
    title, role = step
    who = role if role == "Bạn" else f"{role}, {dossier.unit.name}"
    due = f"Hạn {moment(dossier.next_event_at)}" if dossier.next_event_at else ""
    return (Happening(title, "current", who, due=due),)


def _who(dossier: Dossier, role: str) -> str:
    if role == "applicant":
        return "Bạn"
    return f"{_ROLES[role]}, {dossier.unit.name}" if role in _ROLES else dossier.unit.name


def _body(event: Event) -> str:
    """The officer's own words where the person has a right to them."""
    details: Mapping[str, object] = event.details
    if event.kind == "refused":
        return f"Lý do: {details.get('reason', '')}"
    if event.kind == "supplement_asked":
        return "; ".join(f"{name}: {reason}" for name, reason in _asked(details))
    if event.kind == "returned" and details.get("collector"):
        return f"Người nhận: {details['collector']}"
    return ""


def _asked(details: Mapping[str, object]) -> list[tuple[str, str]]:
    items = details.get("items")
    found = items if isinstance(items, list) else []
    return [(str(item["name"]), str(item["reason"])) for item in found if isinstance(item, dict)]
