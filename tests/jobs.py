"""Running queued jobs in the test's own process and transaction."""

import json
from types import SimpleNamespace
from typing import Any

from django.db import connection
from procrastinate.contrib.django import app

_NEXT = """
UPDATE procrastinate_jobs SET status = 'doing'
WHERE id = (SELECT id FROM procrastinate_jobs WHERE status = 'todo' ORDER BY id LIMIT 1)
RETURNING id, task_name, args
"""


def context_of(attempts: int = 0) -> Any:
    """What the job system hands to a task that asks for it."""
    return SimpleNamespace(job=SimpleNamespace(attempts=attempts))


def run_jobs(*, at_most: int = 100) -> list[str]:
    """Runs what is queued, and what that queues, in order. Returns the names of the tasks that ran."""
    ran: list[str] = []
    while len(ran) < at_most:
        with connection.cursor() as cursor:
            cursor.execute(_NEXT)
            row = cursor.fetchone()
            if row is None:
                return ran
            cursor.execute("UPDATE procrastinate_jobs SET status = 'succeeded' WHERE id = %s", [row[0]])
        task = app.tasks[row[1]]
        arguments = json.loads(row[2])
        task.func(context_of(), **arguments) if task.pass_context else task.func(**arguments)
        ran.append(row[1])
    raise AssertionError(f"Jobs go on for ever: {ran[-5:]}")
