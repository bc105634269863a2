# SPDX-License-Identifier: EUPL-1.2
"""Stops reading a file that is too large, and remembers that it was."""

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

TOO_LARGE = "motcua/too-large"


class LimitedUploadHandler(FileUploadHandler):
    """Keeps a file in memory up to the limit; past it, hands on an empty file that tells how large it was.

    The request still ends normally, so that the page can say what happened beside the right question.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Starts a file."""
        super().new_file(*args, **kwargs)
        self.parts: list[bytes] = []
        self.seen = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002 - Django hands it over.
        """Keeps a part while the file is within the limit."""
        self.seen += len(raw_data)
        if self.seen <= settings.MOTCUA.upload_limit:
            self.parts.append(raw_data)
        else:
            self.parts.clear()

    def file_complete(self, file_size: int) -> SimpleUploadedFile:
        """The file as read, or an empty one of type TOO_LARGE."""
        too_large = file_size > settings.MOTCUA.upload_limit
        kept = SimpleUploadedFile(
            self.file_name or "", b"".join(self.parts), TOO_LARGE if too_large else self.content_type or ""
        )
        kept.size = file_size
        return kept
