# SPDX-License-Identifier: EUPL-1.2
"""Databases inside a server, ours or one given by DATABASE_URL."""

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from .errors import NoDatabaseError


def ensure_database(url: str, name: str) -> str:
    """Make the database `name` on the server of `url` if it is missing.

    url: a connection string of any database of that server that exists, `postgres` of an embedded one.
    Returns a connection string of the database `name`.
    Raises NoDatabaseError if it is missing and the user may not create it.
    """
    user = conninfo_to_dict(url).get("user", "")
    with psycopg.connect(url, autocommit=True) as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,))
        if found.fetchone() is None:
            _create(connection, name, str(user))
    return make_conninfo(url, dbname=name)


def _create(connection: psycopg.Connection, name: str, user: str) -> None:
    # template0 has the cluster's own encoding and locale, whatever was done to template1.
    statement = sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name))
    try:
        connection.execute(statement)
    except psycopg.errors.DuplicateDatabase:
        # Another process was faster: the database is there.
        return
    except psycopg.errors.InsufficientPrivilege:
        raise NoDatabaseError(
            f"Chưa có cơ sở dữ liệu “{name}” và người dùng “{user}” không được phép tạo. "
            f"Hãy nhờ người quản trị PostgreSQL chạy: CREATE DATABASE {name} OWNER {user};"
        ) from None
