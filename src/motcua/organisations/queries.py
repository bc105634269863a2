# SPDX-License-Identifier: EUPL-1.2
"""Units, the people who work in them, and when they work."""

import dataclasses
import datetime as dt
from functools import lru_cache

from django.db.models import Q

from motcua.core.deadlines import Calendar, DayEntry, DayKind, Shift
from motcua.identity.models import Account
from motcua.organisations import models
from motcua.organisations.national_calendar import national_calendar


def working_calendar(unit: models.Unit) -> Calendar:
    """The unit's calendar: its own shifts and special days over the national days.

    Kept per process until the calendar's revision grows: no query when warm and `unit.calendar` is loaded.
    """
    return _calendar(unit.calendar_id, unit.calendar.revision)


@lru_cache(maxsize=4096)
def _calendar(calendar_id: int, revision: int) -> Calendar:  # noqa: ARG001 - the revision is the cache's key.
    row = models.Calendar.objects.get(pk=calendar_id)
    own = list(row.special_days.all())
    national = national_calendar()
    projected = {day.date.year for day in own if day.projected}
    return dataclasses.replace(
        national,
        name=row.name,
        shifts=_shifts(row.shifts),
        days={**national.days, **{day.date: _entry(day) for day in own}},
        cut_off=row.cut_off,
        projected_years=national.projected_years | projected,
    )


def _shifts(stored: dict[str, list[list[str]]]) -> dict[int, tuple[Shift, ...]]:
    return {
        int(weekday): tuple(Shift(*(dt.time.fromisoformat(clock) for clock in pair)) for pair in pairs)
        for weekday, pairs in stored.items()
    }


def _entry(day: models.CalendarDay) -> DayEntry:
    return DayEntry(DayKind(day.kind), day.name, day.decision)


def units_for(tier: str, province: str | None = None) -> tuple[models.Unit, ...]:
    """The units a procedure of this tier may be addressed to, by name, calendars included. One query.

    tier: "commune", "province" or "ministry" (no such unit in a province's installation).
    """
    units = models.Unit.objects.select_related("calendar").filter(tier=tier, receives=True)
    return tuple((units.filter(province=province) if province else units).order_by("name"))


def unit_by_code(code: str) -> models.Unit | None:
    """The unit with this code, calendar included. One query."""
    return models.Unit.objects.select_related("calendar").filter(code=code).first()


def posts_of(account: Account, on: dt.date) -> tuple[models.Post, ...]:
    """The account's posts that hold on a day, oldest first, units and calendars included. One query."""
    posts = models.Post.objects.filter(_holding(on), account=account)
    return tuple(posts.select_related("unit__calendar").order_by("valid_from", "pk"))


def officials_of(unit: models.Unit, function: str, on: dt.date) -> tuple[Account, ...]:
    """Who holds a function in a unit on a day, by name. One query."""
    posts = models.Post.objects.filter(_holding(on), unit=unit, function=function, account__is_active=True)
    return tuple(
        post.account for post in posts.select_related("account").order_by("account__full_name", "pk")
    )


def _holding(on: dt.date) -> Q:
    return Q(valid_from__lte=on) & (Q(valid_until__isnull=True) | Q(valid_until__gte=on))
