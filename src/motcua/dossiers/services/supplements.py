# SPDX-License-Identifier: EUPL-1.2
"""The citizen's answer to a request for supplements: only what was asked, everything else stays."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Max

from motcua.catalogue.queries import compiled
from motcua.core.deadlines import Suspension, compute_deadline
from motcua.core.values import Problem, Refusal
from motcua.core.workflow import Status
from motcua.documents.models import StoredFile
from motcua.documents.services import store_upload
from motcua.dossiers.events import DossierStopped, SupplementSent
from motcua.dossiers.models import Dossier, DossierFile, Event, SupplementRequest
from motcua.dossiers.services.drafts import assembled_file
from motcua.dossiers.services.history import remember
from motcua.dossiers.services.standing import advance, does_step, lock_dossier, place, save
from motcua.dossiers.services.transactions import all_or_nothing, for_citizen
from motcua.dossiers.slips import CHANNELS
from motcua.organisations.queries import working_calendar
from motcua.outbox.services import publish

CLOSED = Refusal("not_waiting", "Hồ sơ này không còn chờ bổ sung. Tải lại trang để xem tình trạng mới.")


def answer_supplement(
    *,
    dossier_id: UUID,
    account_id: int,
    files: Mapping[str, Sequence[tuple[str, bytes]]],
    notes: Mapping[str, str],
    now: datetime,
) -> Dossier | tuple[Problem, ...] | Refusal:
    """Sends the answer. files: item key → (name, bytes) in order; notes: item key → the person's words.

    Each asked item needs a file or a note ("tôi không có giấy này"); an item nobody asked for is ignored.
    """
    request = SupplementRequest.objects.filter(dossier_id=dossier_id, answered_at=None).first()
    if request is None:
        return CLOSED
    stored, problems = _store(request, files, now)
    unanswered = [
        Problem(item["item"], "missing", f"Gửi tệp hoặc viết lời giải thích cho: {item['name']}")
        for item in request.items
        if item["item"] not in stored and not notes.get(item["item"], "").strip()
    ]
    if problems or unanswered:
        return (*problems, *unanswered)
    return for_citizen(_record(dossier_id, account_id, request.pk, stored, notes, now))


def _store(
    request: SupplementRequest, files: Mapping[str, Sequence[tuple[str, bytes]]], now: datetime
) -> tuple[dict[str, StoredFile], list[Problem]]:
    """Reads and stores the files before the transaction; what cannot be read is a problem at its item."""
    stored: dict[str, StoredFile] = {}
    problems: list[Problem] = []
    for item in request.items:
        key = item["item"]
        read = [store_upload(name, content, place=key, now=now) for name, content in files.get(key, ())]
        wrong = [part for part in read if isinstance(part, Problem)]
        right = [part for part in read if isinstance(part, StoredFile)]
        problems.extend(wrong)
        if right and not wrong:
            stored[key] = assembled_file(right, now=now)
    return stored, problems


@all_or_nothing
def _record(
    dossier_id: UUID,
    account_id: int,
    request_id: int,
    stored: Mapping[str, StoredFile],
    notes: Mapping[str, str],
    now: datetime,
) -> Dossier | Refusal:
    dossier = lock_dossier(dossier_id)
    request = SupplementRequest.objects.select_for_update().get(pk=request_id)
    if request.answered_at or dossier.status != Status.SUPPLEMENT or dossier.applicant_id != account_id:
        return CLOSED
    for item in request.items:
        if item["item"] in stored:
            _add_version(dossier, item, stored[item["item"]], now)
    request.answered_at = now
    request.answer = {
        item["item"]: {"file": item["item"] in stored, "note": notes.get(item["item"], "").strip()[:2000]}
        for item in request.items
    }
    request.save(update_fields=["answered_at", "answer"])
    progress = advance(dossier, "sent")
    if isinstance(progress, Refusal):
        return progress
    if refusal := _resume_clock(dossier, now):
        return refusal
    place(
        dossier, progress.active, Status.SUPPLEMENT if dossier.received_at is None else Status.PROCESSING, now
    )
    if does_step(dossier, request.asked_by_id, now):
        dossier.assignee_id = request.asked_by_id  # The official who asked knows the dossier best.
    save(dossier)
    remember(
        dossier,
        kind="supplement_sent",
        now=now,
        actor_id=dossier.applicant_id,
        role="applicant",
        details={"items": [item["name"] for item in request.items]},
    )
    publish(SupplementSent(dossier_id=dossier.pk, at=now))
    return dossier


def _add_version(dossier: Dossier, item: Mapping[str, str], stored: StoredFile, now: datetime) -> None:
    component = item["item"].partition(":")[2]
    newest = DossierFile.objects.filter(dossier=dossier, component=component).aggregate(Max("version"))
    DossierFile.objects.create(
        dossier=dossier,
        component=component,
        name=item["name"][:200],
        version=(newest["version__max"] or 0) + 1,
        stored=stored,
        added_at=now,
    )


def _resume_clock(dossier: Dossier, now: datetime) -> Refusal | None:
    """The due date moves by the working time of all suspensions, each with its basis (R-079)."""
    if dossier.received_at is None or dossier.suspended_since is None:
        dossier.suspended_since = None
        return None
    revision = compiled(dossier.revision_id)
    deadline = compute_deadline(
        dossier.received_at,
        revision.content.limit(CHANNELS[dossier.channel]),
        working_calendar(dossier.unit),
        suspensions=[*_past_suspensions(dossier), Suspension(dossier.suspended_since, now, "Mẫu 02")],
        cut_off=revision.content.cut_off,
    )
    if isinstance(deadline, Refusal):
        return deadline
    dossier.due_at = deadline.due_at
    dossier.due_derivation = deadline.to_json()
    dossier.suspended_since = None
    return None


def _past_suspensions(dossier: Dossier) -> list[Suspension]:
    asked: datetime | None = None
    found: list[Suspension] = []
    for event in Event.objects.filter(dossier=dossier, at__gt=dossier.received_at).order_by("at", "id"):
        if event.kind == "supplement_asked":
            asked = event.at
        elif event.kind == "supplement_sent" and asked:
            found.append(Suspension(asked, event.at, "Mẫu 02"))
            asked = None
    return found


@all_or_nothing
def expire_supplement(*, dossier_id: UUID, now: datetime) -> bool | Refusal:
    """Stops a dossier whose time for supplements has run out. Returns whether it did."""
    dossier = lock_dossier(dossier_id)
    waiting = dossier.status == Status.SUPPLEMENT and dossier.step_role == "applicant"
    if not waiting or dossier.next_event_at is None or dossier.next_event_at > now:
        return False
    progress = advance(dossier, "expired")
    if isinstance(progress, Refusal):
        return progress
    place(dossier, progress.active, Status.STOPPED, now)
    dossier.finished_at, dossier.suspended_since = now, None
    save(dossier)
    remember(dossier, kind="supplement_expired", now=now, role="system")
    publish(DossierStopped(dossier_id=dossier.pk, at=now))
    return True
