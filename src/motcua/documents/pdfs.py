# SPDX-License-Identifier: EUPL-1.2
"""PDF files from citizens: read by a parser, refused when they could act, written anew when unsigned."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

import pikepdf

MOST_PAGES = 200
MOST_OBJECTS = 100_000
MOST_IMAGE_PIXELS = 200_000_000
_ACTIONS = {"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE", "/RichMediaExecute"}
_ACTIVE_KEYS = {"/JS", "/EmbeddedFiles", "/EF", "/RichMediaContent", "/XFA"}

Flaw = Literal["broken", "encrypted", "active_content", "too_many_pages", "too_many_pixels"]


@dataclass(frozen=True, slots=True)
class CleanPdf:
    """A PDF that only shows pages."""

    content: bytes
    pages: int


def clean_pdf(content: bytes) -> CleanPdf | Flaw:
    """Parse the file; answer what may be stored, or the reason why it may not.

    A signed file keeps its bytes, because writing it anew would break the signature.
    """
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            return _clean(pdf, content)
    except pikepdf.PasswordError:
        return "encrypted"
    except (pikepdf.PdfError, ValueError, TypeError, RuntimeError, RecursionError):
        return "broken"


def _clean(pdf: pikepdf.Pdf, content: bytes) -> CleanPdf | Flaw:
    flaw = _flaw(pdf)
    if flaw is not None:
        return flaw
    pages = len(pdf.pages)
    if _is_signed(pdf):
        # A preface would let the same bytes be read as a web page.
        return CleanPdf(content, pages) if content.startswith(b"%PDF-") else "active_content"
    output = BytesIO()
    pdf.save(output, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.preserve)
    return CleanPdf(output.getvalue(), pages)


def _flaw(pdf: pikepdf.Pdf) -> Flaw | None:
    if pdf.is_encrypted:
        return "encrypted"
    pages = len(pdf.pages)
    if pages == 0 or len(pdf.objects) > MOST_OBJECTS:
        return "broken"
    if pages > MOST_PAGES:
        return "too_many_pages"
    for dictionary in _dictionaries(pdf):
        if _acts(dictionary):
            return "active_content"
        if _pixels(dictionary) > MOST_IMAGE_PIXELS:
            return "too_many_pixels"
    return None


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary of the file, those written inside others included."""
    for top in pdf.objects:
        waiting = [top]
        while waiting:
            item = waiting.pop()
            if isinstance(item, pikepdf.Array):
                waiting.extend(child for child in item if _is_direct(child))
            elif isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
                yield item
                waiting.extend(child for _, child in item.items() if _is_direct(child))


def _is_direct(item: object) -> bool:
    """Containers written in place; what is only referred to has its own number and its own turn."""
    return isinstance(item, (pikepdf.Array, pikepdf.Dictionary)) and not item.is_indirect


def _acts(dictionary: pikepdf.Object) -> bool:
    """Whether the dictionary is something that runs, opens, sends or carries another file."""
    return str(dictionary.get("/S", "")) in _ACTIONS or any(key in dictionary for key in _ACTIVE_KEYS)


def _pixels(dictionary: pikepdf.Object) -> int:
    if dictionary.get("/Subtype") != "/Image":
        return 0
    return int(dictionary.get("/Width", 0)) * int(dictionary.get("/Height", 0))


def _is_signed(pdf: pikepdf.Pdf) -> bool:
    return any("/ByteRange" in item for item in _dictionaries(pdf))
