# SPDX-License-Identifier: EUPL-1.2
"""What a file is, told from its bytes and never from its name."""

from typing import Literal

import puremagic

Detected = Literal["image/jpeg", "image/png", "image/webp", "image/heic", "application/pdf", "other"]

# Brands of ISO media files that hold HEVC still pictures, as phones write them.
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
_KNOWN: dict[str, Detected] = {
    "image/jpeg": "image/jpeg",
    "image/png": "image/png",
    "image/webp": "image/webp",
    "image/heic": "image/heic",
    "image/heif": "image/heic",
    "application/pdf": "application/pdf",
}


def detect(content: bytes) -> Detected:
    """The kind of file, "other" for all that citizens cannot send."""
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC_BRANDS:
        return "image/heic"
    try:
        found = _KNOWN.get(puremagic.from_string(content[:65536], mime=True), "other")
    except (puremagic.PureError, ValueError):
        found = "other"
    # PDF readers accept a short preface before the header, and some scanners write one.
    return "application/pdf" if found == "other" and b"%PDF-" in content[:1024] else found
