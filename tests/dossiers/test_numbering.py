"""Numbers are given once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest
from django.db import connection, transaction
from tests.factories.people import unit as make_unit

from motcua.dossiers.numbering import (
    READABLE,
    allocate_dossier_code,
    allocate_yearly_number,
    next_number,
    readable_code,
    tracking_digits,
)
from motcua.organisations.models import Unit

# 16:59:59 UTC is 23:59:59 in Việt Nam.
BEFORE_MIDNIGHT = datetime(2026, 11, 23, 16, 59, 59, tzinfo=UTC)
AFTER_MIDNIGHT = datetime(2026, 11, 23, 17, 0, 0, tzinfo=UTC)


@pytest.mark.django_db
def test_code_follows_the_pattern_of_the_unit() -> None:
    unit = make_unit(code="H99.12")
    assert allocate_dossier_code(unit, BEFORE_MIDNIGHT) == "H99.12-261123-0001"
    unit.dossier_code_pattern = "{unit}-{date:%Y%m%d}-{number:07d}"
    assert allocate_dossier_code(unit, BEFORE_MIDNIGHT) == "H99.12-20261123-0000002"


@pytest.mark.django_db
def test_numbers_start_again_at_midnight_of_viet_nam() -> None:
    unit = make_unit(code="H99.12")
    allocate_dossier_code(unit, BEFORE_MIDNIGHT)
    assert allocate_dossier_code(unit, AFTER_MIDNIGHT) == "H99.12-261124-0001"


@pytest.mark.django_db
def test_ten_thousandth_dossier_of_a_day_gets_a_longer_number() -> None:
    unit = make_unit(code="H99.12")
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO dossiers_codecounter (unit_id, kind, day, number) VALUES (%s, 'dossier', %s, 9999)",
            [unit.pk, date(2026, 11, 23)],
        )
    assert allocate_dossier_code(unit, BEFORE_MIDNIGHT) == "H99.12-261123-10000"


@pytest.mark.django_db
def test_yearly_numbers_are_kept_apart_by_kind() -> None:
    unit = make_unit(code="H99.12")
    assert allocate_yearly_number(unit, "receipt", "TNHS", BEFORE_MIDNIGHT) == "1/TNHS"
    assert allocate_yearly_number(unit, "receipt", "TNHS", AFTER_MIDNIGHT) == "2/TNHS"
    assert allocate_yearly_number(unit, "refusal", "TCHS", AFTER_MIDNIGHT) == "1/TCHS"


@pytest.mark.django_db
def test_a_rolled_back_number_is_given_again_not_lost_twice() -> None:
    unit = make_unit(code="H99.12")
    with transaction.atomic():
        first = next_number(unit.pk, "dossier", date(2026, 11, 23))
        transaction.set_rollback(True)
    assert next_number(unit.pk, "dossier", date(2026, 11, 23)) == first


@pytest.mark.django_db(transaction=True)
def test_two_hundred_at_once_get_two_hundred_numbers() -> None:
    unit_id = make_unit(code="H99.12").pk

    def allocate(_: int) -> str:
        try:
            with transaction.atomic():
                return allocate_dossier_code(Unit.objects.get(pk=unit_id), BEFORE_MIDNIGHT)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        codes = list(pool.map(allocate, range(200)))
    assert len(set(codes)) == 200
    assert max(codes) == "H99.12-261123-0200"


def test_codes_people_read_aloud_have_no_look_alikes() -> None:
    code = readable_code(400)
    assert set(code) <= set(READABLE)
    assert not set(READABLE) & set("0O1I")


def test_tracking_digits_are_four() -> None:
    assert all(len(tracking_digits()) == 4 and tracking_digits().isdigit() for _ in range(50))
