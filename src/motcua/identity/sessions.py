# SPDX-License-Identifier: EUPL-1.2
"""Sessions in the database, as Django keeps them; only reading one, which every page does, is written out.

Making the query anew for each page cost four times as much as asking it (docs/performance.md).
"""

from typing import Any

from django.contrib.sessions.backends import db
from django.db import connection
from django.utils import timezone

_READ = "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s"


class SessionStore(db.SessionStore):
    """Django's own, but for reading."""

    def load(self) -> dict[str, Any]:
        """What the session holds; an unknown or expired one is empty and gets a new key when it is saved."""
        row = None
        # A cookie may hold anything; the database takes no NUL, and our keys are letters and digits.
        if self.session_key and self.session_key.isascii() and self.session_key.isalnum():
            with connection.cursor() as cursor:
                cursor.execute(_READ, [self.session_key, timezone.now()])
                row = cursor.fetchone()
        if row is None:
            self._session_key = None
            return {}
        held: dict[str, Any] = self.decode(row[0])
        return held
