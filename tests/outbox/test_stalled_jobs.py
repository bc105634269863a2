"""What a killed worker was doing is done again."""

import pytest
from asgiref.sync import async_to_sync
from django.db import connection
from procrastinate.contrib.django import app

from motcua.outbox.tasks import take_up_stalled


def state_of_jobs() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT status FROM procrastinate_jobs ORDER BY id")
        return [row[0] for row in cursor.fetchall()]


def job_held_by_a_worker(heard_of: str) -> None:
    app.configure_task("outbox.deliver").defer(name="X", subscriber="y", payload={})
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - %s::interval) RETURNING id",
            [heard_of],
        )
        worker = cursor.fetchone()[0]
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s", [worker])


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("heard_of", "after"), [("10 minutes", "todo"), ("5 seconds", "doing")])
def test_only_the_jobs_of_a_silent_worker_are_queued_again(heard_of: str, after: str) -> None:
    job_held_by_a_worker(heard_of)
    async_to_sync(take_up_stalled.func)(0)
    assert state_of_jobs() == [after]
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")
