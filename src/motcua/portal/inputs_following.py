# SPDX-License-Identifier: EUPL-1.2
"""What people send after the submission, brought into bounds before anyone uses it."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.http import HttpRequest

from motcua.core.values import Problem, clean_line, clean_lines
from motcua.portal.upload_handler import problem_of

Files = Mapping[str, tuple[tuple[str, bytes], ...]]
NOTE = "note:"
PDF_FIELD = "tep"
_SPACES = re.compile(r"\s")
_NOT_IN_CODES = re.compile(r"[^0-9A-Z]")
_LONGEST_NOTE = 2000
_LONGEST_CODE = 60
_NO_PDF = Problem(PDF_FIELD, "missing", "Chọn tệp PDF cần kiểm tra")


@dataclass(frozen=True, slots=True)
class SupplementInput:
    """Files and words by item key; problems: files that were too large to be read."""

    files: Files
    notes: Mapping[str, str]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class TrackingInput:
    """Code and digits as typed, and what is wrong with them."""

    code: str
    digits: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class RatingInput:
    """grade: 0 when none was chosen."""

    grade: int
    reasons: tuple[str, ...]
    comment: str


def read_supplement(request: HttpRequest, items: Collection[str]) -> SupplementInput:
    """What came for the asked items; anything else is ignored."""
    files: dict[str, tuple[tuple[str, bytes], ...]] = {}
    problems: list[Problem] = []
    for key in items:
        sent = request.FILES.getlist(key)
        flaws = [problem for file in sent if (problem := problem_of(file, key)) is not None]
        problems += flaws
        if sent and not flaws:
            files[key] = tuple((file.name or "tep", file.read()) for file in sent)
    notes = {key: clean_lines(request.POST.get(NOTE + key, "")[:_LONGEST_NOTE]) for key in items}
    return SupplementInput(files, notes, tuple(problems))


def read_tracking(request: HttpRequest) -> TrackingInput:
    """Code and digits, whatever spaces they were typed with."""
    code = _SPACES.sub("", clean_line(request.POST.get("code", "")[:_LONGEST_CODE])).upper()
    digits = _SPACES.sub("", request.POST.get("digits", "")[:20])
    problems = []
    if not code:
        problems.append(Problem("code", "missing", "Nhập mã hồ sơ in trên giấy tiếp nhận"))
    if not (digits.isascii() and digits.isdigit() and len(digits) == 4):
        problems.append(Problem("digits", "four_digits", "Nhập 4 số tra cứu in cạnh mã hồ sơ"))
    return TrackingInput(code, digits, tuple(problems))


def read_rating(request: HttpRequest) -> RatingInput:
    """The grade, the ticked reasons and the person's own words."""
    grade = request.POST.get("grade", "")
    return RatingInput(
        grade=int(grade) if grade in {"1", "2", "3"} else 0,
        reasons=tuple(request.POST.getlist("reasons")[:10]),
        comment=clean_lines(request.POST.get("comment", "")[:_LONGEST_NOTE]),
    )


def verify_code_of(text: str) -> str:
    """The code of a result, whatever spaces and dashes it was typed with."""
    return _NOT_IN_CODES.sub("", text[:_LONGEST_CODE].upper())


def read_pdf(request: HttpRequest) -> bytes | Problem:
    """The PDF to check. It is looked at and not kept."""
    file = request.FILES.get(PDF_FIELD)
    if file is None:
        return _NO_PDF
    return problem_of(file, PDF_FIELD) or file.read()
