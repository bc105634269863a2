# SPDX-License-Identifier: EUPL-1.2
"""Several photos and PDFs of one paper become one PDF."""

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from PIL import Image

_SHORT_SIDE, _LONG_SIDE = 595.28, 841.89  # A4 in points.
_COLOURS = {"L": "/DeviceGray", "RGB": "/DeviceRGB"}


@dataclass(frozen=True, slots=True)
class Assembled:
    """One PDF made of all parts."""

    content: bytes
    pages: int


def assemble(parts: Iterable[tuple[str, bytes]]) -> Assembled:
    """Put (media type, content) parts into one PDF, in order.

    Parts are what intake accepted: JPEG pictures go in without being compressed again, one A4 page each,
    lying or standing as the picture is. A PDF that comes alone stays byte for byte, with its signatures.
    """
    kept = list(parts)
    if not kept:
        raise ValueError("nothing to assemble")
    with ExitStack() as stack:
        if len(kept) == 1 and kept[0][0] == "application/pdf":
            alone = stack.enter_context(pikepdf.open(BytesIO(kept[0][1])))
            return Assembled(kept[0][1], len(alone.pages))
        target = stack.enter_context(pikepdf.new())
        for media_type, content in kept:
            if media_type == "application/pdf":
                target.pages.extend(stack.enter_context(pikepdf.open(BytesIO(content))).pages)
            else:
                _add_picture(target, content)
        output = BytesIO()
        target.save(output, deterministic_id=True)
        return Assembled(output.getvalue(), len(target.pages))


def _add_picture(target: pikepdf.Pdf, content: bytes) -> None:
    """One page with the picture as large as the paper allows, in the middle."""
    with Image.open(BytesIO(content), formats=("JPEG",)) as image:
        width, height, colour = image.width, image.height, _COLOURS[image.mode]
    paper = (_SHORT_SIDE, _LONG_SIDE) if height >= width else (_LONG_SIDE, _SHORT_SIDE)
    scale = min(paper[0] / width, paper[1] / height)
    drawn = (width * scale, height * scale)
    left, bottom = (paper[0] - drawn[0]) / 2, (paper[1] - drawn[1]) / 2
    page = target.add_blank_page(page_size=paper)
    picture = pikepdf.Stream(target, content)
    picture.stream_dict = pikepdf.Dictionary(
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=width,
        Height=height,
        ColorSpace=pikepdf.Name(colour),
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )
    name = page.add_resource(picture, pikepdf.Name.XObject, pikepdf.Name("/Picture"))
    drawing = f"q {drawn[0]:.2f} 0 0 {drawn[1]:.2f} {left:.2f} {bottom:.2f} cm {name} Do Q"
    page.contents_add(drawing.encode())
