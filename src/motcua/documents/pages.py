# SPDX-License-Identifier: EUPL-1.2
"""Pages as pictures, for the official's viewer: it needs no plug-in and runs nothing from the file."""

from io import BytesIO
from threading import Lock

import pypdfium2
from PIL import Image, UnidentifiedImageError

_WIDTH = 1240  # A4 at 150 dots per inch.
_TALLEST = 4000
_QUALITY = 80
# PDFium keeps global state and is not safe to call from two threads.
_pdfium = Lock()


def page_image(content: bytes, media_type: str, number: int, *, width: int = _WIDTH) -> bytes | None:
    """Page number (from 1) as WebP of that many pixels across; None when there is no such page."""
    try:
        if media_type == "application/pdf":
            image = _pdf_page(content, number, width)
        else:
            image = _picture(content, width) if number == 1 else None
    except (pypdfium2.PdfiumError, UnidentifiedImageError, OSError):
        return None
    return None if image is None else _as_webp(image)


def _pdf_page(content: bytes, number: int, width: int) -> Image.Image | None:
    with _pdfium, pypdfium2.PdfDocument(content) as document:
        if not 1 <= number <= len(document):
            return None
        document.init_forms()
        page = document[number - 1]
        across, tall = page.get_size()
        scale = min(width / max(across, 1), _TALLEST / max(tall, 1))
        # to_pil shares memory with the page; the copy outlives it.
        image: Image.Image = page.render(scale=scale).to_pil().copy()
        return image


def _picture(content: bytes, width: int) -> Image.Image:
    with Image.open(BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as image:
        image.draft("RGB", (width, _TALLEST))
        image.thumbnail((width, _TALLEST))
        return image.convert("RGB")


def _as_webp(image: Image.Image) -> bytes:
    output = BytesIO()
    image.convert("RGB").save(output, "WEBP", quality=_QUALITY, method=3)
    return output.getvalue()
