"""The supervisor with small programs that live, die and refuse to die."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from motcua.cli.processes import Program, Supervisor

PATIENCE = 20.0


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def supervisor(told: list[str]) -> Iterator[Supervisor]:
    supervisor = Supervisor(tell=told.append)
    yield supervisor
    supervisor.stop()


def program(folder: Path, code: str) -> Program:
    return Program("Thử", (sys.executable, "-c", code), {"ROOM": "3"}, folder / "logs" / "try.log")


def until(condition: Callable[[], bool], supervisor: Supervisor) -> None:
    """Tend the children until the condition holds."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline
        supervisor.tend()


def lives(process: int) -> bool:
    """Whether a process runs; one that has ended and waits to be reaped does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_output_goes_to_the_log_and_the_environment_is_handed_over(
    tmp_path: Path, supervisor: Supervisor
) -> None:
    supervisor.add(program(tmp_path, "import os; print(os.environ['ROOM'], flush=True); os.read(0, 1)"))
    log = tmp_path / "logs" / "try.log"
    until(lambda: log.read_text().startswith("3"), supervisor)


def test_what_dies_is_started_again_and_told(tmp_path: Path, supervisor: Supervisor, told: list[str]) -> None:
    supervisor.add(program(tmp_path, "raise SystemExit(7)"))
    until(lambda: len(told) == 2, supervisor)
    assert "Thử đã dừng (mã 7), 0.5 giây nữa" in told[0]
    assert "1 giây nữa" in told[1]


def test_a_child_killed_hard_takes_its_own_children_with_it(
    tmp_path: Path, supervisor: Supervisor, told: list[str]
) -> None:
    mark = tmp_path / "grandchild"
    code = (
        "import os, pathlib, subprocess, time\n"
        "child = subprocess.Popen(['sleep', '600'])\n"
        f"pathlib.Path({str(mark)!r}).write_text(str(child.pid))\n"
        "time.sleep(600)"
    )
    supervisor.add(program(tmp_path, code))
    until(lambda: mark.exists() and mark.read_text() != "", supervisor)
    grandchild = int(mark.read_text())
    process = supervisor.children[0].process
    assert process is not None
    os.kill(process.pid, 9)
    until(lambda: len(told) == 1 and not lives(grandchild), supervisor)


def test_stop_ends_even_what_refuses_to_end(
    tmp_path: Path, supervisor: Supervisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("motcua.cli.processes.LONGEST_STOP", 0.5)
    code = (
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "print('ready', flush=True)\ntime.sleep(600)"
    )
    supervisor.add(program(tmp_path, code))
    until(lambda: "ready" in (tmp_path / "logs" / "try.log").read_text(), supervisor)
    process = supervisor.children[0].process
    assert process is not None
    supervisor.stop()
    assert process.returncode == -9
    assert supervisor.children == []
