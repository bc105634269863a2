# SPDX-License-Identifier: EUPL-1.2
"""Stops reading a file that is too large, and remembers that it was."""

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

TOO_LARGE = "motcua/too-large"


class LimitedUploadHandler(FileUploadHandler):
    """Keeps a file in memory up to the limit; past it, drops the rest and hands on an empty file of type TOO_LARGE.

    The request still ends normally, so that the page can say what happened beside the right question.
    """

    def new_file(self, *args: object, **kwargs: object) -> None:
        super().new_file(*args, **kwargs)
        self.parts: list[bytes] = []
        self.seen = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.seen += len(raw_data)
        if self.seen <= settings.MOTCUA.upload_limit:
            self.parts.append(raw_data)
        else:
            self.parts.clear()

    def file_complete(self, file_size: int) -> SimpleUploadedFile:
        too_large = file_size > settings.MOTCUA.upload_limit
        return SimpleUploadedFile(
            self.file_name or "", b"".join(self.parts), TOO_LARGE if too_large else self.content_type
        )
