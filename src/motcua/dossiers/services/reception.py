# SPDX-License-Identifier: EUPL-1.2
"""The office's side: take, check, then one of three outcomes, each with its slip (R-052)."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from motcua.catalogue.queries import CompiledRevision, compiled
from motcua.core.deadlines import compute_deadline
from motcua.core.fees import assess
from motcua.core.values import Refusal
from motcua.core.workflow import Status
from motcua.dossiers.checklist import Item, checklist_of
from motcua.dossiers.decisions import (
    Actor,
    ItemVerdict,
    lacking_items,
    refuse_act,
    refuse_outcome_of_check,
    refuse_receipt,
    refuse_refusal,
    refuse_supplement,
    refuse_take,
)
from motcua.dossiers.events import DossierReceived, DossierRefused, SupplementAsked
from motcua.dossiers.models import Check, Dossier, DossierFile, PaperKind, SupplementRequest
from motcua.dossiers.queries import answers_of
from motcua.dossiers.services.history import remember
from motcua.dossiers.services.papers import issue_slip
from motcua.dossiers.services.standing import (
    advance,
    holder_is_gone,
    lock_dossier,
    place,
    save,
    standing_of,
)
from motcua.dossiers.services.transactions import all_or_nothing
from motcua.dossiers.slips import CHANNELS, paper_items, receipt_slip, refusal_slip, supplement_slip
from motcua.dossiers.waiting import supplement_due
from motcua.organisations.queries import working_calendar
from motcua.outbox.services import publish

CHECKING_STEPS = ("receive", "appraise")


@all_or_nothing
def take(*, dossier_id: UUID, actor: Actor, now: datetime) -> Dossier | Refusal:
    """Makes an official the one who holds the dossier. Taking it again is harmless.

    What somebody holds who does not do this work any more is free to take.
    """
    dossier = lock_dossier(dossier_id)
    if refusal := refuse_take(standing_of(dossier, holder_gone=holder_is_gone(dossier, now)), actor):
        return refusal
    if dossier.assignee_id == actor.account_id:
        return dossier
    dossier.assignee_id = actor.account_id
    if dossier.status == Status.RECEIVED:
        dossier.status = Status.PROCESSING
    dossier.last_event_at = now
    save(dossier)
    remember(dossier, kind="taken", now=now, actor_id=actor.account_id, role=dossier.step_role)
    return dossier


@all_or_nothing
def put_back(*, dossier_id: UUID, actor: Actor, now: datetime) -> Dossier | Refusal:
    """Gives a dossier back to its unit's common queue."""
    dossier = lock_dossier(dossier_id)
    if refusal := refuse_act(standing_of(dossier), actor, [dossier.step_kind], dossier.step_kind):
        return refusal
    dossier.assignee = None
    dossier.last_event_at = now
    save(dossier)
    remember(dossier, kind="put_back", now=now, actor_id=actor.account_id, role=dossier.step_role)
    return dossier


@all_or_nothing
def record_checks(
    *, dossier_id: UUID, actor: Actor, verdicts: Mapping[str, ItemVerdict], now: datetime
) -> Refusal | None:
    """Keeps the ticks made so far; they may be changed until an outcome is sent."""
    dossier = lock_dossier(dossier_id)
    if refusal := refuse_act(standing_of(dossier), actor, CHECKING_STEPS, dossier.step_kind):
        return refusal
    _store_verdicts(dossier, actor, verdicts, now)
    return None


@all_or_nothing
def receive(
    *, dossier_id: UUID, actor: Actor, verdicts: Mapping[str, ItemVerdict], now: datetime
) -> Dossier | Refusal:
    """Receives a dossier: the legal clock starts and Mẫu 01 says when the result comes."""
    dossier = lock_dossier(dossier_id)
    revision = compiled(dossier.revision_id)
    items, sent = _items(dossier, revision)
    if refusal := (
        refuse_act(standing_of(dossier), actor, ["receive"], dossier.step_kind)
        or refuse_outcome_of_check(verdicts, [item.key for item in items])
        or refuse_receipt(lacking_items(verdicts.values()))
        or _start_clock(dossier, revision, now)
    ):
        return refusal
    _store_verdicts(dossier, actor, verdicts, now)
    progress = advance(dossier, "accept")
    if isinstance(progress, Refusal):
        return progress
    place(dossier, progress.active, Status.RECEIVED, now)
    save(dossier)
    fees = assess(revision.content.fees, dossier.answers, CHANNELS[dossier.channel]).lines
    listed = paper_items(revision.content, sent)
    paper = issue_slip(
        dossier,
        PaperKind.RECEIPT,
        actor,
        now,
        lambda number: receipt_slip(
            dossier,
            revision.content,
            number=number,
            items=listed,
            fees=fees,
            receiver=actor.name,
            now=now,
        ),
    )
    _remember(dossier, "received", actor, "one_stop", now, due_at=dossier.due_at, paper=paper.pk)
    publish(DossierReceived(dossier_id=dossier.pk, paper_id=paper.pk, at=now))
    return dossier


@all_or_nothing
def ask_supplement(
    *, dossier_id: UUID, actor: Actor, verdicts: Mapping[str, ItemVerdict], now: datetime
) -> Dossier | Refusal:
    """Asks once for everything that is lacking; the legal clock stops while the citizen has the ball (R-079)."""
    dossier = lock_dossier(dossier_id)
    revision = compiled(dossier.revision_id)
    items, _ = _items(dossier, revision)
    lacking = lacking_items(verdicts.values())
    asked_before = SupplementRequest.objects.filter(dossier=dossier, stage=dossier.step).exists()
    if refusal := (
        refuse_act(standing_of(dossier), actor, CHECKING_STEPS, dossier.step_kind)
        or refuse_outcome_of_check(verdicts, [item.key for item in items])
        or refuse_supplement(lacking, asked_before=asked_before)
    ):
        return refusal
    _store_verdicts(dossier, actor, verdicts, now)
    answer_by = supplement_due(dossier.unit, revision.content.supplement_days, now)
    if isinstance(answer_by, Refusal):
        return answer_by
    request = _new_request(dossier, actor, items, lacking, answer_by, now)
    role = dossier.step_role
    progress = advance(dossier, "supplement")
    if isinstance(progress, Refusal):
        return progress
    place(dossier, progress.active, Status.SUPPLEMENT, now)
    dossier.next_event_at = request.answer_by
    dossier.suspended_since = now if dossier.received_at else None
    save(dossier)
    paper = issue_slip(
        dossier,
        PaperKind.SUPPLEMENT,
        actor,
        now,
        lambda number: supplement_slip(
            dossier, revision.content, number=number, request=request, official=actor.name, now=now
        ),
    )
    _remember(
        dossier,
        "supplement_asked",
        actor,
        role,
        now,
        paper=paper.pk,
        answer_by=request.answer_by,
        items=request.items,
    )
    publish(SupplementAsked(dossier_id=dossier.pk, paper_id=paper.pk, at=now))
    return dossier


@all_or_nothing
def refuse(*, dossier_id: UUID, actor: Actor, reason: str, now: datetime) -> Dossier | Refusal:
    """Refuses a dossier with a reason in words (Mẫu 03)."""
    dossier = lock_dossier(dossier_id)
    revision = compiled(dossier.revision_id)
    if refusal := (
        refuse_act(standing_of(dossier), actor, CHECKING_STEPS, dossier.step_kind) or refuse_refusal(reason)
    ):
        return refusal
    _, sent = _items(dossier, revision)
    role, was_new = dossier.step_role, dossier.status == Status.NEW
    progress = advance(dossier, "refuse")
    if isinstance(progress, Refusal):
        return progress
    # Code 3 is only reached from code 1; whatever has been asked or received is stopped (code 8).
    place(dossier, progress.active, Status.NOT_RECEIVED if was_new else Status.STOPPED, now)
    dossier.finished_at = now
    save(dossier)
    listed = paper_items(revision.content, sent)
    paper = issue_slip(
        dossier,
        PaperKind.REFUSAL,
        actor,
        now,
        lambda number: refusal_slip(
            dossier,
            revision.content,
            number=number,
            items=listed,
            reason=reason,
            official=actor.name,
            now=now,
        ),
    )
    _remember(dossier, "refused", actor, role, now, paper=paper.pk, reason=reason)
    publish(DossierRefused(dossier_id=dossier.pk, paper_id=paper.pk, at=now))
    return dossier


def _new_request(
    dossier: Dossier,
    actor: Actor,
    items: Iterable[Item],
    lacking: Iterable[ItemVerdict],
    answer_by: datetime,
    now: datetime,
) -> SupplementRequest:
    names = {item.key: item.name for item in items}
    return SupplementRequest.objects.create(
        dossier=dossier,
        stage=dossier.step,
        items=[{"item": v.item, "name": names[v.item], "reason": v.reason} for v in lacking],
        asked_at=now,
        asked_by_id=actor.account_id,
        answer_by=answer_by,
    )


def _remember(dossier: Dossier, kind: str, actor: Actor, role: str, now: datetime, **details: object) -> None:
    remember(dossier, kind=kind, now=now, actor_id=actor.account_id, role=role, details=details)


def _items(dossier: Dossier, revision: CompiledRevision) -> tuple[tuple[Item, ...], list[str]]:
    sent = list(
        DossierFile.objects.filter(dossier=dossier).order_by("component").values_list("component", flat=True)
    )
    unique = list(dict.fromkeys(sent))
    return checklist_of(revision.content, answers_of(dossier), unique), unique


def _store_verdicts(
    dossier: Dossier, actor: Actor, verdicts: Mapping[str, ItemVerdict], now: datetime
) -> None:
    current = SupplementRequest.objects.filter(dossier=dossier).count() + 1
    Check.objects.bulk_create(
        [
            Check(
                dossier=dossier,
                item=verdict.item,
                round=current,
                verdict=verdict.verdict,
                reason=verdict.reason,
                official_id=actor.account_id,
                at=now,
            )
            for verdict in verdicts.values()
        ],
        update_conflicts=True,
        unique_fields=["dossier", "item", "round"],
        update_fields=["verdict", "reason", "official", "at"],
    )


def _start_clock(dossier: Dossier, revision: CompiledRevision, now: datetime) -> Refusal | None:
    """Due date from the revision's limit for the channel, by the unit's calendar."""
    deadline = compute_deadline(
        now,
        revision.content.limit(CHANNELS[dossier.channel]),
        working_calendar(dossier.unit),
        cut_off=revision.content.cut_off,
    )
    if isinstance(deadline, Refusal):
        return deadline
    dossier.received_at = now
    dossier.due_at = dossier.first_due_at = deadline.due_at
    dossier.due_derivation = deadline.to_json()
    return None
