# SPDX-License-Identifier: EUPL-1.2
"""What documents needs from the outside: a place for bytes that never change."""

from pathlib import Path
from typing import Protocol


class FileStore(Protocol):
    """Files named by the SHA-256 of their bytes (64 lower-case hexadecimal digits)."""

    def put(self, content: bytes) -> str:
        """Keep the bytes and answer their name; keeping them twice changes nothing.

        When it returns, the bytes survive a power cut.
        """
        ...

    def read(self, sha256: str) -> bytes | None:
        """The bytes, or None when there is no such file."""
        ...

    def exists(self, sha256: str) -> bool:
        """Whether the file is there."""
        ...

    def size(self, sha256: str) -> int | None:
        """Length in bytes, or None when there is no such file."""
        ...

    def path_or_none(self, sha256: str) -> Path | None:
        """A local path to the file if the store has one, so that servers can send it without copying."""
        ...

    def delete(self, sha256: str) -> None:
        """Forget the file; nothing happens when it is not there. Only retention calls this."""
        ...
