# SPDX-License-Identifier: EUPL-1.2
"""Numbers that are given once: dossier codes (TT 01/2018 Điều 19; the pattern is the unit's), slips, results."""

import secrets
from datetime import date, datetime

from django.db import connection

from motcua.core.deadlines import VIETNAM
from motcua.organisations.models import Unit

# Without 0, O, 1 and I, which people mistake for one another on paper and on the phone.
READABLE = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"

_NEXT = """
INSERT INTO dossiers_codecounter (unit_id, kind, day, number) VALUES (%s, %s, %s, 1)
ON CONFLICT (unit_id, kind, day) DO UPDATE SET number = dossiers_codecounter.number + 1
RETURNING number
"""


def next_number(unit_id: int, kind: str, day: date) -> int:
    """The next number of a unit for this kind and day, starting at 1.

    The row stays locked until the transaction ends, so two dossiers never get one number.
    """
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, [unit_id, kind, day])
        return int(cursor.fetchone()[0])


def allocate_dossier_code(unit: Unit, now: datetime) -> str:
    """A dossier code by the unit's own pattern; the day is Vietnam's."""
    day = now.astimezone(VIETNAM).date()
    number = next_number(unit.pk, "dossier", day)
    return unit.dossier_code_pattern.format(unit=unit.code, date=day, number=number)


def allocate_yearly_number(unit: Unit, kind: str, sign: str, now: datetime) -> str:
    """Number and sign of a paper, such as "12/TNHS": numbers start again each year."""
    year = now.astimezone(VIETNAM).year
    return f"{next_number(unit.pk, kind, date(year, 1, 1))}/{sign}"


def readable_code(length: int) -> str:
    """A random code that people can read to one another."""
    return "".join(secrets.choice(READABLE) for _ in range(length))


def tracking_digits() -> str:
    """Four digits printed on the slip: the second factor of a public look-up (R-135)."""
    return f"{secrets.randbelow(10_000):04d}"
