# SPDX-License-Identifier: EUPL-1.2
"""Forgetting sessions and counted mistakes that no longer matter."""

from datetime import UTC, datetime, timedelta

from procrastinate.contrib.django import app

from motcua.identity.models import FailedLookup, SignInAttempt
from motcua.identity.sessions import SessionStore

# Far longer than any lock-out lasts.
COUNTED_FOR = timedelta(days=1)


@app.periodic(cron="10 2 * * *")
@app.task(name="identity.forget", queueing_lock="identity.forget")
def forget(timestamp: int) -> None:
    """Every night: expired sessions and old wrong guesses are removed."""
    before = datetime.fromtimestamp(timestamp, tz=UTC) - COUNTED_FOR
    SessionStore.clear_expired()
    SignInAttempt.objects.filter(at__lt=before).delete()
    FailedLookup.objects.filter(at__lt=before).delete()
