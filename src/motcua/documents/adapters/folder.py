# SPDX-License-Identifier: EUPL-1.2
"""Files in a folder: <root>/ab/cd/abcd…, written whole or not at all."""

import os
import re
import tempfile
from hashlib import sha256
from pathlib import Path

_NAME = re.compile(r"[0-9a-f]{64}")


class FolderStore:
    """A file store on a local disk or a shared mount. Only the owner may read what it writes."""

    def __init__(self, root: Path | str) -> None:
        self._root = Path(root)

    def put(self, content: bytes) -> str:
        name = sha256(content).hexdigest()
        target = self._place(name)
        if not target.is_file():
            _make_folder(target.parent)
            _write_whole(target, content)
        return name

    def read(self, sha256: str) -> bytes | None:
        path = self.path_or_none(sha256)
        return None if path is None else path.read_bytes()

    def exists(self, sha256: str) -> bool:
        return self.path_or_none(sha256) is not None

    def size(self, sha256: str) -> int | None:
        path = self.path_or_none(sha256)
        return None if path is None else path.stat().st_size

    def path_or_none(self, sha256: str) -> Path | None:
        # The name may come from an address someone typed: nothing but a digest may become a path.
        if not _NAME.fullmatch(sha256):
            return None
        place = self._place(sha256)
        return place if place.is_file() else None

    def delete(self, sha256: str) -> None:
        path = self.path_or_none(sha256)
        if path is not None:
            path.unlink(missing_ok=True)

    def _place(self, name: str) -> Path:
        return self._root / name[:2] / name[2:4] / name


def _make_folder(folder: Path) -> None:
    """Make the folder and its parents for the owner only, and make the new entries durable."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir(mode=0o700, exist_ok=True)
        _sync_folder(place.parent)


def _write_whole(target: Path, content: bytes) -> None:
    """Write beside the target and rename: a reader sees all of the file or none of it."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".new-")  # mkstemp gives mode 0600
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """A rename is durable only when its folder is on the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
