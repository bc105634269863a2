"""A fixed hour: due dates and queues must not depend on the day the tests run."""

import datetime as dt

import pytest
from django.utils import timezone

# Two hours after the dossiers of the factories are submitted.
NOW = dt.datetime(2026, 11, 2, 4, 0, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _monday(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every view reads Monday 2 November 2026, 11:00 in Việt Nam."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)
