# SPDX-License-Identifier: EUPL-1.2
"""How long the citizen may take."""

from datetime import datetime

from motcua.core.deadlines import Term, TermUnit, compute_deadline
from motcua.core.values import Refusal
from motcua.organisations.models import Unit
from motcua.organisations.queries import working_calendar


def supplement_due(unit: Unit, days: int, now: datetime) -> datetime | Refusal:
    """Until when supplements asked for now may be sent: a term of days ends with a working day (Điều 148 BLDS).

    Refused in a year whose days off the unit's calendar does not know.
    """
    deadline = compute_deadline(now, Term(days, TermUnit.DAYS), working_calendar(unit))
    return deadline if isinstance(deadline, Refusal) else deadline.original_due_at
