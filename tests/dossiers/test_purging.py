"""What is promised to be forgotten is forgotten, and nothing else."""

import datetime as dt

import pytest
from tests.factories.dossiers import MONDAY, filled_draft, office, service, submitted
from tests.factories.people import citizen

from motcua.documents.models import StoredFile
from motcua.documents.queries import file_content
from motcua.dossiers.models import DossierFile, Draft
from motcua.dossiers.services.purging import purge_expired_drafts, purge_files
from motcua.dossiers.tasks import forget

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def test_draft_is_kept_thirty_days_and_no_longer() -> None:
    filled_draft(office().unit, citizen(), service())
    assert purge_expired_drafts(now=MONDAY + 29 * DAY) == 0
    assert purge_expired_drafts(now=MONDAY + 30 * DAY) == 1
    assert not Draft.objects.exists()


def test_files_of_a_forgotten_draft_go_from_table_and_store() -> None:
    draft = filled_draft(office().unit, citizen(), service())
    names = list(StoredFile.objects.values_list("pk", flat=True))
    assert purge_files(now=MONDAY + 2 * DAY) == 0
    forget(int((MONDAY + 31 * DAY).timestamp()))
    assert not Draft.objects.filter(pk=draft.pk).exists()
    assert not StoredFile.objects.exists()
    assert [file_content(name) for name in names] == [None] * len(names)


def test_file_a_dossier_holds_stays() -> None:
    dossier = submitted(office().unit)
    purge_files(now=MONDAY + 365 * DAY)
    held = DossierFile.objects.get(dossier=dossier)
    assert file_content(held.stored_id) is not None


def test_file_just_stored_stays() -> None:
    filled_draft(office().unit, citizen(), service())
    Draft.objects.update(expires_at=MONDAY)
    purge_expired_drafts(now=MONDAY + DAY / 2)
    assert purge_files(now=MONDAY + DAY / 2) == 0
    assert StoredFile.objects.exists()
