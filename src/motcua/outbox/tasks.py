# SPDX-License-Identifier: EUPL-1.2
"""Delivering events to their subscribers after the commit."""

from typing import Any

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from motcua.outbox.registry import subscriber_of

# A worker that has not been heard of for this long is dead, and what it was doing is done again.
SILENCE = 120


@app.task(name="outbox.deliver", retry=RetryStrategy(max_attempts=10, exponential_wait=2))
def deliver(*, name: str, subscriber: str, payload: dict[str, Any]) -> None:
    """Runs one subscriber of one event. Deliveries may repeat, so subscribers are idempotent."""
    subscriber_of(name, subscriber)(payload)


@app.periodic(cron="*/2 * * * *")
@app.task(name="outbox.take_up_stalled", queueing_lock="outbox.take_up_stalled")
async def take_up_stalled(timestamp: int) -> None:  # noqa: ARG001 - the job system hands it over.
    """Every two minutes: jobs of a worker that was killed are queued again."""
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=SILENCE):
        await app.job_manager.retry_job(job)
