"""The main job through the services alone: submitted, received, appraised, signed, issued, returned."""

import datetime as dt

import pytest
from django.db import transaction
from tests.documents.samples import jpeg
from tests.factories.dossiers import MONDAY, Office, office, submitted, verdicts
from tests.jobs import run_jobs

from motcua.audit.queries import verify_record
from motcua.channels.models import Message
from motcua.core.values import Refusal
from motcua.core.workflow import Status
from motcua.documents.queries import file_content
from motcua.dossiers.models import Dossier, Event, Paper, Result
from motcua.dossiers.services.reception import ask_supplement, receive, refuse, take
from motcua.dossiers.services.results import (
    approve_result,
    hand_over,
    issue_result,
    prepare_result,
    return_for_changes,
    submit_for_signing,
)
from motcua.dossiers.services.supplements import answer_supplement, expire_supplement
from motcua.signatures.queries import verify_stored
from motcua.signatures.verify import Verification

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)


def vietnam(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(f"{text}+07:00")


def received(at: Office, *, delivery: str = "electronic") -> Dossier:
    dossier = submitted(at.unit, delivery=delivery)
    take(dossier_id=dossier.pk, actor=at.desk, now=MONDAY + HOUR)
    outcome = receive(dossier_id=dossier.pk, actor=at.desk, verdicts=verdicts(), now=MONDAY + HOUR)
    assert isinstance(outcome, Dossier), outcome
    return outcome


def at_leader(at: Office, dossier: Dossier) -> None:
    take(dossier_id=dossier.pk, actor=at.specialist, now=MONDAY + DAY)
    prepare_result(
        dossier_id=dossier.pk,
        actor=at.specialist,
        output="ket-qua",
        data={"holder_name": "TRẦN THỊ THỬ", "purpose": "Kiểm thử"},
        now=MONDAY + DAY,
    )
    assert isinstance(
        submit_for_signing(dossier_id=dossier.pk, actor=at.specialist, now=MONDAY + DAY), Dossier
    )


def signed_and_issued(at: Office, dossier: Dossier) -> None:
    at_leader(at, dossier)
    take(dossier_id=dossier.pk, actor=at.leader, now=MONDAY + DAY)
    assert isinstance(approve_result(dossier_id=dossier.pk, actor=at.leader, now=MONDAY + DAY), Result)
    run_jobs()
    take(dossier_id=dossier.pk, actor=at.clerk, now=MONDAY + DAY)
    assert isinstance(issue_result(dossier_id=dossier.pk, actor=at.clerk, now=MONDAY + DAY + HOUR), Result)
    run_jobs()


def test_submission_starts_the_eight_hours_and_tells_the_citizen() -> None:
    at = office()
    dossier = submitted(at.unit)
    run_jobs()
    assert dossier.status == Status.NEW
    assert dossier.ball == "agency"
    # Monday 09:00 + 8 working hours (07:30–11:30, 13:30–17:30) = Tuesday 09:00.
    assert dossier.answer_by == dossier.next_event_at == vietnam("2026-11-03T09:00")
    message = Message.objects.get()
    assert message.template == "S01"
    assert dossier.code in message.body


def test_submission_at_night_counts_from_the_morning() -> None:
    dossier = submitted(office().unit, now=vietnam("2026-11-01T02:00"))
    assert dossier.official_received_at == vietnam("2026-11-02T07:30")
    assert dossier.answer_by == vietnam("2026-11-02T17:30")


def test_the_whole_job_ends_with_a_result_anyone_can_verify() -> None:
    at = office()
    dossier = received(at)
    assert dossier.due_at == vietnam("2026-11-05T17:30")
    signed_and_issued(at, dossier)
    dossier.refresh_from_db()
    assert dossier.status == Status.RETURNED
    assert dossier.ball == "nobody"
    assert dossier.next_event_at is None
    result = Result.objects.get()
    assert result.signed_file is not None
    content = file_content(result.signed_file.sha256)
    assert content is not None
    checked = verify_stored(content)
    assert isinstance(checked, Verification)
    assert checked.genuine
    assert [signature.field for signature in checked.signatures] == ["NguoiKy", "ConDau"]
    kinds = list(Event.objects.order_by("id").values_list("kind", flat=True))
    assert kinds[0] == "submitted"
    assert kinds[-2:] == ["finished", "returned"]
    assert verify_record(f"dossier:{dossier.pk}").breaks == ()


def test_every_change_of_status_tells_the_citizen_once() -> None:
    at = office()
    signed_and_issued(at, received(at))
    run_jobs()
    assert sorted(Message.objects.values_list("template", flat=True)) == ["S01", "S02", "S08"]


def test_receipt_slip_says_what_was_decided() -> None:
    at = office()
    dossier = received(at)
    run_jobs()
    paper = Paper.objects.get()
    assert paper.number == "1/TNHS"
    assert paper.data["dossier_code"] == dossier.code
    assert "5/11/2026" in str(paper.data["due_at"])
    assert paper.stored is not None
    content = file_content(paper.stored.sha256)
    assert content is not None
    checked = verify_stored(content)
    assert isinstance(checked, Verification)
    assert checked.genuine


def test_second_official_is_told_who_was_faster() -> None:
    at = office()
    dossier = submitted(at.unit)
    take(dossier_id=dossier.pk, actor=at.desk, now=MONDAY)
    refusal = take(dossier_id=dossier.pk, actor=at.colleague, now=MONDAY)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "taken_by_other"


def test_another_unit_cannot_touch_it() -> None:
    dossier = submitted(office().unit)
    stranger = office("H99.13").desk
    refusal = take(dossier_id=dossier.pk, actor=stranger, now=MONDAY)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "no_right"


def asked(at: Office) -> Dossier:
    dossier = submitted(at.unit)
    take(dossier_id=dossier.pk, actor=at.desk, now=MONDAY + HOUR)
    outcome = ask_supplement(
        dossier_id=dossier.pk,
        actor=at.desk,
        verdicts=verdicts(to_giay="Ảnh tờ giấy bị mờ"),
        now=MONDAY + HOUR,
    )
    assert isinstance(outcome, Dossier), outcome
    return outcome


def answer(dossier: Dossier, when: dt.datetime) -> object:
    return answer_supplement(
        dossier_id=dossier.pk,
        account_id=dossier.applicant_id,
        files={"component:to-giay": [("moi.jpg", jpeg())]},
        notes={},
        now=when,
    )


def test_supplement_hands_the_ball_over_and_back() -> None:
    at = office()
    dossier = asked(at)
    assert (dossier.status, dossier.ball) == (Status.SUPPLEMENT, "citizen")
    assert dossier.next_event_at == vietnam("2026-11-17T17:30")
    answered = answer(dossier, MONDAY + DAY)
    assert isinstance(answered, Dossier)
    assert answered.ball == "agency"
    assert answered.assignee_id == at.desk.account_id
    assert answered.files.get(version=2).component == "to-giay"
    # The desk answers again within eight working hours.
    assert answered.next_event_at == vietnam("2026-11-04T09:00")


def test_same_step_never_asks_twice() -> None:
    at = office()
    dossier = asked(at)
    answer(dossier, MONDAY + DAY)
    refusal = ask_supplement(
        dossier_id=dossier.pk, actor=at.desk, verdicts=verdicts(to_giay="Vẫn còn mờ lắm"), now=MONDAY + DAY
    )
    assert isinstance(refusal, Refusal)
    assert refusal.code == "second_round"


def test_supplement_during_appraisal_stops_the_legal_clock() -> None:
    at = office()
    dossier = received(at)
    take(dossier_id=dossier.pk, actor=at.specialist, now=vietnam("2026-11-03T08:30"))
    ask_supplement(
        dossier_id=dossier.pk,
        actor=at.specialist,
        verdicts=verdicts(to_giay="Ảnh tờ giấy bị mờ"),
        now=vietnam("2026-11-03T08:30"),
    )
    answered = answer(dossier, vietnam("2026-11-04T08:30"))
    assert isinstance(answered, Dossier)
    assert answered.suspended_since is None
    assert answered.first_due_at == vietnam("2026-11-05T17:30")
    # One working day of waiting moves the due date by one working day.
    assert answered.due_at == vietnam("2026-11-06T17:30")
    run_jobs()
    assert "S19" in Message.objects.values_list("template", flat=True)


def test_supplement_needs_a_file_or_a_word_for_each_item() -> None:
    dossier = asked(office())
    problems = answer_supplement(
        dossier_id=dossier.pk, account_id=dossier.applicant_id, files={}, notes={}, now=MONDAY + DAY
    )
    assert isinstance(problems, tuple)
    assert [problem.place for problem in problems] == ["component:to-giay"]
    with_note = answer_supplement(
        dossier_id=dossier.pk,
        account_id=dossier.applicant_id,
        files={},
        notes={"component:to-giay": "Tôi không có giấy này"},
        now=MONDAY + DAY,
    )
    assert isinstance(with_note, Dossier)


def test_supplement_of_somebody_elses_dossier_is_refused() -> None:
    at = office()
    dossier = asked(at)
    refusal = answer_supplement(
        dossier_id=dossier.pk,
        account_id=at.desk.account_id,
        files={},
        notes={"component:to-giay": "Không có giấy"},
        now=MONDAY + DAY,
    )
    assert isinstance(refusal, Refusal)


def test_time_for_supplements_runs_out() -> None:
    dossier = asked(office())
    assert not expire_supplement(dossier_id=dossier.pk, now=MONDAY + 10 * DAY)
    assert expire_supplement(dossier_id=dossier.pk, now=MONDAY + 16 * DAY)
    run_jobs()
    dossier.refresh_from_db()
    assert dossier.status == Status.STOPPED
    assert "S20" in Message.objects.values_list("template", flat=True)


def test_refusal_at_reception_gives_reason_and_slip() -> None:
    at = office()
    dossier = submitted(at.unit)
    take(dossier_id=dossier.pk, actor=at.desk, now=MONDAY)
    reason = "Nơi cư trú của bạn thuộc phường khác"
    outcome = refuse(dossier_id=dossier.pk, actor=at.desk, reason=reason, now=MONDAY + HOUR)
    assert isinstance(outcome, Dossier)
    assert outcome.status == Status.NOT_RECEIVED
    run_jobs()
    assert reason in Message.objects.get(template="S10").body
    assert Paper.objects.get(kind="refusal").stored is not None


def test_leader_sends_a_draft_back_to_its_author() -> None:
    at = office()
    dossier = received(at)
    at_leader(at, dossier)
    take(dossier_id=dossier.pk, actor=at.leader, now=MONDAY + DAY)
    outcome = return_for_changes(
        dossier_id=dossier.pk, actor=at.leader, reason="Sửa lại mục đích cho rõ hơn", now=MONDAY + DAY
    )
    assert isinstance(outcome, Dossier)
    dossier.refresh_from_db()
    assert dossier.step == "appraise"
    assert dossier.assignee_id == at.specialist.account_id


def test_a_signed_result_cannot_be_sent_back() -> None:
    at = office()
    dossier = received(at)
    at_leader(at, dossier)
    take(dossier_id=dossier.pk, actor=at.leader, now=MONDAY + DAY)
    approve_result(dossier_id=dossier.pk, actor=at.leader, now=MONDAY + DAY)
    refusal = return_for_changes(
        dossier_id=dossier.pk, actor=at.leader, reason="Sửa lại mục đích cho rõ hơn", now=MONDAY + DAY
    )
    assert isinstance(refusal, Refusal)
    assert refusal.code == "already_signed"


def test_paper_result_waits_at_the_desk_until_it_is_handed_over() -> None:
    at = office()
    dossier = received(at, delivery="counter")
    signed_and_issued(at, dossier)
    dossier.refresh_from_db()
    assert (dossier.status, dossier.step_kind) == (Status.FINISHED, "hand_over")
    take(dossier_id=dossier.pk, actor=at.desk, now=MONDAY + 2 * DAY)
    outcome = hand_over(dossier_id=dossier.pk, actor=at.desk, collector="Trần Thị Thử", now=MONDAY + 2 * DAY)
    assert isinstance(outcome, Dossier)
    assert outcome.status == Status.RETURNED
    run_jobs()
    assert "S11" in Message.objects.values_list("template", flat=True)


def test_history_cannot_be_rewritten() -> None:
    submitted(office().unit)
    for change in (
        lambda: Event.objects.update(kind="returned"),
        lambda: Event.objects.all().delete(),
    ):
        with pytest.raises(Exception, match="never changed or removed"), transaction.atomic():
            change()
