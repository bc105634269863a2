# SPDX-License-Identifier: EUPL-1.2
"""Reading what a citizen sends: a photo, a scan or a PDF, under any name.

The answer is either the cleaned bytes to store, or a sentence that says what is wrong and what to do.
"""

from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

from motcua.core.values import Problem
from motcua.documents.images import Picture, clean_picture
from motcua.documents.pdfs import CleanPdf, clean_pdf
from motcua.documents.sniffing import Detected, detect

ACCEPT = (
    "image/jpeg,image/png,image/webp,image/heic,image/heif,application/pdf,"
    ".jpg,.jpeg,.png,.webp,.heic,.heif,.pdf"
)
LIMIT = 20_000_000
_LONGEST_ENDING = 10

_SENTENCES = {
    "empty": "Tệp này trống, chưa có nội dung. Hãy chụp lại hoặc chọn tệp khác.",
    "broken": (
        "Chúng tôi không mở được tệp này, có thể tệp bị hỏng khi lưu. "
        "Hãy chụp lại giấy hoặc lưu lại tệp PDF rồi gửi lại."
    ),
    "encrypted": "Tệp PDF này có mật khẩu nên chúng tôi không đọc được. Hãy bỏ mật khẩu rồi gửi lại.",
    "active_content": (
        "Tệp PDF này có chứa lệnh chạy hoặc tệp khác bên trong nên chúng tôi không nhận. "
        "Hãy in lại thành PDF mới, hoặc chụp ảnh từng trang."
    ),
    "too_many_pixels": "Ảnh này lớn quá mức máy đọc được. Hãy chụp lại ở chế độ thường của máy ảnh.",
    "too_many_pages": "Tệp PDF này có quá 200 trang. Hãy tách thành nhiều tệp rồi gửi từng tệp.",
}


@dataclass(frozen=True, slots=True)
class Accepted:
    """A file that may be stored.

    content: the cleaned bytes; these are what is hashed, stored and shown to the official.
    media_type: "image/jpeg" for every picture, "application/pdf" for the rest.
    pages: 1 for a picture.
    detected: the type of the file as it was sent.
    """

    content: bytes
    media_type: Literal["image/jpeg", "application/pdf"]
    pages: int
    detected: Detected


def read_upload(name: str, content: bytes, *, limit: int = LIMIT, place: str = "tep") -> Accepted | Problem:
    """Read one file. place is where a Problem shall be shown; limit is in bytes."""
    if not content:
        return Problem(place, "empty", _SENTENCES["empty"])
    heavy = too_large(len(content), limit, place=place)
    if heavy is not None:
        return heavy
    detected = detect(content)
    if detected == "other":
        return _unknown_type(name, place)
    outcome = clean_pdf(content) if detected == "application/pdf" else clean_picture(content, detected)
    match outcome:
        case CleanPdf():
            return Accepted(outcome.content, "application/pdf", outcome.pages, detected)
        case Picture():
            return Accepted(outcome.content, "image/jpeg", 1, detected)
    return Problem(place, outcome, _SENTENCES[outcome])


def too_large(size: int, limit: int = LIMIT, *, place: str = "tep") -> Problem | None:
    """The problem of a file of that many bytes; ask before reading it into memory."""
    if size <= limit:
        return None
    sentence = (
        f"Tệp nặng {_megabytes(size)} MB, quá mức {_megabytes(limit)} MB. "
        "Chụp lại bằng nút “Chụp ảnh”, máy sẽ tự thu nhỏ."
    )
    return Problem(place, "too_large", sentence)


def _unknown_type(name: str, place: str) -> Problem:
    ending = PurePath(name.replace("\\", "/")).suffix.lower()
    shown = f" {ending}" if ending[1:].isalnum() and len(ending) <= _LONGEST_ENDING else " này"
    sentence = (
        f"Chúng tôi chưa đọc được tệp{shown}. Hãy gửi ảnh chụp hoặc tệp PDF. Tệp khác đã gửi vẫn còn nguyên."
    )
    return Problem(place, "type", sentence)


def _megabytes(size: int) -> str:
    """Megabytes with at most one decimal, written the Vietnamese way; rounded up at the limit's side."""
    tenths = max(1, -(-size * 10 // 1_000_000))
    whole, rest = divmod(tenths, 10)
    return f"{whole},{rest}" if rest else str(whole)
