"""`motcua demo` in earnest: from an empty folder to pages, and down again without a trace."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import psutil

from motcua.postgres import free_port

LONGEST_START = 180.0
CLEAN = {
    name: value
    for name, value in os.environ.items()
    if not name.startswith(("MOTCUA_", "DATABASE_", "DJANGO_"))
}


@contextmanager
def demo(folder: Path, output: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A running demo; killed if the test fails before it was stopped."""
    ports = ["--port", str(free_port(18000)), "--simulator-port", str(free_port(18900))]
    command = [sys.executable, "-m", "motcua.cli.main", "demo", "--data", str(folder), *ports]
    with output.open("wb") as stream:
        process = subprocess.Popen(command, env={**CLEAN, "COLUMNS": "200"}, stdout=stream, stderr=stream)
    try:
        deadline = time.monotonic() + LONGEST_START
        while "Bấm Ctrl-C" not in output.read_text("utf-8"):
            assert process.poll() is None, output.read_text("utf-8")
            assert time.monotonic() < deadline, output.read_text("utf-8")
            time.sleep(0.1)
        yield process
    finally:
        process.kill()
        process.wait()


def stop(process: subprocess.Popen[bytes], how: signal.Signals) -> None:
    """End the demo, and see that nobody it started is left."""
    family = psutil.Process(process.pid).children(recursive=True)
    assert len(family) >= 4
    process.send_signal(how)
    assert process.wait(timeout=30) == 0
    _, alive = psutil.wait_procs(family, timeout=10)
    assert [member.cmdline() for member in alive if member.status() != psutil.STATUS_ZOMBIE] == []


def portal(output: Path) -> str:
    found = re.search(r"http://127\.0\.0\.1:\d+", output.read_text("utf-8"))
    assert found is not None
    return found.group()


def test_the_demo_starts_answers_stops_and_starts_again(tmp_path: Path) -> None:
    folder, output = tmp_path / "dữ liệu thử", tmp_path / "output"
    with demo(folder, output) as process:
        assert httpx.get(portal(output), trust_env=False).status_code == 200
        stop(process, signal.SIGINT)
    made = (folder / "postgres" / "PG_VERSION").stat().st_mtime_ns
    with demo(folder, output) as process:
        assert httpx.get(portal(output), trust_env=False).status_code == 200
        stop(process, signal.SIGTERM)
    assert (folder / "postgres" / "PG_VERSION").stat().st_mtime_ns == made
    assert (folder / "secret").stat().st_mode & 0o777 == 0o600
