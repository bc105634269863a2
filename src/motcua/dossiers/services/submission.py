# SPDX-License-Identifier: EUPL-1.2
"""Submitting: a draft becomes exactly one dossier, however often the button is pressed."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.catalogue.content import needed_components
from motcua.catalogue.queries import CompiledRevision, compiled
from motcua.core.conditions import with_today
from motcua.core.deadlines import VIETNAM, next_working_moment
from motcua.core.forms import Evaluation, evaluate
from motcua.core.values import Problem, Refusal, fold
from motcua.core.workflow import Status, available, start
from motcua.dossiers.events import DossierSubmitted
from motcua.dossiers.models import Dossier, DossierFile, Draft, DraftPaper
from motcua.dossiers.numbering import allocate_dossier_code, tracking_digits
from motcua.dossiers.services.drafts import GONE, remove_draft
from motcua.dossiers.services.history import remember
from motcua.dossiers.services.standing import answer_time, place
from motcua.dossiers.services.transactions import all_or_nothing, for_citizen
from motcua.identity.models import Account
from motcua.organisations.queries import working_calendar
from motcua.outbox.services import publish
from motcua.workflow.models import Instance


@dataclass(frozen=True, slots=True)
class Submitted:
    """The answer to a submit. `again` is true when the dossier was there already."""

    dossier_id: UUID
    code: str
    submitted_at: datetime
    again: bool


@dataclass(frozen=True, slots=True)
class Submission:
    """What the person says on the check page besides the answers."""

    delivery: str  # electronic, counter or post
    phone: str
    email: str


def submit(
    *, draft_id: UUID, account: Account, submission: Submission, now: datetime
) -> Submitted | tuple[Problem, ...] | Refusal:
    """Makes the draft a dossier. A second call, also at the same moment, gets the same answer."""
    return for_citizen(_submit(draft_id, account, submission, now))


@all_or_nothing
def _submit(
    draft_id: UUID, account: Account, submission: Submission, now: datetime
) -> Submitted | tuple[Problem, ...] | Refusal:
    draft = (
        Draft.objects.select_for_update(of=("self",))
        .select_related("unit__calendar")
        .filter(pk=draft_id, account=account)
        .first()
    )
    if draft is None:
        return _earlier(draft_id, account) or GONE
    revision = compiled(draft.revision_id)
    evaluation = evaluate(revision.form, with_today(draft.answers, now.astimezone(VIETNAM).date()))
    papers = list(DraftPaper.objects.filter(draft=draft).select_related("stored"))
    problems = problems_of(draft, revision, evaluation, papers)
    if problems:
        return problems
    dossier = _create(draft, revision, evaluation, account, submission, now)
    needed = {need.component.id for need in needed_components(revision.content, evaluation.answers)}
    _take_papers(dossier, [paper for paper in papers if paper.component in needed], now)
    remove_draft(draft.pk)
    remember(dossier, kind="submitted", now=now, actor_id=account.pk, role="applicant")
    publish(DossierSubmitted(dossier_id=dossier.pk, at=now))
    return Submitted(dossier.pk, dossier.code, now, again=False)


def problems_of(
    draft: Draft, revision: CompiledRevision, evaluation: Evaluation, papers: list[DraftPaper]
) -> tuple[Problem, ...]:
    """What still keeps a draft from being submitted; place is a question id, "component:<id>" or "unit"."""
    if evaluation.ineligible:
        return (evaluation.ineligible,)
    questions = (revision.form.question(name) for name in evaluation.missing)
    missing = [
        Problem(question.id, "missing", f"Chưa trả lời: {question.label}")
        for question in questions
        if question
    ]
    sent = {paper.component for paper in papers}
    lacking = [
        Problem(f"component:{need.component.id}", "missing", f"Chưa gửi: {need.component.plain_name}")
        for need in needed_components(revision.content, evaluation.answers)
        if need.state == "to_send" and need.component.id not in sent
    ]
    unit = [] if draft.unit_id else [Problem("unit", "missing", "Chọn nơi giải quyết hồ sơ")]
    return (*unit, *missing, *lacking)


def _earlier(draft_id: UUID, account: Account) -> Submitted | None:
    dossier = Dossier.objects.filter(pk=draft_id, applicant=account).first()
    if dossier is None:
        return None
    return Submitted(dossier.pk, dossier.code, dossier.submitted_at, again=True)


def _create(
    draft: Draft,
    revision: CompiledRevision,
    evaluation: Evaluation,
    account: Account,
    submission: Submission,
    now: datetime,
) -> Dossier:
    assert draft.unit is not None  # problems_of has seen to it
    state = start(revision.engine)
    active = available(revision.engine, state)
    dossier = Dossier(
        id=draft.pk,
        province=draft.province,
        code=allocate_dossier_code(draft.unit, now),
        tracking_digits=tracking_digits(),
        procedure_id=draft.procedure_id,
        revision_id=draft.revision_id,
        unit=draft.unit,
        applicant=account,
        applicant_name=account.full_name,
        applicant_contact={"phone": submission.phone, "email": submission.email},
        answers=evaluation.answers,
        delivery=submission.delivery,
        submitted_at=now,
        # Official time of receipt (NĐ 45/2020 Điều 11): the next working moment.
        official_received_at=next_working_moment(working_calendar(draft.unit), now),
    )
    dossier.search_text = fold(f"{dossier.code} {account.full_name} {account.personal_identifier}")
    dossier.answer_by = answer_time(dossier, now)
    place(dossier, active, Status.NEW, now)
    dossier.save(force_insert=True)
    Instance.objects.create(
        dossier_id=dossier.pk,
        revision_id=draft.revision_id,
        state=state,
        active=[{"step": s.step_id, "role": s.role, "kind": s.kind} for s in active],
    )
    return dossier


def _take_papers(dossier: Dossier, papers: list[DraftPaper], now: datetime) -> None:
    DossierFile.objects.bulk_create(
        DossierFile(
            dossier=dossier,
            component=paper.component,
            name=paper.name,
            stored_id=paper.stored_id,
            added_at=now,
        )
        for paper in papers
    )
