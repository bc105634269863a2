# SPDX-License-Identifier: EUPL-1.2
"""Papers as PDF: typst templates filled with values, archivable (PDF/A-3a) and readable aloud (PDF/UA-1).

The same template and values give the same bytes: the date is an argument, fonts come with typst.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import typst

from motcua.core.values import Problem
from motcua.documents.signature_fields import with_signature_fields

TEMPLATES = Path(__file__).parent / "templates" / "typst"
# Packages would be fetched from the network; a paper needs nothing but the shared layout.
_PACKAGE = re.compile(r'"\s*@')


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished paper, with empty signature fields where the template has signature places."""

    content: bytes
    pages: int


class TemplateError(Exception):
    """A template that cannot be typeset: the fault of whoever wrote it, not of the person in front."""


def render(template: str, data: Mapping[str, object], *, dated: date) -> Rendered:
    """Typeset a template with its data (anything JSON can carry). dated is the date inside the file.

    Templates import "official.typ" and read their data with payload(); they see no other file.
    Raises TemplateError with the place of the error.
    """
    if _PACKAGE.search(template):
        raise TemplateError("Mẫu không được dùng gói từ bên ngoài (@…).")
    try:
        content = _compile(template, data, dated)
    except RuntimeError as error:
        raise TemplateError(str(error)) from error
    finished, pages = with_signature_fields(content)
    return Rendered(finished, pages)


def render_named(name: str, data: Mapping[str, object], *, dated: date) -> Rendered:
    """Typeset one of the platform's own templates, such as "mau_01"."""
    return render((TEMPLATES / f"{name}.typ").read_text(encoding="utf-8"), data, dated=dated)


def check_template(template: str, sample: Mapping[str, object], *, dated: date) -> Problem | None:
    """Whether the template can be typeset with the sample; the Problem names line and cause."""
    try:
        render(template, sample, dated=dated)
    except TemplateError as fault:
        return Problem("outputs", "template", f"Mẫu giấy chưa in được. Hãy sửa chỗ này: {fault}")
    return None


def _compile(template: str, data: Mapping[str, object], dated: date) -> bytes:
    # One compiler a call: a compiler carries its inputs from one call to the next and threads would mix them.
    compiler = typst.Compiler(root=TEMPLATES, ignore_system_fonts=True)
    content = compiler.compile(
        input=template.encode(),
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=["a-3a", "ua-1"],
        timestamp=datetime(dated.year, dated.month, dated.day, tzinfo=UTC),
    )
    assert isinstance(content, bytes)
    return content
