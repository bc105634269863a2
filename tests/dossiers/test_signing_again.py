"""A signature that was decided but never made can be asked for again; one that cannot be made is not decided."""

import pytest
from django.db import connection
from tests.dossiers.test_main_job import DAY, HOUR, at_leader, received
from tests.factories.dossiers import MONDAY, Office, actor, office
from tests.jobs import run_jobs

from motcua.core.values import Refusal
from motcua.core.workflow import Status
from motcua.dossiers.models import CodeCounter, Dossier, Event, Result
from motcua.dossiers.services.reception import put_back, take
from motcua.dossiers.services.results import approve_result, issue_result
from motcua.organisations.models import Function, Unit

pytestmark = pytest.mark.django_db


def lose_jobs() -> None:
    """Every job has failed for the last time."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'failed' WHERE status = 'todo'")


def waiting_for_signature(at: Office) -> Dossier:
    dossier = received(at)
    at_leader(at, dossier)
    run_jobs()
    take(dossier_id=dossier.pk, actor=at.leader, now=MONDAY + DAY)
    return dossier


def test_a_leader_asks_again_for_a_signature_that_was_not_made() -> None:
    at = office()
    dossier = waiting_for_signature(at)
    first = approve_result(dossier_id=dossier.pk, actor=at.leader, now=MONDAY + DAY)
    lose_jobs()
    again = approve_result(dossier_id=dossier.pk, actor=at.leader, now=MONDAY + DAY + HOUR)
    assert isinstance(first, Result)
    assert isinstance(again, Result)
    assert (again.number, again.signed_at) == (first.number, first.signed_at)
    run_jobs()
    assert Result.objects.get().signed_file is not None
    assert Dossier.objects.get().step_kind == "issue"
    assert Event.objects.filter(kind="result_approved").count() == 1


def test_a_clerk_asks_again_for_a_seal_that_was_not_made() -> None:
    at = office()
    dossier = waiting_for_signature(at)
    approve_result(dossier_id=dossier.pk, actor=at.leader, now=MONDAY + DAY)
    run_jobs()
    take(dossier_id=dossier.pk, actor=at.clerk, now=MONDAY + DAY)
    issue_result(dossier_id=dossier.pk, actor=at.clerk, now=MONDAY + DAY)
    lose_jobs()
    assert isinstance(issue_result(dossier_id=dossier.pk, actor=at.clerk, now=MONDAY + DAY + HOUR), Result)
    run_jobs()
    assert Dossier.objects.get().status == Status.RETURNED
    assert Event.objects.filter(kind="result_issued").count() == 1


def test_asking_twice_signs_once() -> None:
    at = office()
    dossier = waiting_for_signature(at)
    for _ in range(2):
        approve_result(dossier_id=dossier.pk, actor=at.leader, now=MONDAY + DAY)
    run_jobs()
    assert Event.objects.filter(kind="result_signed").count() == 1


def test_a_leader_without_a_key_gives_no_number_away() -> None:
    at = office()
    dossier = waiting_for_signature(at)
    put_back(dossier_id=dossier.pk, actor=at.leader, now=MONDAY + DAY)
    new = actor(at.unit, Function.LEADER, username="lanhdao.moi")
    take(dossier_id=dossier.pk, actor=new, now=MONDAY + DAY)
    refusal = approve_result(dossier_id=dossier.pk, actor=new, now=MONDAY + DAY)
    assert isinstance(refusal, Refusal)
    assert Result.objects.get().state == "submitted"
    assert not CodeCounter.objects.filter(kind="result").exists()


def test_a_unit_without_a_seal_issues_nothing() -> None:
    at = office()
    dossier = waiting_for_signature(at)
    approve_result(dossier_id=dossier.pk, actor=at.leader, now=MONDAY + DAY)
    run_jobs()
    take(dossier_id=dossier.pk, actor=at.clerk, now=MONDAY + DAY)
    Unit.objects.filter(pk=at.unit.pk).update(code="H99.77")
    assert isinstance(issue_result(dossier_id=dossier.pk, actor=at.clerk, now=MONDAY + DAY), Refusal)
    assert Result.objects.get().state == "signed"
