# SPDX-License-Identifier: EUPL-1.2
"""Pages as pictures, for the official's viewer: it needs no plug-in and runs nothing from the file."""

import atexit
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from motcua.documents.models import PagePicture, StoredFile
from motcua.documents.pdf_drawing import TALLEST, PdfDrawing, as_webp
from motcua.documents.storage import current_store

_WIDTH = 1240  # A4 at 150 dots per inch.
_THUMBNAIL_WIDTH = 240
_drawing = PdfDrawing()
atexit.register(_drawing.close)


def page_image(content: bytes, media_type: str, number: int, *, width: int = _WIDTH) -> bytes | None:
    """Page number (from 1) as WebP of that many pixels across.

    None when there is no such page, when it takes too long to draw, or when others' pages are being drawn.
    """
    return _drawn(content, media_type, number, width) or None


def thumbnail(stored: StoredFile) -> bytes | None:
    """A small WebP of the first page, drawn once for each file; None when it cannot be drawn."""
    kept = PagePicture.objects.filter(stored=stored).first()
    if kept is not None:
        return bytes(kept.content) or None
    content = current_store().read(stored.sha256)
    drawn = None if content is None else _drawn(content, stored.media_type, 1, _THUMBNAIL_WIDTH)
    if drawn is not None:
        PagePicture.objects.bulk_create([PagePicture(stored=stored, content=drawn)], ignore_conflicts=True)
    return drawn or None


def _drawn(content: bytes, media_type: str, number: int, width: int) -> bytes | None:
    """The picture; empty when it can never be drawn, None when it cannot now."""
    if media_type == "application/pdf":
        return _drawing.page(content, number, width) if number < 1 << 32 else b""
    if number != 1:
        return b""
    try:
        return as_webp(_picture(content, width))
    except (UnidentifiedImageError, OSError):
        return b""


def _picture(content: bytes, width: int) -> Image.Image:
    with Image.open(BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as image:
        image.draft("RGB", (width, TALLEST))
        image.thumbnail((width, TALLEST))
        return image.convert("RGB")
