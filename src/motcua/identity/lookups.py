# SPDX-License-Identifier: EUPL-1.2
"""Slowing down whoever guesses. Counted in the database, so for all web processes together."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db.models import Count

from motcua.identity.models import FailedLookup

WINDOW = timedelta(minutes=15)
# A person mistypes a few times; four digits would take ten thousand attempts.
FAILURES_ALLOWED = 10


def is_slowed_down(names: Collection[str], *, now: datetime, allowed: int = FAILURES_ALLOWED) -> bool:
    """Whether one of the names has failed `allowed` times of late. One query."""
    recent = FailedLookup.objects.filter(name__in=[_cut(name) for name in names], at__gt=now - WINDOW)
    counted = recent.values("name").annotate(failures=Count("id")).values_list("failures", flat=True)
    return any(failures >= allowed for failures in counted)


def record_failed_lookup(names: Collection[str], *, now: datetime) -> None:
    """Notes a failure under each name, and drops those that no longer count."""
    FailedLookup.objects.filter(at__lt=now - WINDOW).delete()
    FailedLookup.objects.bulk_create([FailedLookup(name=_cut(name), at=now) for name in names])


def _cut(name: str) -> str:
    return name[:100]
