"""The real system as child processes on loopback: web server, worker and the stand-in for VNeID."""

import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from motcua.postgres import Server, dies_with_parent, ensure_database, free_port, open_cluster, serving

CLI = (sys.executable, "-m", "motcua.cli.main")
LONGEST_START = 90.0


@dataclass(slots=True)
class Part:
    """One program; `address` answers over HTTP once it is up, None for one that serves nobody."""

    name: str
    command: tuple[str, ...]
    environment: dict[str, str]
    log: Path
    address: str | None = None
    process: "subprocess.Popen[bytes] | None" = None

    def start(self) -> None:
        """Starts it; does not wait."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*dies_with_parent("TERM"), *self.command],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=self.environment,
                start_new_session=True,
            )

    def end(self, how: signal.Signals) -> None:
        """Ends it and all it has started, and waits until it is gone."""
        if self.process is None:
            return
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, how)
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(15)
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process = None

    def is_alive(self) -> bool:
        """Whether it runs."""
        return self.process is not None and self.process.poll() is None

    def wait_until_up(self) -> None:
        """Returns when it answers."""
        deadline = time.monotonic() + LONGEST_START
        while self.address is not None:
            assert self.is_alive(), f"{self.name} ended:\n{self.log.read_text('utf-8')[-3000:]}"
            try:
                httpx.get(self.address, timeout=5, trust_env=False)
            except httpx.TransportError:
                assert time.monotonic() < deadline, f"{self.name} does not answer"
                time.sleep(0.05)
            else:
                return


@dataclass(slots=True)
class Stack:
    """portal, issuer: addresses. database: connection string. server: of that. folder: data and logs."""

    portal: str
    issuer: str
    database: str
    server: Server
    folder: Path
    web: Part
    worker: Part
    simulator: Part
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def parts(self) -> tuple[Part, Part, Part]:
        """In the order of their start."""
        return self.simulator, self.worker, self.web

    def log_of_web(self) -> str:
        """What the web server has printed."""
        return self.web.log.read_text("utf-8")


def run_cli(environment: dict[str, str], *arguments: str) -> str:
    """One command of ours to its end; what it printed."""
    done = subprocess.run([*CLI, *arguments], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"motcua {' '.join(arguments)}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@contextmanager
def real_stack(folder: Path) -> Iterator[Stack]:
    """A seeded demonstration on a database server of its own, with the settings of a real one."""
    with serving(open_cluster(folder)) as server:
        made = _laid_out(server, folder)
        try:
            run_cli(made.environment, "migrate")
            made.simulator.start()
            run_cli(made.environment, "seed", "--json")
            made.worker.start()
            made.web.start()
            for part in made.parts:
                part.wait_until_up()
            yield made
        finally:
            for part in reversed(made.parts):
                part.end(signal.SIGTERM)


def _laid_out(server: Server, folder: Path) -> Stack:
    database = ensure_database(server.address.url("postgres"), "motcua")
    # Other runs on this machine look from elsewhere: granian would share a port with them unasked.
    port, simulator_port = free_port(20_000 + os.getpid() % 5_000), free_port(26_000 + os.getpid() % 5_000)
    portal = f"http://127.0.0.1:{port}"
    # Another host name on purpose: browsers share cookies between the ports of one host.
    issuer = f"http://localhost:{simulator_port}"
    environment = {
        **os.environ,
        "DATABASE_URL": database,
        "MOTCUA_DATA": str(folder),
        "MOTCUA_SECRET_KEY": secrets.token_urlsafe(50),
        "MOTCUA_VNEID_CLIENT_SECRET": secrets.token_urlsafe(50),
        "MOTCUA_DEMONSTRATION": "true",
        "MOTCUA_PUBLIC_URL": portal,
        "MOTCUA_VNEID_ISSUER": issuer,
        "PYTHONUNBUFFERED": "1",
    }
    web = (*CLI, "serve", "--port", str(port))
    vneid = (*CLI, "simulator", "vneid", "--port", str(simulator_port))
    return Stack(
        portal=portal,
        issuer=issuer,
        database=database,
        server=server,
        folder=folder,
        web=Part("web", web, environment, folder / "web.log", portal),
        worker=Part("worker", (*CLI, "worker"), environment, folder / "worker.log"),
        simulator=Part("vneid", vneid, environment, folder / "vneid.log", issuer),
        environment=environment,
    )
