# SPDX-License-Identifier: EUPL-1.2
"""Stops keeping files that are too large, alone or together, and remembers that they were.

Files are read before anything is known of who sends them, so this is what a stranger's request may cost.
"""

from tempfile import SpooledTemporaryFile
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from motcua.core.values import Problem
from motcua.theme.formats import size

TOO_LARGE = "motcua/too-large"
TOO_MUCH = "motcua/too-much"
MOST_TOGETHER = 60_000_000
_IN_MEMORY = 2_000_000


class LimitedUploadHandler(FileUploadHandler):
    """Keeps a file up to the limit, on the disk when it is large; past it, hands on an empty one.

    The request still ends normally, so that the page can say what happened beside the right question.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kept_before = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Starts a file."""
        super().new_file(*args, **kwargs)
        self.content: SpooledTemporaryFile[bytes] = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115
        self.seen = 0
        self.flaw = ""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002 - Django hands it over.
        """Keeps a part while the file, and all files so far, are within the limits."""
        self.seen += len(raw_data)
        if self.seen > settings.MOTCUA.upload_limit:
            self.flaw = TOO_LARGE
        elif self.kept_before + self.seen > MOST_TOGETHER:
            self.flaw = TOO_MUCH
        if self.flaw:
            self.content.seek(0)
            self.content.truncate()
        else:
            self.content.write(raw_data)

    def file_complete(self, file_size: int) -> "UploadedFile[bytes]":
        """The file as read, or an empty one whose type is the flaw."""
        self.kept_before += 0 if self.flaw else file_size
        self.content.seek(0)
        return UploadedFile(
            self.content, self.file_name or "", self.flaw or self.content_type or "", file_size
        )


def problem_of(file: "UploadedFile[bytes]", place: str) -> Problem | None:
    """Why the content of the file was not kept, or None when it was."""
    if file.content_type == TOO_LARGE:
        limit = size(settings.MOTCUA.upload_limit)
        sentence = f"Tệp {file.name} nặng quá mức {limit}. Chụp lại bằng nút chụp ảnh, máy sẽ tự thu nhỏ."
        return Problem(place, "too_large", sentence)
    if file.content_type == TOO_MUCH:
        sentence = f"Các tệp gửi cùng lúc nặng quá {size(MOST_TOGETHER)}. Gửi tệp {file.name} trong lần sau."
        return Problem(place, "too_much", sentence)
    return None
