# SPDX-License-Identifier: EUPL-1.2
"""What a crash leaves behind: a lock file, a server without parent, backends still leaving."""

import fcntl
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .errors import InUseError

PATIENCE = 5.0


@contextmanager
def sole_use(data: Path) -> Iterator[None]:
    """Hold the data folder for this process; the kernel lets go of it however the process ends."""
    with (data / "postgres.lock").open("a", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise InUseError(
                f"Thư mục {data} đang được một lệnh motcua khác dùng. "
                "Hãy dừng lệnh đó, hoặc chọn thư mục khác bằng --data."
            ) from None
        yield


def clear_leftovers(folder: Path) -> None:
    """Wait until no process lives in the data directory, then remove its lock file.

    Only the holder of `sole_use` may call this: then any server found here has lost its parent. It is asked
    to end, and its file is removed only when nobody lives in the directory; PostgreSQL alone would take
    a zombie, or a stranger who got the same process number, for a running server.
    """
    started = time.monotonic()
    while living := processes_in(folder):
        waited = time.monotonic() - started
        if waited > 2 * PATIENCE:
            raise InUseError(f"Tiến trình {living} còn giữ {folder}. Hãy dừng tiến trình đó rồi chạy lại.")
        _ask_to_end(folder, living, signal.SIGINT if waited < PATIENCE else signal.SIGQUIT)
        time.sleep(0.1)
    (folder / "postmaster.pid").unlink(missing_ok=True)


def processes_in(folder: Path) -> list[int]:
    """The live processes whose working directory is `folder`: server and backends; zombies have none."""
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdecimal():
            continue
        try:
            place = (entry / "cwd").readlink()
        except OSError:
            continue
        if place == folder:
            found.append(int(entry.name))
    return found


def _ask_to_end(folder: Path, living: list[int], how: signal.Signals) -> None:
    lines = read_lock_file(folder)
    if lines and int(lines[0]) in living:
        os.kill(int(lines[0]), how)


def read_lock_file(folder: Path) -> list[str]:
    """The lines of postmaster.pid: process, folder, start, port, socket folder, host, memory, state."""
    try:
        return (folder / "postmaster.pid").read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []
