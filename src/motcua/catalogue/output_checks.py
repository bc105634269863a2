# SPDX-License-Identifier: EUPL-1.2
"""Typesets every result document with sample data, filled and empty, before anyone depends on it."""

import datetime as dt
from collections.abc import Iterator, Mapping

from motcua.core.values import Problem
from motcua.documents.papers import Letterhead, result_data
from motcua.documents.rendering import check_template

from .content import ProcedureContent, Result

_DAY = dt.date(2026, 11, 2)
_SAMPLE = "Nội dung mẫu khá dài để xem dòng chữ có xuống hàng đúng chỗ hay không"


def check_outputs(content: ProcedureContent, outputs: Mapping[str, str]) -> tuple[Problem, ...]:
    """What keeps a result document from being typeset."""
    return tuple(
        problem
        for result in content.results
        if result.id in outputs
        for problem in _check(content, result, outputs[result.id])
    )


def _check(content: ProcedureContent, result: Result, template: str) -> Iterator[Problem]:
    for text in (_SAMPLE, ""):
        problem = check_template(template, sample_data(content, result, text), dated=_DAY)
        if problem is not None:
            yield Problem(f"outputs/{result.id}.typ", problem.code, problem.message)
            return


def sample_data(content: ProcedureContent, result: Result, text: str) -> dict[str, object]:
    """Data for a result document in which every field has the same text."""
    return result_data(
        Letterhead("Ủy ban nhân dân", "Xã Bình Minh", "Bình Minh"),
        number="01/2026",
        title=result.name,
        dossier_code="H99.01-261102-0001",
        qr_text="https://example.org/xac-minh/H99.01-261102-0001",
        issued_on=_DAY,
        signer_title="Chủ tịch",
        signer="Nguyễn Văn Mẫu",
        procedure_code=content.code,
        validity=result.validity,
        demonstration=True,
        **dict.fromkeys(result.fields, text),
    )
