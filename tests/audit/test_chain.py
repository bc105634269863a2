"""The record shows when somebody has touched it."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from motcua.audit.models import Record
from motcua.audit.queries import records_of, verify_record
from motcua.audit.services import record

NOW = dt.datetime(2026, 11, 2, 2, 0, tzinfo=dt.UTC)


def write(chain: str = "dossier:a", count: int = 3) -> None:
    for number in range(count):
        record(chain=chain, act="dossier:viewed", actor="account:1", at=NOW, details={"số": number})


def tamper(statement: str) -> None:
    """What somebody with the database password could do."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_record DISABLE TRIGGER audit_append_only")
        cursor.execute(statement)
        cursor.execute("ALTER TABLE audit_record ENABLE TRIGGER audit_append_only")


@pytest.mark.django_db
def test_untouched_chains_verify() -> None:
    write("dossier:a")
    write("dossier:b", 2)
    verification = verify_record()
    assert (verification.chains, verification.rows, verification.breaks) == (2, 5, ())
    assert [row.sequence for row in records_of("dossier:a")] == [1, 2, 3]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("case", "statement", "sequence"),
    [
        (
            "a changed detail",
            "UPDATE audit_record SET payload = replace(payload, ':1}', ':9}') WHERE sequence = 2",
            2,
        ),
        ("a payload that is none", "UPDATE audit_record SET payload = '{' WHERE sequence = 2", 2),
        ("a payload of another kind", "UPDATE audit_record SET payload = '[]' WHERE sequence = 2", 2),
        ("a changed column", "UPDATE audit_record SET actor = 'account:2' WHERE sequence = 2", 2),
        ("a changed time", "UPDATE audit_record SET at = at - interval '1 day' WHERE sequence = 2", 2),
        ("a removed row", "DELETE FROM audit_record WHERE sequence = 2", 3),
        ("a removed first row", "DELETE FROM audit_record WHERE sequence = 1", 2),
        (
            "a new hash over a changed row",
            "UPDATE audit_record SET hash = repeat('0', 64) WHERE sequence = 2",
            2,
        ),
    ],
)
def test_tampering_is_found_at_its_row(case: str, statement: str, sequence: int) -> None:
    write()
    tamper(statement)
    breaks = verify_record("dossier:a").breaks
    assert breaks, case
    assert breaks[0].sequence == sequence, case


@pytest.mark.django_db
@pytest.mark.parametrize("statement", ["UPDATE audit_record SET actor = 'x'", "DELETE FROM audit_record"])
def test_database_refuses_changes(statement: str) -> None:
    write()
    with pytest.raises(Exception, match="never changed or removed"), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.django_db(transaction=True)
def test_many_writers_never_fork_a_chain() -> None:
    def one(_: int) -> None:
        try:
            write(count=5)
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(one, range(12)))
    verification = verify_record("dossier:a")
    assert verification.rows == 60
    assert verification.breaks == ()
    assert Record.objects.filter(chain="dossier:a").latest("sequence").sequence == 60
