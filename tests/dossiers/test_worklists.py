"""Finding work."""

from dataclasses import replace

import pytest
from tests.factories.dossiers import MONDAY, office, submitted
from tests.factories.people import citizen

from motcua.dossiers.models import Dossier
from motcua.dossiers.services.reception import take
from motcua.dossiers.worklists import find_by_code, queue, tab_counts

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("typed", ["đặng thị ÁNH", "dang thi anh", "H99.12-26", "099198000101", "Ánh"])
def test_a_dossier_is_found_by_code_name_or_identifier_without_marks(typed: str) -> None:
    at = office()
    found = submitted(at.unit, citizen("Đặng Thị Ánh", personal_identifier="099198000101"))
    submitted(at.unit, citizen("Lê Văn Bình")) if typed != "H99.12-26" else None
    assert find_by_code(at.desk, typed) == (found,)


def test_another_units_dossier_is_not_found() -> None:
    at = office()
    dossier = submitted(at.unit)
    assert find_by_code(office("H99.13").desk, dossier.code) == ()
    assert Dossier.objects.count() == 1


def test_what_an_official_held_in_a_former_unit_is_not_theirs_any_more() -> None:
    at = office()
    dossier = submitted(at.unit)
    take(dossier_id=dossier.pk, actor=at.desk, now=MONDAY)
    assert queue(at.desk, "mine").rows == (dossier,)
    moved = replace(at.desk, functions=frozenset({(office("H99.13").unit.pk, "one_stop")}))
    assert queue(moved, "mine").rows == ()
    assert tab_counts(moved)["mine"] == 0
