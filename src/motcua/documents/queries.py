# SPDX-License-Identifier: EUPL-1.2
"""Reading files and what is known of them."""

from motcua.documents.models import StoredFile
from motcua.documents.storage import current_store


def stored_file(sha256: str) -> StoredFile | None:
    """What is known of the file, or None."""
    found: StoredFile | None = StoredFile.objects.filter(sha256=sha256).first()
    return found


def file_content(sha256: str) -> bytes | None:
    """The bytes of the file, or None when there is no such file."""
    return current_store().read(sha256)


def readable_size(size: int) -> str:
    """A size in words people use: "350 KB", "1,2 MB"."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} KB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")
