# SPDX-License-Identifier: EUPL-1.2
"""Changes to calendars."""

import datetime as dt

from django.db import transaction
from django.db.models import F

from motcua.organisations.models import Calendar, CalendarDay, DayKind


@transaction.atomic
def set_special_day(
    calendar: Calendar, day: dt.date, kind: DayKind, name: str, *, decision: str = "", projected: bool = False
) -> CalendarDay:
    """Enters a day that differs from its weekday, or changes its entry.

    decision: number and authority of the decision. Computed calendars are made anew from here on.
    """
    entry, _ = CalendarDay.objects.update_or_create(
        calendar=calendar,
        date=day,
        defaults={"kind": kind, "name": name, "decision": decision, "projected": projected},
    )
    _grow(calendar)
    return entry


@transaction.atomic
def remove_special_day(calendar: Calendar, day: dt.date) -> None:
    """Takes the entry of a day away; nothing happens when there is none."""
    CalendarDay.objects.filter(calendar=calendar, date=day).delete()
    _grow(calendar)


def _grow(calendar: Calendar) -> None:
    """The next revision, also in the row at hand."""
    Calendar.objects.filter(pk=calendar.pk).update(revision=F("revision") + 1)
    calendar.refresh_from_db(fields=["revision"])
