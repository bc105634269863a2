"""The passing of time, as jobs."""

import datetime as dt
from contextlib import suppress
from uuid import UUID

import pytest
from tests.dossiers.test_main_job import DAY, asked
from tests.factories.dossiers import MONDAY, office
from tests.jobs import run_jobs

from motcua.core.values import Refusal
from motcua.core.workflow import Status
from motcua.dossiers import tasks
from motcua.dossiers.services import supplements

pytestmark = pytest.mark.django_db


def test_one_dossier_that_cannot_be_stopped_does_not_keep_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    at = office()
    first, second = asked(at), asked(at)
    run_jobs()
    stop = tasks.expire_supplement

    def broken(*, dossier_id: UUID, now: dt.datetime) -> object:
        if dossier_id == first.pk:
            raise RuntimeError(first.code)
        return stop(dossier_id=dossier_id, now=now)

    monkeypatch.setattr(tasks, "expire_supplement", broken)
    tasks.pass_time(int((MONDAY + 30 * DAY).timestamp()))
    for _ in range(2):
        with suppress(RuntimeError):
            run_jobs()
    second.refresh_from_db()
    assert second.status == Status.STOPPED


def test_a_dossier_the_process_does_not_stop_is_a_failed_job(monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = asked(office())
    monkeypatch.setattr(supplements, "advance", lambda *_: Refusal("step_not_active", "Bước này đã đóng."))
    with pytest.raises(tasks.ProcessRefused, match="Bước này đã đóng"):
        tasks.stop_unanswered(dossier_id=str(dossier.pk), timestamp=int((MONDAY + 30 * DAY).timestamp()))
