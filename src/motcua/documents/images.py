# SPDX-License-Identifier: EUPL-1.2
"""Pictures from phones and scanners: opened by a decoder, turned upright, written anew.

Writing the pixels anew is what makes a picture safe: place of capture, scripts behind the picture and
anything else that is not a pixel stays behind.
"""

import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

import pillow_heif
from PIL import Image, ImageOps, UnidentifiedImageError

MOST_PIXELS = 80_000_000
LONGEST_SIDE = 4000  # An A4 page at 340 dots per inch.
_QUALITY = 88
_FORMATS = {"image/jpeg": ("JPEG",), "image/png": ("PNG",), "image/webp": ("WEBP",)}
# What decoders raise for damaged pictures; the warning becomes an error where warnings are errors.
_TOO_LARGE = (Image.DecompressionBombError, Image.DecompressionBombWarning)
_BROKEN = (
    UnidentifiedImageError,
    ArithmeticError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)

Flaw = Literal["broken", "too_many_pixels"]


@dataclass(frozen=True, slots=True)
class Picture:
    """An upright JPEG without anything but its pixels."""

    content: bytes
    width: int
    height: int


def clean_picture(content: bytes, detected: str) -> Picture | Flaw:
    """Decode a picture of the detected type and write it anew as JPEG."""
    try:
        return _clean(content, detected)
    except _TOO_LARGE:
        return "too_many_pixels"
    except _BROKEN:
        return "broken"


def _clean(content: bytes, detected: str) -> Picture | Flaw:
    with _open(content, detected) as image:
        if image.width * image.height > MOST_PIXELS:
            return "too_many_pixels"
        # Lets the JPEG decoder work at a half or a quarter of the size: less memory, same page.
        image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        upright = ImageOps.exif_transpose(image)
        flat = _on_white(upright)
        flat.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        return Picture(_as_jpeg(flat), flat.width, flat.height)


def _open(content: bytes, detected: str) -> Image.Image:
    if detected != "image/heic":
        return Image.open(BytesIO(content), formats=_FORMATS[detected])
    heif = pillow_heif.open_heif(BytesIO(content), convert_hdr_to_8bit=True)
    if heif.size[0] * heif.size[1] > MOST_PIXELS:
        raise Image.DecompressionBombError
    return heif.to_pillow()


def _on_white(image: Image.Image) -> Image.Image:
    """Transparent drawings become ink on white paper, not on black."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    layered = image.convert("RGBA")
    paper = Image.new("RGB", layered.size, "white")
    paper.paste(layered, mask=layered.getchannel("A"))
    return paper


def _as_jpeg(image: Image.Image) -> bytes:
    image.info.clear()
    output = BytesIO()
    image.save(output, "JPEG", quality=_QUALITY, optimize=True)
    return output.getvalue()
