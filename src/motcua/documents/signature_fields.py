# SPDX-License-Identifier: EUPL-1.2
"""Empty signature fields at the places a template reserves.

A template reserves a place by a link to "urn:motcua:field:NAME". The link becomes a form field of that
name, so its position and its place in the reading order are those the typesetter chose. All fields
exist before the first signature: adding one later would change a signed file.
"""

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

_PREFIX = "urn:motcua:field:"
_LABELS = {"NguoiKy": "Chữ ký số của người có thẩm quyền", "ConDau": "Chữ ký số của cơ quan"}
_PRINT_AND_LOCKED = 4 | 128


def with_signature_fields(content: bytes) -> tuple[bytes, int]:
    """The PDF with its reserved places made into fields, and its number of pages."""
    with pikepdf.open(BytesIO(content)) as pdf:
        pages = len(pdf.pages)
        places = [place for page in pdf.pages for place in _places(page)]
        if not places:
            return content, pages
        fields = [_become_field(pdf, page, link) for page, link in places]
        # Without SigFlags: the first signature sets them.
        pdf.Root.AcroForm = Dictionary(Fields=Array(fields))
        _retag(pdf)
        output = BytesIO()
        pdf.save(output, deterministic_id=True)
        return output.getvalue(), pages


def _places(page: pikepdf.Page) -> list[tuple[pikepdf.Page, pikepdf.Object]]:
    links = page.obj.get("/Annots", Array())
    return [(page, link) for link in links if _address(link).startswith(_PREFIX)]


def _address(link: pikepdf.Object) -> str:
    action = link.get("/A")
    return "" if action is None else str(action.get("/URI", ""))


def _become_field(pdf: pikepdf.Pdf, page: pikepdf.Page, link: pikepdf.Object) -> pikepdf.Object:
    """Change the link in place: the tags keep pointing at it."""
    name = _address(link).removeprefix(_PREFIX)
    for key in ("/A", "/Border", "/Contents"):
        if key in link:
            del link[key]
    link.Subtype = Name.Widget
    link.FT = Name.Sig
    link.T = String(name)
    link.TU = String(_LABELS.get(name, "Chữ ký số"))
    link.F = _PRINT_AND_LOCKED
    link.P = page.obj
    link.AP = Dictionary(N=_blank(pdf, link.Rect))
    return link


def _blank(pdf: pikepdf.Pdf, box: pikepdf.Object) -> pikepdf.Object:
    """An appearance that draws nothing; archivable PDF asks every field to have one."""
    left, bottom, right, top = (float(side) for side in box.as_list())
    drawing = pikepdf.Stream(pdf, b"")
    drawing.stream_dict = Dictionary(
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, round(right - left, 2), round(top - bottom, 2)]),
    )
    return pdf.make_indirect(drawing)


def _retag(pdf: pikepdf.Pdf) -> None:
    """Tell screen readers that the place is a form field, no longer a link."""
    for item in pdf.objects:
        if not isinstance(item, Dictionary) or item.get("/S") != "/Link":
            continue
        kids = item.get("/K", Array())
        if isinstance(kids, Array) and len(kids) == 1 and _is_field(kids[0]):
            item.S = Name.Form
            # Verifiers look for the field right under its element, not in a list of one.
            item.K = kids[0]


def _is_field(kid: pikepdf.Object) -> bool:
    return isinstance(kid, Dictionary) and "/Obj" in kid and kid.Obj.get("/Subtype") == "/Widget"
