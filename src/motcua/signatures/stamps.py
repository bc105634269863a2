# SPDX-License-Identifier: EUPL-1.2
"""The visible part of a signature, drawn with the fonts of the papers."""

import json
from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

import typst

from motcua.signatures.ports import Stamp

_HERE = ZoneInfo("Asia/Ho_Chi_Minh")
_DRAWING = """
#let data = json(bytes(sys.inputs.data))
#set page(width: data.width * 1pt, height: data.height * 1pt, margin: 3pt, fill: none)
#set text(font: "Libertinus Serif", size: data.size * 1pt, fill: rgb("#9c1c12"), lang: "vi", hyphenate: false)
#set par(leading: 0.45em, spacing: 0.45em)
#box(width: 100%, height: 100%, inset: 3pt, stroke: 0.8pt + rgb("#9c1c12"), clip: true,
  align(left + horizon, data.lines.map(line => par(line)).join()))
"""
_LETTER = 8.0


def person_stamp(name: str, organisation: str, signed_at: datetime) -> Stamp:
    """What stands at the signature of the person who decides."""
    return Stamp((f"Người ký: {name}", f"Cơ quan: {organisation}", f"Ký lúc: {_moment(signed_at)}"))


def seal_stamp(organisation: str, signed_at: datetime) -> Stamp:
    """What stands at the seal of the agency."""
    return Stamp((f"Cơ quan: {organisation}", f"Đóng dấu số lúc: {_moment(signed_at)}"))


def _moment(when: datetime) -> str:
    return when.astimezone(_HERE).strftime("%H:%M:%S %d/%m/%Y")


def draw(stamp: Stamp, *, width: float, height: float) -> bytes:
    """The stamp as a one-page PDF of that size in points."""
    data = {"width": width, "height": height, "size": _LETTER, "lines": list(stamp.lines)}
    content = typst.Compiler(font_paths=_fonts()).compile(
        input=_DRAWING.encode(),
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        timestamp=datetime(2000, 1, 1, tzinfo=UTC),
        pdf_tags=False,
    )
    assert isinstance(content, bytes)
    return content


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False)
