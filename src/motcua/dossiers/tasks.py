# SPDX-License-Identifier: EUPL-1.2
"""Slow work after the commit: PDFs of slips, signatures on results, and the passing of time."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from procrastinate.contrib.django import app

from motcua.core.deadlines import VIETNAM
from motcua.core.values import Refusal
from motcua.core.workflow import Status
from motcua.documents.queries import file_content
from motcua.documents.rendering import render_named
from motcua.documents.services import store_generated
from motcua.dossiers.models import Dossier, Paper, PaperKind, Result
from motcua.dossiers.rendering import render_result
from motcua.dossiers.services.purging import purge_expired_drafts, purge_files
from motcua.dossiers.services.results import record_sealed_file, record_signed_file
from motcua.dossiers.services.supplements import expire_supplement
from motcua.signatures.ports import FIELD_PERSON, FIELD_SEAL
from motcua.signatures.services import sign_document
from motcua.signatures.stamps import person_stamp, seal_stamp

TEMPLATES = {PaperKind.RECEIPT: "mau_01", PaperKind.SUPPLEMENT: "mau_02", PaperKind.REFUSAL: "mau_03"}
PDF = "application/pdf"


class SignatureRefused(Exception):
    """The signer gave no signature. The job is tried again and shows up in the list of failed jobs."""


class ProcessRefused(Exception):
    """The process did not take the next step. The job is tried again and shows up in the list of failed jobs."""


def make_slip(event: Mapping[str, Any]) -> None:
    """Makes the PDF of a slip and seals it with the unit's certificate. event: {"paper_id"}."""
    paper = Paper.objects.select_related("dossier__unit").get(pk=event["paper_id"])
    if paper.stored_id:
        return
    rendered = render_named(
        TEMPLATES[PaperKind(paper.kind)], paper.data, dated=paper.issued_at.astimezone(VIETNAM).date()
    )
    unit = paper.dossier.unit
    sealed = sign_document(
        rendered.content,
        key=f"unit:{unit.code}",
        field=FIELD_SEAL,
        reason=PaperKind(paper.kind).label,
        signed_at=paper.issued_at,
        visible=seal_stamp(unit.name, paper.issued_at),
    )
    paper.stored = store_generated(_signed(sealed), media_type=PDF, pages=rendered.pages, now=timezone.now())
    paper.save(update_fields=["stored"])


def sign_result(event: Mapping[str, Any]) -> None:
    """Makes the final page of a result and puts the leader's signature on it. event: {"result_id"}."""
    result = _result(event["result_id"])
    if result.signed_file_id:
        return
    assert result.signed_by  # the event is published by the decision to sign
    assert result.signed_at
    rendered = render_result(result, dated=result.signed_at)
    signed = sign_document(
        rendered.content,
        key=f"account:{result.signed_by_id}",
        field=FIELD_PERSON,
        reason=f"Ký ban hành {result.name}",
        signed_at=result.signed_at,
        visible=person_stamp(result.signed_by.full_name, result.dossier.unit.name, result.signed_at),
    )
    stored = store_generated(_signed(signed), media_type=PDF, pages=rendered.pages, now=timezone.now())
    _moved(record_signed_file(result_id=result.pk, stored=stored, now=timezone.now()))


def seal_result(event: Mapping[str, Any]) -> None:
    """Puts the agency's seal on a signed result. event: {"result_id"}."""
    result = _result(event["result_id"])
    if result.dossier.step_kind != "issue":
        return
    assert result.signed_file  # the process reached the clerk with the signed file
    assert result.issued_at
    content = file_content(result.signed_file.sha256)
    assert content is not None  # the store lost a file it had acknowledged
    unit = result.dossier.unit
    sealed = sign_document(
        content,
        key=f"unit:{unit.code}",
        field=FIELD_SEAL,
        reason=f"Đóng dấu {result.name}",
        signed_at=result.issued_at,
        visible=seal_stamp(unit.name, result.issued_at),
    )
    stored = store_generated(
        _signed(sealed), media_type=PDF, pages=result.signed_file.pages, now=timezone.now()
    )
    _moved(record_sealed_file(result_id=result.pk, stored=stored, now=timezone.now()))


@app.periodic(cron="*/10 * * * *")
@app.task(name="dossiers.pass_time", queueing_lock="dossiers.pass_time", pass_context=False)
def pass_time(timestamp: int) -> None:
    """Every ten minutes: dossiers whose time for supplements has run out are stopped, each by a job of its own."""
    for dossier_id in _expired_supplements(datetime.fromtimestamp(timestamp, tz=UTC)):
        stop_unanswered.defer(dossier_id=str(dossier_id), timestamp=timestamp)


@app.task(name="dossiers.stop_unanswered")
def stop_unanswered(*, dossier_id: str, timestamp: int) -> None:
    """Stops one dossier. What keeps it from being stopped shows in the list of failed jobs and keeps no other."""
    stopped = expire_supplement(dossier_id=UUID(dossier_id), now=datetime.fromtimestamp(timestamp, tz=UTC))
    _moved(stopped if isinstance(stopped, Refusal) else None)


@app.periodic(cron="20 2 * * *")
@app.task(name="dossiers.forget", queueing_lock="dossiers.forget")
def forget(timestamp: int) -> None:
    """Every night: expired drafts and files nobody holds are removed, as the privacy page promises."""
    now = datetime.fromtimestamp(timestamp, tz=UTC)
    purge_expired_drafts(now=now)
    purge_files(now=now)


def _expired_supplements(now: datetime) -> list[UUID]:
    waiting = Dossier.objects.filter(status=Status.SUPPLEMENT, ball="citizen", next_event_at__lte=now)
    return list(waiting.values_list("pk", flat=True))


def _result(result_id: int) -> Result:
    return Result.objects.select_related(
        "dossier__unit", "dossier__procedure", "signed_by", "signed_file"
    ).get(pk=result_id)


def _moved(outcome: Refusal | None) -> None:
    if outcome:
        raise ProcessRefused(outcome.message)


def _signed(outcome: bytes | Refusal) -> bytes:
    if isinstance(outcome, Refusal):
        raise SignatureRefused(outcome.message)
    return outcome
