"""Dossiers further on: received, asked for supplements, settled."""

import datetime as dt

from tests.factories.dossiers import MONDAY, Office, submitted, verdicts
from tests.jobs import run_jobs

from motcua.dossiers.models import Dossier, Result
from motcua.dossiers.services.reception import ask_supplement, receive, refuse, take
from motcua.dossiers.services.results import (
    approve_result,
    issue_result,
    prepare_result,
    submit_for_signing,
)
from motcua.identity.models import Account

HOUR = dt.timedelta(hours=1)


def received(at: Office, holder: Account, *, delivery: str = "electronic") -> Dossier:
    """Received within the hour: the clock runs."""
    dossier = submitted(at.unit, holder, delivery=delivery)
    take(dossier_id=dossier.pk, actor=at.desk, now=MONDAY + HOUR)
    outcome = receive(dossier_id=dossier.pk, actor=at.desk, verdicts=verdicts(), now=MONDAY + HOUR)
    assert isinstance(outcome, Dossier), outcome
    return outcome


def asked(at: Office, holder: Account, **said: str) -> Dossier:
    """Asked to send the paper again, or what is said."""
    dossier = submitted(at.unit, holder)
    take(dossier_id=dossier.pk, actor=at.desk, now=MONDAY + HOUR)
    lacking = verdicts(**(said or {"to_giay": "Ảnh tờ giấy bị mờ"}))
    outcome = ask_supplement(dossier_id=dossier.pk, actor=at.desk, verdicts=lacking, now=MONDAY + HOUR)
    assert isinstance(outcome, Dossier), outcome
    return outcome


def refused(at: Office, holder: Account, reason: str) -> Dossier:
    """Refused at the desk."""
    dossier = submitted(at.unit, holder)
    take(dossier_id=dossier.pk, actor=at.desk, now=MONDAY + HOUR)
    outcome = refuse(dossier_id=dossier.pk, actor=at.desk, reason=reason, now=MONDAY + HOUR)
    assert isinstance(outcome, Dossier), outcome
    return outcome


def settled(at: Office, holder: Account, *, delivery: str = "electronic") -> Result:
    """Signed, sealed and issued; its files are there."""
    dossier = received(at, holder, delivery=delivery)
    now = MONDAY + dt.timedelta(days=1)
    take(dossier_id=dossier.pk, actor=at.specialist, now=now)
    data = {"holder_name": "TRẦN THỊ THỬ", "purpose": "Kiểm thử"}
    prepare_result(dossier_id=dossier.pk, actor=at.specialist, output="ket-qua", data=data, now=now)
    submit_for_signing(dossier_id=dossier.pk, actor=at.specialist, now=now)
    take(dossier_id=dossier.pk, actor=at.leader, now=now)
    approve_result(dossier_id=dossier.pk, actor=at.leader, now=now)
    run_jobs()
    take(dossier_id=dossier.pk, actor=at.clerk, now=now)
    issue_result(dossier_id=dossier.pk, actor=at.clerk, now=now + HOUR)
    run_jobs()
    return Result.objects.select_related("signed_file", "dossier").get(dossier=dossier)
