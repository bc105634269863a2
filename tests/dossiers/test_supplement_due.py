"""Until when the citizen may answer: a term of days ends with a working day."""

import pytest
from tests.dossiers.test_main_job import vietnam
from tests.factories.dossiers import office, submitted, verdicts

from motcua.dossiers.models import SupplementRequest
from motcua.dossiers.services.reception import ask_supplement, take

pytestmark = pytest.mark.django_db


def test_a_supplement_is_due_at_the_end_of_a_working_day() -> None:
    at = office()
    friday = vietnam("2026-11-06T10:00")
    dossier = submitted(at.unit, now=friday)
    take(dossier_id=dossier.pk, actor=at.desk, now=friday)
    ask_supplement(
        dossier_id=dossier.pk, actor=at.desk, verdicts=verdicts(to_giay="Ảnh tờ giấy bị mờ"), now=friday
    )
    # Fifteen days later is Saturday 21 November: the term ends with the next working day (Điều 148 khoản 5).
    assert SupplementRequest.objects.get().answer_by == vietnam("2026-11-23T17:30")
