# SPDX-License-Identifier: EUPL-1.2
"""What people type, brought into bounds before anyone uses it."""

import re
from dataclasses import dataclass

from django.http import HttpRequest

from motcua.core.values import Problem, clean_line, parse_email, parse_phone
from motcua.dossiers.services.submission import Submission

SHOWN = "@shown"
DELIVERIES = ("electronic", "counter", "post")
_NOT_IN_CODES = re.compile(r"[^0-9A-Z]")
_LONGEST_SEARCH = 200


@dataclass(frozen=True, slots=True)
class ContactInput:
    """The check page's own fields as typed, with what is wrong with them."""

    phone: str
    email: str
    delivery: str
    problems: tuple[Problem, ...] = ()
    submission: Submission | None = None


def search_text(request: HttpRequest) -> str:
    """What was typed in the search box, as one clean line."""
    return clean_line(request.GET.get("q", "")[:_LONGEST_SEARCH])


def draft_code(request: HttpRequest) -> str:
    """The code of a draft, whatever spaces and dashes it was typed with."""
    return _NOT_IN_CODES.sub("", request.POST.get("code", "")[:50].upper())


def shown_before(request: HttpRequest) -> frozenset[str]:
    """Ids of the questions that stood on the page that was sent."""
    return frozenset(request.POST.get(SHOWN, "").split())


def chosen_number(request: HttpRequest, name: str) -> int | None:
    """A whole number from 0 that a button or a radio carries; None when it is no such number."""
    text = request.POST.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else None


def read_contact(request: HttpRequest) -> ContactInput:
    """Telephone, e-mail and the way to get the result."""
    phone, email, delivery = (request.POST.get(name, "")[:300] for name in ("phone", "email", "delivery"))
    read_phone = parse_phone(phone, place="phone")
    read_email = parse_email(email, place="email") if email.strip() else ""
    problems = [each for each in (read_phone, read_email) if isinstance(each, Problem)]
    if delivery not in DELIVERIES:
        problems.append(Problem("delivery", "missing", "Chọn cách nhận kết quả"))
    if problems or isinstance(read_phone, Problem) or isinstance(read_email, Problem):
        return ContactInput(phone, email, delivery, tuple(problems))
    submission = Submission(delivery=delivery, phone=read_phone, email=read_email)
    return ContactInput(phone, email, delivery, submission=submission)
