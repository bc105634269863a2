"""A signature or seal that does not come: the pages say so and offer to try again."""

import datetime as dt

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from tests.factories.dossiers import Office, office
from tests.jobs import run_jobs
from tests.office.conftest import NOW
from tests.office.journey import post, received, signed, signed_in, signing, text_of

from motcua.core.workflow import Status
from motcua.dossiers.models import Dossier, Result

pytestmark = pytest.mark.django_db
NOT_MADE = "Chưa tạo được tệp"


@pytest.fixture
def at(db: None) -> Office:
    """A commune with its officials."""
    return office()


def lose_jobs_and_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'failed' WHERE status = 'todo'")
    monkeypatch.setattr(timezone, "now", lambda: NOW + dt.timedelta(minutes=10))


def test_the_leader_tries_again(at: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier_id = received(at)
    signing(at, dossier_id)
    code = Dossier.objects.get().code
    leader = signed_in(at.leader)
    page = text_of(leader.post(reverse("office:sign"), {"dossier": [code]}, follow=True))
    assert "Đang tạo chữ ký" in page
    assert NOT_MADE not in page
    lose_jobs_and_wait(monkeypatch)
    page = text_of(leader.get(reverse("office:signing")))
    assert NOT_MADE in page
    assert "Thử lại" in page
    assert "Đã ký 1 văn bản" in text_of(leader.post(reverse("office:sign"), {"dossier": [code]}, follow=True))
    run_jobs()
    assert Result.objects.get().signed_file is not None


def test_the_clerk_tries_again(at: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier_id = received(at)
    signing(at, dossier_id)
    signed(at, dossier_id)
    clerk = signed_in(at.clerk)
    assert NOT_MADE not in post(clerk, "issue", dossier_id)
    lose_jobs_and_wait(monkeypatch)
    page = text_of(clerk.get(reverse("office:registry")))
    assert NOT_MADE in page
    assert "Thử lại" in page
    post(clerk, "issue", dossier_id)
    run_jobs()
    assert Dossier.objects.get().status == Status.RETURNED
