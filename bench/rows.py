# SPDX-License-Identifier: EUPL-1.2
"""The rows one submission leaves behind, as INSERT statements into copies of their tables.

Each run makes new keys; the copies have the indexes of the originals, but neither foreign keys nor triggers,
so that what is written is the limit and not another implementation.
"""

import psycopg
from psycopg import sql

SCHEMA = "bench_limit"
_OF_DOSSIER = {
    "dossiers_dossier": "id = %(dossier)s::uuid",
    "workflow_instance": "dossier_id = %(dossier)s::uuid",
    "dossiers_event": "dossier_id = %(dossier)s::uuid",
    "audit_record": "chain = 'dossier:' || %(dossier)s",
    "channels_message": "dossier_id = %(dossier)s::uuid",
    "channels_delivery": "message_id IN (SELECT id FROM channels_message WHERE dossier_id = %(dossier)s::uuid)",
}
_JOBS = """
    args->'payload'->>'dossier_id' = %(dossier)s::text OR task_name = 'channels.deliver'
    AND (args->>'message_id')::bigint IN (SELECT id FROM channels_message WHERE dossier_id = %(dossier)s::uuid)
"""
_WHERE = {
    **_OF_DOSSIER,
    "procrastinate_jobs": _JOBS,
    "procrastinate_events": f"job_id IN (SELECT id FROM procrastinate_jobs WHERE {_JOBS})",
}
_NEW_KEYS = {
    ("dossiers_dossier", "id"),
    ("dossiers_dossier", "code"),
    ("workflow_instance", "dossier_id"),
    ("audit_record", "chain"),
    ("channels_message", "event_key"),
}
_COLUMNS = """
    SELECT column_name, is_identity = 'YES' OR column_default LIKE 'nextval%%' FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name = %s ORDER BY ordinal_position
"""


def statements_of(database: psycopg.Connection[tuple[object, ...]], dossier: str) -> tuple[str, ...]:
    """Makes the empty copies and returns the statements."""
    database.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE; CREATE SCHEMA {SCHEMA}")
    made: list[str] = []
    for table, where in _WHERE.items():
        database.execute(
            f"CREATE TABLE {SCHEMA}.{table} "
            f"(LIKE public.{table} INCLUDING DEFAULTS INCLUDING IDENTITY INCLUDING INDEXES)"
        )
        columns = [str(name) for name, counted in database.execute(_COLUMNS, [table]) if not counted]
        texts = sql.SQL(", ").join(sql.SQL("{}::text").format(sql.Identifier(name)) for name in columns)
        query = sql.SQL("SELECT {} FROM {} WHERE " + where).format(texts, sql.Identifier(table))  # type: ignore[arg-type]
        found = database.execute(query, {"dossier": dossier}).fetchall()
        made += [_insert(database, table, columns, row) for row in found]
    return tuple(made)


def _insert(
    database: psycopg.Connection[tuple[object, ...]], table: str, columns: list[str], row: tuple[object, ...]
) -> str:
    values = sql.SQL(", ").join(
        sql.SQL("gen_random_uuid()" if name in {"id", "dossier_id"} else "gen_random_uuid()::text")
        if (table, name) in _NEW_KEYS
        else sql.Literal(value)
        for name, value in zip(columns, row, strict=True)
    )
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    target = sql.Identifier(SCHEMA, table)
    return sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(target, names, values).as_string(database)
