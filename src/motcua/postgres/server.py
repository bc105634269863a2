# SPDX-License-Identifier: EUPL-1.2
"""One running server, started as a child of this process."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from .account import dies_with_parent
from .address import Address, choose_host
from .cluster import Cluster, last_lines, open_cluster, password_file, server_environment
from .errors import StartError
from .leftovers import PATIENCE, clear_leftovers, processes_in, read_lock_file, sole_use

LONGEST_START = 60.0
# For a machine of two cores and little memory; what is not named keeps PostgreSQL's own default.
OPTIONS = {
    "shared_buffers": "128MB",
    "max_connections": "60",
    "fsync": "on",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "logging_collector": "off",
}


class Server:
    """A postmaster; `start` and `stop` may be called again and again, the address stays the same."""

    def __init__(self, cluster: Cluster, options: Mapping[str, str] | None = None) -> None:
        """`options` are settings of postgresql.conf that differ from ours."""
        self.cluster = cluster
        self.options = {**OPTIONS, **(options or {})}
        host, port = choose_host(cluster.folder)
        self.address = Address(host=host, port=port, password=cluster.password)
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, and return when connections are accepted. Raises StartError with the server's own reason."""
        clear_leftovers(self.cluster.folder)
        if self.address.is_socket:
            self.cluster.account.own(Path(self.address.host))
        with self.cluster.log.open("ab") as log:
            self.process = subprocess.Popen(
                self._command(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=server_environment(),
                # Ctrl-C reaches the whole foreground group; the server must outlive the web processes.
                start_new_session=True,
            )
        self._wait_until_ready(self.process)

    def is_alive(self) -> bool:
        """Whether the postmaster runs; a dead one is reaped here."""
        return self.process is not None and self.process.poll() is None

    def stop(self) -> None:
        """End the server: fast (sessions are cut, all is written), then at once, then by force."""
        process = self.process
        if process is None:
            return
        for how in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
            if process.poll() is not None:
                break
            process.send_signal(how)
            try:
                process.wait(timeout=2 * PATIENCE)
            except subprocess.TimeoutExpired:
                continue
        self.process = None

    def _command(self) -> list[str]:
        folder = self.cluster.folder
        if self.address.is_socket:
            # The setting is a list separated by commas; quotes keep a folder with commas or spaces whole.
            quoted = self.address.host.replace('"', '""')
            where = {"listen_addresses": "", "unix_socket_directories": f'"{quoted}"'}
        else:
            where = {"listen_addresses": self.address.host, "unix_socket_directories": ""}
        where |= {"port": str(self.address.port), "unix_socket_permissions": "0700"}
        settings = [part for item in (self.options | where).items() for part in ("-c", "=".join(item))]
        program = self.cluster.binaries.program("postgres")
        return self.cluster.account.command(*dies_with_parent("INT"), program, "-D", str(folder), *settings)

    def _wait_until_ready(self, process: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + LONGEST_START
        while time.monotonic() < deadline:
            lines = read_lock_file(self.cluster.folder)
            if len(lines) > 7 and lines[7].strip() == "ready":
                return
            if process.poll() is not None:
                break
            time.sleep(0.02)
        self.stop()
        reason = last_lines(self.cluster.log.read_text(encoding="utf-8", errors="replace"))
        raise StartError(f"PostgreSQL không khởi động được. Nhật ký {self.cluster.log}:\n{reason}")


@contextmanager
def serving(cluster: Cluster, options: Mapping[str, str] | None = None) -> Iterator[Server]:
    """The cluster's server while the block runs; it is stopped however the block ends."""
    with sole_use(cluster.data):
        server = Server(cluster, options)
        try:
            server.start()
            yield server
        finally:
            server.stop()


@contextmanager
def running(data: Path, options: Mapping[str, str] | None = None) -> Iterator[Address]:
    """A server on the data below `data` while the block runs; the simple way for tests and scripts."""
    with serving(open_cluster(data), options) as server:
        yield server.address


def address_of_running(data: Path) -> Address | None:
    """Where the server that another process runs on `data` listens, or None if none runs."""
    folder = data.resolve() / "postgres"
    lines = read_lock_file(folder)
    if len(lines) < 6 or int(lines[0]) not in processes_in(folder):
        return None
    password = password_file(folder.parent).read_text(encoding="ascii").strip()
    return Address(host=lines[4].strip() or lines[5].strip(), port=int(lines[3]), password=password)


def database_url(data: Path, database: str, environment: Mapping[str, str] = os.environ) -> str | None:
    """DATABASE_URL if set; else the database of that name on the server running on `data`; else None."""
    given = environment.get("DATABASE_URL", "").strip()
    if given:
        return given
    address = address_of_running(data)
    return address.url(database) if address else None
