# SPDX-License-Identifier: EUPL-1.2
"""Under which account the server runs: PostgreSQL refuses to run as root."""

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from .address import NOBODY
from .errors import StartError

Way = Literal["plain", "mapped", "nobody"]


@dataclass(frozen=True, slots=True)
class Account:
    """way: as the caller itself; as the caller who believes to be `nobody`; or really as `nobody`.

    prefix: what stands before each command; user, group: who must own the data as the kernel sees it.
    """

    way: Way
    prefix: tuple[str, ...]
    user: int
    group: int

    def command(self, program: str, *arguments: str) -> list[str]:
        """The command line that runs `program` under this account."""
        return [*self.prefix, program, *arguments]

    def own(self, path: Path) -> None:
        """Give `path` and all below it to this account, if another owns it."""
        if path.stat().st_uid == self.user:
            return
        for place in (path, *path.rglob("*")):
            os.chown(place, self.user, self.group, follow_symlinks=False)


def choose_account(way: Way | None = None) -> Account:
    """The account for this process; `way` forces one, which tests and unusual machines need."""
    if way is not None:
        return {"plain": _plain, "mapped": _mapped, "nobody": _nobody}[way]()
    if os.getuid() != 0 and _has_name():
        return _plain()
    if namespaces_are_allowed():
        return _mapped()
    if os.getuid() == 0:
        return _nobody()
    raise StartError(
        f"Người dùng số {os.getuid()} không có tên trong hệ thống nên PostgreSQL không chạy được. "
        "Hãy chạy bằng một người dùng có tên, hoặc đặt biến DATABASE_URL."
    )


def _plain() -> Account:
    return Account(way="plain", prefix=(), user=os.getuid(), group=os.getgid())


def _mapped() -> Account:
    # The server believes it is `nobody`; the kernel still checks files as the caller, so binaries and data
    # may lie in a folder only the caller can enter, and nothing is chowned.
    prefix = ("unshare", "--user", f"--map-user={NOBODY}", f"--map-group={NOBODY}", "--")
    return Account(way="mapped", prefix=prefix, user=os.getuid(), group=os.getgid())


def _nobody() -> Account:
    if os.getuid() != 0:
        raise StartError("Chỉ root mới chạy PostgreSQL bằng người dùng nobody được. Hãy bỏ lựa chọn đó.")
    prefix = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--")
    return Account(way="nobody", prefix=prefix, user=NOBODY, group=NOBODY)


def entering(account: Account, folder: Path) -> Account:
    """The same account, able to enter `folder` even where `nobody` may not, such as below /root."""
    if account.way != "nobody" or can_others_enter(folder):
        return account
    right = ("--inh-caps=+dac_override", "--ambient-caps=+dac_override")
    return Account(account.way, (*account.prefix[:-1], *right, "--"), account.user, account.group)


def can_others_enter(folder: Path) -> bool:
    """Whether every folder above `folder` lets any user through."""
    return all(parent.stat().st_mode & 0o001 for parent in folder.resolve().parents)


def dies_with_parent(signal_name: str) -> tuple[str, ...]:
    """A command prefix by which a child gets a signal when this process ends in any way, kill -9 included."""
    return ("setpriv", "--pdeathsig", signal_name, "--") if shutil.which("setpriv") else ()


@cache
def namespaces_are_allowed() -> bool:
    """Whether this process may make a user namespace; many containers forbid it."""
    if shutil.which("unshare") is None:
        return False
    return subprocess.run(_mapped().command("true"), capture_output=True, check=False).returncode == 0


def _has_name() -> bool:
    try:
        pwd.getpwuid(os.getuid())
    except KeyError:
        return False
    return True
