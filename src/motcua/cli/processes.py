# SPDX-License-Identifier: EUPL-1.2
"""A small supervisor: starts programs, starts again what dies, and leaves nothing behind."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from motcua.postgres import dies_with_parent

LONGEST_STOP = 8.0
LONGEST_PAUSE = 10.0
STEADY_AFTER = 30.0


@dataclass(frozen=True, slots=True)
class Program:
    """name: for people; environment: added to our own; log: where its output goes."""

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str]
    log: Path


@dataclass(slots=True)
class Child:
    """A program that runs, or waits for its next start; times are of the monotonic clock, in seconds."""

    program: Program
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    next_start: float = 0.0
    failures: int = 0


@dataclass(slots=True)
class Supervisor:
    """tell: says a Vietnamese sentence to whoever watches."""

    tell: Callable[[str], None]
    children: list[Child] = field(default_factory=list)

    def add(self, program: Program) -> None:
        """Start a program and keep it running."""
        child = Child(program)
        self.children.append(child)
        _start(child)

    def tend(self) -> None:
        """Look at every child once: reap the dead, start again those whose pause is over."""
        now = time.monotonic()
        for child in self.children:
            if child.process is not None and child.process.poll() is not None:
                self._bury(child, now)
            if child.process is None and now >= child.next_start:
                _start(child)

    def stop(self) -> None:
        """End all children, the last started first; within seconds, by force if need be."""
        running = [child.process for child in reversed(self.children) if child.process is not None]
        for process in running:
            _signal_group(process.pid, signal.SIGTERM)
        deadline = time.monotonic() + LONGEST_STOP
        for process in running:
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=max(0.0, deadline - time.monotonic()))
            # Also those the program itself has started and not ended.
            _signal_group(process.pid, signal.SIGKILL)
            process.wait()
        self.children.clear()

    def _bury(self, child: Child, now: float) -> None:
        if child.process is None:
            return
        _signal_group(child.process.pid, signal.SIGKILL)
        child.failures = 1 if now - child.started > STEADY_AFTER else child.failures + 1
        pause = min(LONGEST_PAUSE, 0.5 * 2 ** (child.failures - 1))
        child.next_start = now + pause
        code = child.process.returncode
        child.process = None
        self.tell(
            f"{child.program.name} đã dừng (mã {code}), {pause:g} giây nữa sẽ chạy lại. "
            f"Nhật ký: {child.program.log}"
        )


def _start(child: Child) -> None:
    program = child.program
    program.log.parent.mkdir(parents=True, exist_ok=True)
    with program.log.open("ab") as log:
        child.process = subprocess.Popen(
            [*dies_with_parent("TERM"), *program.command],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env={**os.environ, **program.environment},
            # A group of its own: Ctrl-C reaches only us, and we can end whatever the program started.
            start_new_session=True,
        )
    child.started = time.monotonic()


def _signal_group(leader: int, how: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.killpg(leader, how)
