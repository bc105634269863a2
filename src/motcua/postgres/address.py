# SPDX-License-Identifier: EUPL-1.2
"""Where a server listens, and the URL that leads there."""

import hashlib
import os
import socket
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode

SUPERUSER = "motcua"
NOBODY = 65534
SOCKET_PORT = 5432
# A socket's path, name and closing zero included, must fit in the 108 bytes of sockaddr_un.
LONGEST_SOCKET_FOLDER = 107 - len("/.s.PGSQL.5432.lock")


@dataclass(frozen=True, slots=True)
class Address:
    """host: a folder (Unix socket) or 127.0.0.1; password: of the user `motcua`, who owns the cluster."""

    host: str
    port: int
    password: str

    @property
    def is_socket(self) -> bool:
        """Whether the server is reached by a Unix socket and opens no network port."""
        return self.host.startswith("/")

    def url(self, database: str) -> str:
        """A connection URI; hosts with spaces are quoted, so parse it with libpq's rules only."""
        user = f"{SUPERUSER}:{quote(self.password, safe='')}"
        where = urlencode({"host": self.host, "port": self.port}, quote_via=quote)
        return f"postgresql://{user}@/{quote(database, safe='')}?{where}"


def choose_host(folder: Path) -> tuple[str, int]:
    """Host and port for the server whose data are in `folder`.

    The socket stands inside the data folder, which only its owner may enter.
    A path too long for a socket gets a short folder of its own; a file system without sockets
    gets a TCP port.
    """
    for candidate in (folder, short_folder(folder)):
        if len(os.fsencode(candidate)) <= LONGEST_SOCKET_FOLDER and _takes_sockets(candidate):
            return str(candidate), SOCKET_PORT
    return "127.0.0.1", free_port()


def short_folder(folder: Path) -> Path:
    """A folder in the system's temporary place, the same for the same user and data folder."""
    digest = hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"motcua-{os.getuid()}-{digest}"


def _takes_sockets(folder: Path) -> bool:
    probe = folder / ".probe"
    owners = {os.getuid()} if os.getuid() != 0 else {0, NOBODY}
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        # In a place all may write to, somebody else may have made the folder before us.
        if folder.is_symlink() or folder.stat().st_uid not in owners:
            return False
        with socket.socket(socket.AF_UNIX) as trial:
            trial.bind(str(probe))
    except OSError:
        return False
    probe.unlink(missing_ok=True)
    return True


def free_port(first: int | None = None) -> int:
    """A free TCP port on the loopback: the first free one from `first` on, or any."""
    candidates = range(first, first + 100) if first else range(1)
    for candidate in candidates:
        with socket.socket(socket.AF_INET) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind(("127.0.0.1", candidate))
            except OSError:
                continue
            port: int = trial.getsockname()[1]
            return port
    raise OSError(f"no free port from {first} on")
