# SPDX-License-Identifier: EUPL-1.2
"""From appraisal to return: draft result, signing, numbering and sealing, handing over.

Signing and issuing are decisions recorded here. The files are made after the commit by tasks, and the process moves on
only when the file is there: nobody is told of a result that does not exist.
"""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from motcua.catalogue.queries import compiled
from motcua.core.values import Refusal
from motcua.core.workflow import Status
from motcua.documents.models import StoredFile
from motcua.dossiers.decisions import Actor, refuse_act, refuse_refusal
from motcua.dossiers.events import DossierFinished, DossierReturned, ResultApproved, ResultIssued
from motcua.dossiers.models import Dossier, Result, ResultState
from motcua.dossiers.numbering import allocate_yearly_number, readable_code
from motcua.dossiers.services.history import remember
from motcua.dossiers.services.standing import advance, does_step, lock_dossier, place, save, standing_of
from motcua.dossiers.services.transactions import all_or_nothing
from motcua.outbox.services import publish
from motcua.signatures.services import refuse_signing

VERIFY_CODE_LENGTH = 12


@all_or_nothing
def prepare_result(
    *, dossier_id: UUID, actor: Actor, output: str, data: Mapping[str, str], now: datetime
) -> Result | Refusal:
    """Keeps a draft of the result; saving again before signing changes the same draft."""
    dossier = lock_dossier(dossier_id)
    if refusal := refuse_act(standing_of(dossier), actor, ["appraise"], dossier.step_kind):
        return refusal
    described = compiled(dossier.revision_id).content.result(output)
    if described is None:
        return Refusal("unknown_output", "Dịch vụ này không có loại kết quả đã chọn.")
    result = _open_result(dossier) or Result(
        dossier=dossier,
        version=Result.objects.filter(dossier=dossier).count() + 1,
        verify_code=readable_code(VERIFY_CODE_LENGTH),
    )
    result.output, result.name, result.data = output, described.name, dict(data)
    result.prepared_by_id, result.prepared_at = actor.account_id, now
    result.state = ResultState.DRAFT
    result.save()
    remember(
        dossier,
        kind="result_prepared",
        now=now,
        actor_id=actor.account_id,
        role="specialist",
        details={"result": result.pk, "version": result.version},
    )
    return result


@all_or_nothing
def submit_for_signing(*, dossier_id: UUID, actor: Actor, now: datetime) -> Dossier | Refusal:
    """The specialist is done: the draft goes to the leader."""
    dossier = lock_dossier(dossier_id)
    if refusal := refuse_act(standing_of(dossier), actor, ["appraise"], dossier.step_kind):
        return refusal
    result = _open_result(dossier)
    if result is None:
        return Refusal("no_draft", "Lập dự thảo kết quả trước khi trình ký.")
    result.state = ResultState.SUBMITTED
    result.save(update_fields=["state"])
    return _move(dossier, "approve", "submitted_for_signing", actor, "specialist", now)


@all_or_nothing
def return_for_changes(*, dossier_id: UUID, actor: Actor, reason: str, now: datetime) -> Dossier | Refusal:
    """The leader sends the draft back to the specialist with a reason."""
    dossier = lock_dossier(dossier_id)
    if refusal := (
        refuse_act(standing_of(dossier), actor, ["sign"], dossier.step_kind) or refuse_refusal(reason)
    ):
        return refusal
    result = _open_result(dossier)
    if result is None or result.state != ResultState.SUBMITTED:
        return Refusal("already_signed", "Văn bản này đã ký, không trả lại được.")
    result.state = ResultState.DRAFT
    result.save(update_fields=["state"])
    moved = _move(dossier, "return", "returned_for_changes", actor, "leader", now, reason=reason)
    if isinstance(moved, Dossier) and does_step(dossier, result.prepared_by_id, now):
        Dossier.objects.filter(pk=dossier.pk).update(assignee_id=result.prepared_by_id)
    return moved


@all_or_nothing
def approve_result(*, dossier_id: UUID, actor: Actor, now: datetime) -> Result | Refusal:
    """The leader decides to sign. The number is given now, because a signed page cannot be written on (ADR 0006).

    Deciding again while the signed file is not there asks for it once more: number and time stay.
    """
    dossier = lock_dossier(dossier_id)
    if refusal := refuse_act(standing_of(dossier), actor, ["sign"], dossier.step_kind):
        return refusal
    result = Result.objects.select_for_update().get(pk=_newest_result_id(dossier))
    if result.state == ResultState.SIGNED:
        publish(ResultApproved(dossier_id=dossier.pk, result_id=result.pk, at=now))
        return result
    if result.state != ResultState.SUBMITTED:
        return Refusal("not_submitted", "Dự thảo chưa được trình ký.")
    if refusal := refuse_signing(f"account:{actor.account_id}"):
        return refusal
    result.state = ResultState.SIGNED
    result.number = allocate_yearly_number(dossier.unit, "result", f"KQ-{dossier.procedure.code}", now)
    result.signed_by_id, result.signed_at = actor.account_id, now
    result.save(update_fields=["state", "number", "signed_by", "signed_at"])
    remember(
        dossier,
        kind="result_approved",
        now=now,
        actor_id=actor.account_id,
        role="leader",
        details={"result": result.pk, "number": result.number},
    )
    publish(ResultApproved(dossier_id=dossier.pk, result_id=result.pk, at=now))
    return result


@all_or_nothing
def record_signed_file(*, result_id: int, stored: StoredFile, now: datetime) -> Refusal | None:
    """The signed file exists: the dossier goes on to the clerk. Running twice changes nothing."""
    result = Result.objects.get(pk=result_id)
    dossier = lock_dossier(result.dossier_id)
    if dossier.step_kind != "sign":
        return None
    Result.objects.filter(pk=result_id).update(signed_file=stored)
    moved = _move(dossier, "sign", "result_signed", None, "system", now, result=result_id, sha256=stored.pk)
    return moved if isinstance(moved, Refusal) else None


@all_or_nothing
def issue_result(*, dossier_id: UUID, actor: Actor, now: datetime) -> Result | Refusal:
    """The clerk enters the result in the register and decides to seal it.

    Deciding again while the sealed file is not there asks for it once more.
    """
    dossier = lock_dossier(dossier_id)
    if refusal := refuse_act(standing_of(dossier), actor, ["issue"], dossier.step_kind):
        return refusal
    result = Result.objects.select_for_update().get(pk=_newest_result_id(dossier))
    if result.state == ResultState.ISSUED:
        publish(ResultIssued(dossier_id=dossier.pk, result_id=result.pk, at=now))
        return result
    if refusal := refuse_signing(f"unit:{dossier.unit.code}"):
        return refusal
    result.state = ResultState.ISSUED
    result.issued_by_id, result.issued_at = actor.account_id, now
    result.save(update_fields=["state", "issued_by", "issued_at"])
    remember(
        dossier,
        kind="result_issued",
        now=now,
        actor_id=actor.account_id,
        role="clerk",
        details={"result": result.pk, "number": result.number},
    )
    publish(ResultIssued(dossier_id=dossier.pk, result_id=result.pk, at=now))
    return result


@all_or_nothing
def record_sealed_file(*, result_id: int, stored: StoredFile, now: datetime) -> Refusal | None:
    """The sealed file exists: the dossier is finished, and an electronic result is returned at once (R-110)."""
    result = Result.objects.get(pk=result_id)
    dossier = lock_dossier(result.dossier_id)
    if dossier.step_kind != "issue":
        return None
    Result.objects.filter(pk=result_id).update(signed_file=stored)
    dossier.finished_at = now
    moved = _move(dossier, "issue", "finished", None, "system", now, result=result_id, sha256=stored.pk)
    if isinstance(moved, Dossier):
        publish(DossierFinished(dossier_id=dossier.pk, at=now))
        if dossier.delivery == "electronic":
            moved = _return(dossier, None, "system", now, how="electronic")
    return moved if isinstance(moved, Refusal) else None


@all_or_nothing
def hand_over(*, dossier_id: UUID, actor: Actor, collector: str, now: datetime) -> Dossier | Refusal:
    """The desk hands the paper over, or gives it to the post. collector: who took it, as written in the register."""
    dossier = lock_dossier(dossier_id)
    if refusal := refuse_act(standing_of(dossier), actor, ["hand_over"], dossier.step_kind):
        return refusal
    if not collector.strip():
        return Refusal("no_collector", "Ghi tên người nhận kết quả, hoặc mã bưu gửi.")
    return _return(dossier, actor, "one_stop", now, how=dossier.delivery, collector=collector.strip()[:200])


def _return(
    dossier: Dossier, actor: Actor | None, role: str, now: datetime, **details: object
) -> Dossier | Refusal:
    dossier.returned_at = now
    moved = _move(dossier, "returned", "returned", actor, role, now, **details)
    if isinstance(moved, Dossier):
        publish(DossierReturned(dossier_id=dossier.pk, at=now))
    return moved


# Where each outcome leads, in the words of the ten national codes.
_STATUS_AFTER = {
    "approve": Status.PROCESSING,
    "return": Status.PROCESSING,
    "sign": Status.PROCESSING,
    "issue": Status.FINISHED,
    "returned": Status.RETURNED,
}


def _move(
    dossier: Dossier,
    outcome: str,
    kind: str,
    actor: Actor | None,
    role: str,
    now: datetime,
    **details: object,
) -> Dossier | Refusal:
    progress = advance(dossier, outcome)
    if isinstance(progress, Refusal):
        return progress
    place(dossier, progress.active, _STATUS_AFTER[outcome], now)
    save(dossier)
    remember(
        dossier, kind=kind, now=now, actor_id=actor.account_id if actor else None, role=role, details=details
    )
    return dossier


def _open_result(dossier: Dossier) -> Result | None:
    return (
        Result.objects.select_for_update()
        .filter(dossier=dossier, state__in=[ResultState.DRAFT, ResultState.SUBMITTED])
        .first()
    )


def _newest_result_id(dossier: Dossier) -> int:
    return Result.objects.filter(dossier=dossier).order_by("-version").values_list("pk", flat=True)[0]
