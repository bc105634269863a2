# SPDX-License-Identifier: EUPL-1.2
"""What is asked of PostgreSQL during one submission, by pg_stat_statements; switched on for nothing else."""

from collections.abc import Callable
from dataclasses import dataclass

from bench.stack import Stack, track_statements

_SEEN = """
    SELECT sum(calls) / %(times)s::float, round(sum(total_exec_time)::numeric / %(times)s, 3)::float, query
    FROM pg_stat_statements JOIN pg_database ON pg_database.oid = dbid
    WHERE datname = current_database() AND query NOT LIKE '%%pg_stat_statements%%'
    GROUP BY query ORDER BY 1 DESC, 2 DESC
"""


@dataclass(frozen=True, slots=True)
class Statements:
    """each: queries of one submission, web and worker, without BEGIN and COMMIT; top: (calls, ms, text)."""

    each: float
    top: list[tuple[float, float, str]]


def counted(stack: Stack, task: Callable[[], object], *, times: int) -> Statements:
    """Repeats a task and says what it asked, with what the worker asked for it."""
    stack.settle()
    stack.database.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements")
    track_statements(stack.database, on=True)
    stack.database.execute("SELECT pg_stat_statements_reset()")
    for _ in range(times):
        task()
    stack.settle()
    found = stack.database.execute(_SEEN, {"times": times}).fetchall()
    track_statements(stack.database, on=False)
    rows = [(float(str(calls)), float(str(spent)), str(text)) for calls, spent, text in found]
    return Statements(sum(calls for calls, _, _ in rows), rows)
