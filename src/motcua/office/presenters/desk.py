# SPDX-License-Identifier: EUPL-1.2
"""One dossier on the desk: who holds it, what may be done now, what was said and what happened."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from motcua.catalogue.queries import CompiledRevision
from motcua.core.deadlines import Deadline, explain
from motcua.core.forms import SummarySection, summary
from motcua.core.values import show_personal_id, show_phone
from motcua.core.workflow import Kind
from motcua.dossiers.decisions import Actor
from motcua.dossiers.models import Dossier, Event, SupplementRequest
from motcua.dossiers.queries import answers_of
from motcua.dossiers.slips import COLLECT
from motcua.dossiers.worklists import Desk
from motcua.office.actors import may_hold
from motcua.office.presenters.due import Due, due_of
from motcua.office.wording import ROLES, event_title, status_words
from motcua.theme.formats import moment

CHECKING = frozenset({Kind.RECEIVE, Kind.APPRAISE})


@dataclass(frozen=True, slots=True)
class Standing:
    """What this official may do with the dossier now.

    task: receive, appraise, sign, issue or hand_over where the official may do the open step, else "".
    """

    task: str
    mine: bool
    free: bool
    holder: str

    @property
    def may_take(self) -> bool:
        """Whether the button “Nhận hồ sơ” is shown."""
        return bool(self.task) and self.free

    @property
    def checks(self) -> bool:
        """Whether the checklist can be ticked."""
        return self.mine and self.task in CHECKING


@dataclass(frozen=True, slots=True)
class Fact:
    """As ui.summary_list takes it."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One page of the form with its answers."""

    title: str
    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """As ui.timeline takes it."""

    title: str
    state: str
    who: str
    at: datetime
    body: str


@dataclass(frozen=True, slots=True)
class EarlierRequest:
    """A request for supplements and what came back."""

    title: str
    items: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """The bar over everything."""

    name: str
    code: str
    procedure: str
    due: Due
    status: str
    kind: str


def identity_of(dossier: Dossier, now: datetime) -> Identity:
    """Whose dossier, which, and how much time is left."""
    status, kind = status_words(dossier)
    return Identity(
        dossier.applicant_name, dossier.code, dossier.procedure.plain_name, due_of(dossier, now), status, kind
    )


def standing_of(dossier: Dossier, actor: Actor, *, holder_gone: bool = False) -> Standing:
    """What the official may do now. holder_gone: who holds the dossier does not do this work any more."""
    return Standing(
        task=dossier.step_kind if may_hold(actor, dossier) else "",
        mine=dossier.assignee_id == actor.account_id,
        free=dossier.assignee_id is None or holder_gone,
        holder=dossier.assignee.full_name if dossier.assignee else "",
    )


def sections_of(dossier: Dossier, revision: CompiledRevision) -> tuple[Section, ...]:
    """The answers as the citizen gave them, ages counted as on the day of submission."""
    answers = answers_of(dossier)
    return tuple(_section(section) for section in summary(revision.form, answers) if section.rows)


def _section(section: SummarySection) -> Section:
    return Section(section.title, tuple(Fact(row.label, row.text) for row in section.rows))


def applicant_facts(dossier: Dossier) -> tuple[Fact, ...]:
    """Who applied and how to reach them."""
    contact: Mapping[str, str] = dossier.applicant_contact
    identifier, phone = dossier.applicant.personal_identifier, contact.get("phone", "")
    facts = (
        Fact("Người nộp", dossier.applicant_name, "Từ VNeID"),
        Fact("Số định danh", show_personal_id(identifier) if identifier else ""),
        Fact("Điện thoại", show_phone(phone) if phone else ""),
        Fact("Email", contact.get("email", "")),
        Fact("Nhận kết quả", COLLECT[dossier.delivery]),
    )
    return tuple(fact for fact in facts if fact.value)


def deadline_facts(dossier: Dossier) -> tuple[Fact, ...]:
    """The times that count for this dossier."""
    moments = (
        ("Nộp lúc", dossier.submitted_at),
        ("Trả lời tiếp nhận trước", None if dossier.received_at else dossier.answer_by),
        ("Tiếp nhận lúc", dossier.received_at),
        ("Hẹn trả kết quả", dossier.due_at),
        ("Hẹn trả lúc đầu", dossier.first_due_at if dossier.first_due_at != dossier.due_at else None),
        ("Tạm dừng từ", dossier.suspended_since),
        ("Hạn của bước này", dossier.next_event_at if dossier.step_kind else None),
        ("Trả kết quả lúc", dossier.returned_at),
    )
    return tuple(Fact(label, moment(at)) for label, at in moments if at)


def derivation_of(dossier: Dossier) -> tuple[str, ...]:
    """How the due date came about, sentence by sentence; empty before reception."""
    if not dossier.due_derivation:
        return ()
    return tuple(explain(step) for step in Deadline.from_json(dossier.due_derivation).derivation)


def happenings_of(events: tuple[Event, ...]) -> tuple[Happening, ...]:
    """What happened, newest first."""
    last = len(events) - 1
    return tuple(
        Happening(
            title=event_title(event.kind),
            state="current" if number == last else "done",
            who=_who(event),
            at=event.at,
            body=_said(event.details),
        )
        for number, event in reversed(list(enumerate(events)))
    )


def earlier_requests(desk: Desk) -> tuple[EarlierRequest, ...]:
    """What was asked before, with the answers."""
    return tuple(
        EarlierRequest(
            f"Yêu cầu bổ sung gửi lúc {moment(request.asked_at)}",
            tuple(
                Fact(item["name"], item["reason"], _answer(request, item["item"])) for item in request.items
            ),
        )
        for request in desk.earlier_requests
    )


def _answer(request: SupplementRequest, item: str) -> str:
    answer = request.answer.get(item)
    if not answer:
        return "Người dân chưa trả lời"
    sent = "Đã gửi tệp mới" if answer.get("file") else "Không gửi tệp"
    return f"{sent}. Lời nhắn: {answer['note']}" if answer.get("note") else sent


def _who(event: Event) -> str:
    role = ROLES.get(event.actor_role, event.actor_role)
    return f"{event.actor.full_name}, {role}" if event.actor else role


def _said(details: Mapping[str, object]) -> str:
    """The words of an event: its reason, its number, who collected."""
    parts = (("reason", ""), ("number", "Số "), ("collector", "Người nhận: "))
    return "; ".join(f"{before}{details[name]}" for name, before in parts if details.get(name))
