"""A service that refuses has written nothing; a task whose service refuses has failed."""

import dataclasses

import pytest
from tests.dossiers.test_main_job import DAY, answer, asked, at_leader, received
from tests.factories.dossiers import MONDAY, filled_draft, office, service
from tests.factories.people import citizen
from tests.jobs import run_jobs

from motcua.core.deadlines import Calendar
from motcua.core.values import Refusal
from motcua.dossiers.models import (
    CodeCounter,
    Dossier,
    DossierFile,
    Draft,
    Result,
    SupplementRequest,
)
from motcua.dossiers.services import results, standing, submission, supplements
from motcua.dossiers.services.reception import take
from motcua.dossiers.services.results import approve_result, return_for_changes
from motcua.dossiers.services.submission import Submission, submit
from motcua.dossiers.tasks import ProcessRefused, sign_result
from motcua.organisations.queries import working_calendar

pytestmark = pytest.mark.django_db
STUCK = Refusal("step_not_active", "Bước này không còn chờ xử lý.")


def get_stuck(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on the process refuses to go on."""
    for module in (results, supplements):
        monkeypatch.setattr(module, "advance", lambda *_: STUCK)


def no_calendar_after(year: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on no unit knows its days off after that year."""

    def short(unit: object) -> Calendar:
        return dataclasses.replace(working_calendar(unit), last_year=year)  # type: ignore[arg-type]

    for module in (standing, submission, supplements):
        monkeypatch.setattr(module, "working_calendar", short)


def test_an_answer_that_cannot_move_the_dossier_leaves_the_request_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dossier = asked(office())
    get_stuck(monkeypatch)
    assert answer(dossier, MONDAY + DAY) == STUCK
    assert SupplementRequest.objects.get().answered_at is None
    assert not DossierFile.objects.filter(version=2).exists()


def test_a_draft_that_cannot_go_back_is_still_submitted(monkeypatch: pytest.MonkeyPatch) -> None:
    at = office()
    dossier = received(at)
    at_leader(at, dossier)
    take(dossier_id=dossier.pk, actor=at.leader, now=MONDAY + DAY)
    get_stuck(monkeypatch)
    reason = "Sửa lại mục đích cho rõ hơn"
    assert (
        return_for_changes(dossier_id=dossier.pk, actor=at.leader, reason=reason, now=MONDAY + DAY) == STUCK
    )
    assert Result.objects.get().state == "submitted"


def test_a_signed_file_the_process_refuses_is_not_kept_and_the_job_fails(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at = office()
    dossier = received(at)
    at_leader(at, dossier)
    run_jobs()
    take(dossier_id=dossier.pk, actor=at.leader, now=MONDAY + DAY)
    approve_result(dossier_id=dossier.pk, actor=at.leader, now=MONDAY + DAY)
    get_stuck(monkeypatch)
    with pytest.raises(ProcessRefused, match=STUCK.message):
        sign_result({"result_id": Result.objects.get().pk})
    assert Result.objects.get().signed_file is None


def test_a_dossier_is_not_submitted_where_the_days_off_are_not_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    holder = citizen()
    draft = filled_draft(office().unit, holder, service())
    no_calendar_after(2025, monkeypatch)
    refusal = submit(
        draft_id=draft.pk, account=holder, submission=Submission("electronic", "0912345678", ""), now=MONDAY
    )
    assert isinstance(refusal, Refusal)
    assert refusal.code == "calendar_missing"
    assert "chưa nhập lịch nghỉ" in refusal.message
    assert Draft.objects.filter(pk=draft.pk).exists()
    assert not CodeCounter.objects.exists()


def test_a_supplement_is_not_lost_where_the_days_off_are_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = asked(office())
    no_calendar_after(2025, monkeypatch)
    refusal = answer(dossier, MONDAY + DAY)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "calendar_missing"
    assert SupplementRequest.objects.get().answered_at is None
    assert Dossier.objects.get().ball == "citizen"
