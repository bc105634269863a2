# SPDX-License-Identifier: EUPL-1.2
"""The house on a fresh database: PostgreSQL, the web server and the worker, as `motcua demo` starts them."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import psycopg

from bench.accounting import cpu_seconds
from bench.journey import JourneyBroken
from motcua.cli.processes import Program, Supervisor
from motcua.cli.web_server import granian_command
from motcua.postgres import ensure_database, free_port, open_cluster, serving

WORKERS, THREADS = 2, 2
_PRELOADED = {"shared_preload_libraries": "pg_stat_statements", "pg_stat_statements.track_utility": "off"}
_UNDONE = "SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing')"
_LONGEST_WAIT = 120.0
ROOT = Path(__file__).parents[1]
_TAIL = 4000
_START = "bench.in_django"


@dataclass(frozen=True, slots=True)
class Stack:
    """roots: process ids by part, "web", "worker", "postgresql", "minimal". sessions: what bench.preparation made."""

    url: str
    port: int
    minimal_port: int
    roots: Mapping[str, int]
    citizens: list[str]
    official: str
    database: psycopg.Connection[tuple[object, ...]]
    folder: Path

    def cpu(self) -> dict[str, float]:
        """Seconds used so far by each part."""
        return {name: cpu_seconds(root) for name, root in self.roots.items()}

    def settle(self) -> float:
        """Wait until the worker has nothing left; the seconds it took."""
        started = time.monotonic()
        while self.database.execute(_UNDONE).fetchone() != (0,):
            if time.monotonic() - started > _LONGEST_WAIT:
                raise TimeoutError("the worker does not come to an end")
            time.sleep(0.2)
        return time.monotonic() - started


@contextmanager
def running_stack(users: int) -> Iterator[Stack]:
    """Everything started and stopped again; nothing is left behind."""
    with tempfile.TemporaryDirectory(prefix="motcua-bench-") as name:
        folder = Path(name)
        with serving(open_cluster(folder), _PRELOADED) as server:
            url = ensure_database(server.address.url("postgres"), "motcua")
            supervisor = Supervisor(tell=print)
            try:
                process = server.process
                assert process is not None
                yield _started(folder, url, supervisor, process.pid, users)
            except JourneyBroken:
                print((folder / "web.log").read_text(encoding="utf-8")[-_TAIL:])
                raise
            finally:
                supervisor.stop()


def _started(folder: Path, url: str, supervisor: Supervisor, postgres: int, users: int) -> Stack:
    port, minimal_port = free_port(), free_port()
    environment = {
        "DATABASE_URL": url,
        "MOTCUA_DATA": str(folder),
        "MOTCUA_SECRET_KEY": "bench-" * 10,
        "MOTCUA_PUBLIC_URL": f"http://127.0.0.1:{port}",
        "DJANGO_SETTINGS_MODULE": "motcua.config.django_settings",
        # The sources this file stands beside are measured, wherever the package is installed.
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "src"))),
    }
    _run(environment, "motcua.cli.main", "migrate")
    _run(environment, "django", "collectstatic", "--no-input", "--verbosity=0")
    made = json.loads(_run(environment, _START, "bench.preparation:prepare", str(users)).splitlines()[-1])
    minimal = {**environment, "DJANGO_SETTINGS_MODULE": "bench.minimal.settings"}
    worker = (sys.executable, "-m", "motcua.cli.main", "worker")
    supervisor.add(
        Program("web", _granian("motcua.config.wsgi:application", port), environment, folder / "web.log")
    )
    supervisor.add(Program("worker", worker, environment, folder / "worker.log"))
    supervisor.add(
        Program(
            "minimal",
            _granian("bench.minimal.wsgi:application", minimal_port),
            minimal,
            folder / "minimal.log",
        )
    )
    processes = {each.program.name: each.process for each in supervisor.children}
    roots = {name: process.pid for name, process in processes.items() if process is not None}
    for each, log in ((port, "web.log"), (minimal_port, "minimal.log")):
        _wait(f"http://127.0.0.1:{each}/", folder / log)
    database = psycopg.connect(url, autocommit=True)
    track_statements(database, on=False)
    return Stack(
        url,
        port,
        minimal_port,
        {**roots, "postgresql": postgres},
        made["citizens"],
        made["official"],
        database,
        folder,
    )


def track_statements(database: psycopg.Connection[tuple[object, ...]], *, on: bool) -> None:
    """Whether PostgreSQL keeps count of statements; it costs a little, so only while they are counted."""
    # A setting of the command line could not be changed any more.
    database.execute(f"ALTER SYSTEM SET pg_stat_statements.track = '{'top' if on else 'none'}'")
    database.execute("SELECT pg_reload_conf()")


def _granian(application: str, port: int) -> tuple[str, ...]:
    return tuple(granian_command(application, host="127.0.0.1", port=port, workers=WORKERS, threads=THREADS))


def _run(environment: Mapping[str, str], module: str, *arguments: str) -> str:
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(
        command, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


def _wait(address: str, log: Path) -> None:
    deadline = time.monotonic() + _LONGEST_WAIT
    while True:
        try:
            httpx.get(address, timeout=10, trust_env=False)
        except httpx.TransportError:
            if time.monotonic() > deadline:
                raise SystemExit(log.read_text(encoding="utf-8")) from None
            time.sleep(0.1)
        else:
            return
