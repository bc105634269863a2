# SPDX-License-Identifier: EUPL-1.2
"""Files in memory: for tests and for trying a service without a disk."""

from hashlib import sha256
from pathlib import Path


class MemoryStore:
    """A file store that forgets everything with the process."""

    def __init__(self) -> None:
        self._files: dict[str, bytes] = {}

    def put(self, content: bytes) -> str:
        name = sha256(content).hexdigest()
        self._files[name] = bytes(content)
        return name

    def read(self, sha256: str) -> bytes | None:
        return self._files.get(sha256)

    def exists(self, sha256: str) -> bool:
        return sha256 in self._files

    def size(self, sha256: str) -> int | None:
        content = self._files.get(sha256)
        return None if content is None else len(content)

    def path_or_none(self, sha256: str) -> Path | None:  # noqa: ARG002 - the port's signature
        return None

    def delete(self, sha256: str) -> None:
        self._files.pop(sha256, None)
