# SPDX-License-Identifier: EUPL-1.2
"""DATABASE_URL as Django's DATABASES entry."""

from typing import Any

from psycopg.conninfo import conninfo_to_dict


def database_entry(url: str, *, pool_maximum: int) -> dict[str, Any]:
    """Entry for DATABASES["default"]. Parameters Django has no name for (sslmode, options …) go to psycopg."""
    options: dict[str, Any] = dict(conninfo_to_dict(url))
    entry = {
        "NAME": options.pop("dbname", ""),
        "USER": options.pop("user", ""),
        "PASSWORD": options.pop("password", ""),
        "HOST": options.pop("host", ""),
        "PORT": str(options.pop("port", "")),
    }
    options["pool"] = {"min_size": 1, "max_size": pool_maximum, "timeout": 10}
    return {
        "ENGINE": "django.db.backends.postgresql",
        **entry,
        "OPTIONS": options,
        "CONN_MAX_AGE": 0,
        # One empty question a request, so that nobody meets a connection that died with the database.
        "CONN_HEALTH_CHECKS": True,
    }
