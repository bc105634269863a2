# SPDX-License-Identifier: EUPL-1.2
"""A data directory: made once, by one major version, and never opened by another."""

import os
import secrets
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from .account import Account, Way, choose_account, entering
from .address import SUPERUSER
from .binaries import Binaries, find_binaries
from .copies import CACHE, copy_for_everyone
from .errors import OtherMajorError, StartError

FIRST_MAJOR_WITH_BUILTIN_LOCALE = 17


@dataclass(frozen=True, slots=True)
class Cluster:
    """folder: PostgreSQL's data directory; data: the folder of all our data, in which it lies."""

    data: Path
    folder: Path
    binaries: Binaries
    account: Account
    password: str

    @property
    def log(self) -> Path:
        """The file the server writes its messages to."""
        return self.data / "postgres.log"


def open_cluster(
    data: Path, *, binaries: Binaries | None = None, way: Way | None = None, cache: Path = CACHE
) -> Cluster:
    """The cluster below `data`, made if there is none.

    Without `binaries`, those of the major version that made the directory are looked for.
    Raises OtherMajorError, NoBinariesError or StartError.
    """
    data = data.resolve()
    folder = data / "postgres"
    major = major_of(folder)
    if binaries is None:
        binaries = find_binaries(major=major)
    if major not in (None, binaries.major):
        raise OtherMajorError(
            f"Thư mục {folder} do PostgreSQL {major} tạo ra, "
            f"còn máy này đang dùng PostgreSQL {binaries.major}. "
            f"Hãy cài PostgreSQL {major}, hoặc chọn thư mục dữ liệu khác bằng --data."
        )
    data.mkdir(parents=True, exist_ok=True)
    account = entering(choose_account(way), folder)
    if account.way == "nobody":
        binaries = copy_for_everyone(binaries, cache)
    password = _password(data, account)
    if major is None:
        _initialise(folder, binaries, account)
    account.own(folder)
    return Cluster(data=data, folder=folder, binaries=binaries, account=account, password=password)


def major_of(folder: Path) -> int | None:
    """The major version that made the data directory, or None if it is not made yet."""
    remembered = folder / "PG_VERSION"
    return int(remembered.read_text(encoding="ascii")) if remembered.is_file() else None


def password_file(data: Path) -> Path:
    """Where the password of the cluster's owner is kept."""
    return data / "postgres-password"


def _password(data: Path, account: Account) -> str:
    file = password_file(data)
    if not file.exists():
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as stream:
            stream.write(secrets.token_urlsafe(24) + "\n")
    account.own(file)
    return file.read_text(encoding="ascii").strip()


def _initialise(folder: Path, binaries: Binaries, account: Account) -> None:
    # Made under another name and renamed when whole: a directory cut short is never taken for a cluster.
    unfinished = folder.with_name("postgres.new")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700)
    account.own(unfinished)
    command = account.command(
        binaries.program("initdb"),
        f"--pgdata={unfinished}",
        f"--username={SUPERUSER}",
        f"--pwfile={password_file(folder.parent)}",
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        *_locale(binaries.major),
    )
    answer = subprocess.run(command, capture_output=True, text=True, check=False, env=server_environment())
    if answer.returncode != 0:
        raise StartError(f"Không tạo được kho dữ liệu PostgreSQL ở {folder}. {last_lines(answer.stderr)}")
    unfinished.rename(folder)


def _locale(major: int) -> tuple[str, ...]:
    # Without a Unicode locale lower('ĐĂNG') is 'ĐĂng' and searches miss; the builtin one needs no locale
    # of the system.
    if major >= FIRST_MAJOR_WITH_BUILTIN_LOCALE:
        return ("--locale-provider=builtin", "--locale=C.UTF-8")
    return ("--locale=C.UTF-8",)


def server_environment() -> dict[str, str]:
    """The environment of PostgreSQL's programs: nothing of the caller's own PG settings or language."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))}
    return {"PATH": os.defpath, **kept, "LC_ALL": "C.UTF-8"}


def last_lines(text: str, count: int = 5) -> str:
    """The end of a program's messages, where the reason of a failure stands."""
    return "\n".join(text.strip().splitlines()[-count:])
