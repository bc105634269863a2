# SPDX-License-Identifier: EUPL-1.2
"""What processes have used, by the kernel's own accounts in /proc."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
_AFTER_NAME = 2  # /proc/<pid>/stat counts fields from 1 and the name may hold spaces: the rest starts at 3.
_PPID, _UTIME, _CSTIME = 4, 14, 17


@dataclass(frozen=True, slots=True)
class Memory:
    """Of a process and all below it, in MB. pss counts a page shared by n processes as 1/n in each."""

    rss: float
    pss: float


def cpu_seconds(root: int) -> float:
    """User and system time of a process, of all that live below it, and of those of them that have ended."""
    table = _table()
    ticks = sum(
        sum(int(table[pid][field]) for field in _fields(_UTIME, _CSTIME)) for pid in _tree(root, table)
    )
    return ticks / _TICKS


def memory(root: int) -> Memory:
    """What a process and all below it hold now."""
    sizes = {"Rss": 0, "Pss": 0}
    for pid in _tree(root, _table()):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]:
            name, _, rest = line.partition(":")
            if name in sizes:
                sizes[name] += int(rest.split()[0])
    return Memory(sizes["Rss"] / 1024, sizes["Pss"] / 1024)


def _fields(first: int, last: int) -> range:
    return range(first - _AFTER_NAME - 1, last - _AFTER_NAME)


def _table() -> dict[int, list[str]]:
    """pid → fields of its stat line from the third on."""
    table = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                line = (entry / "stat").read_text(encoding="utf-8", errors="replace")
            except (FileNotFoundError, ProcessLookupError):
                continue
            table[int(entry.name)] = line.rpartition(")")[2].split()
    return table


def _tree(root: int, table: dict[int, list[str]]) -> Iterable[int]:
    children: dict[int, list[int]] = {}
    for pid, fields in table.items():
        children.setdefault(int(fields[_PPID - _AFTER_NAME - 1]), []).append(pid)
    waiting = [root]
    while waiting:
        pid = waiting.pop()
        waiting += children.get(pid, [])
        yield pid
