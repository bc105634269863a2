# SPDX-License-Identifier: EUPL-1.2
"""Users at work side by side for a time, and what that cost the server."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from statistics import quantiles

from bench.client import Browser
from bench.stack import Stack

Task = Callable[[Browser], float]


@dataclass(frozen=True, slots=True)
class Load:
    """done: completed tasks; seconds: of the clock; each: seconds of waiting of every task; cpu: by part, of all."""

    users: int
    done: int
    seconds: float
    each: Sequence[float]
    cpu: dict[str, float]
    settled_after: float

    @property
    def rate(self) -> float:
        """Completed tasks a second."""
        return self.done / self.seconds

    @property
    def cpu_each(self) -> dict[str, float]:
        """CPU milliseconds of a task, by part."""
        return {name: 1000 * used / self.done for name, used in self.cpu.items()}

    def percentile(self, percent: int) -> float:
        """Milliseconds of waiting that this share of tasks stayed below."""
        return 1000 * quantiles(self.each, n=100, method="inclusive")[percent - 1]


def under_load(
    stack: Stack, port: int, task: Task, *, users: int, seconds: float, parts: Sequence[str]
) -> Load:
    """Lets users repeat a task. The cost includes the work left in the queue, done before this returns."""
    stack.settle()
    before = stack.cpu()
    started = time.perf_counter()
    with ThreadPoolExecutor(users) as pool:
        ends = started + seconds
        each = [
            waited
            for of_user in pool.map(lambda key: _user(port, key, task, ends), stack.citizens[:users])
            for waited in of_user
        ]
    taken = time.perf_counter() - started
    settled = stack.settle()
    after = stack.cpu()
    cpu = {name: after[name] - before[name] for name in parts}
    return Load(users, len(each), taken, each, cpu, settled)


def browser_of(port: int, session: str) -> Browser:
    """A browser whose person is signed in; an empty session is a visitor's."""
    return Browser(port, {"sessionid": session} if session else {})


def _user(port: int, session: str, task: Task, ends: float) -> list[float]:
    browser = browser_of(port, session)
    waited = []
    while not waited or time.perf_counter() < ends:
        waited.append(task(browser))
    browser.close()
    return waited
