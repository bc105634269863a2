# SPDX-License-Identifier: EUPL-1.2
"""Anyone checks whether a paper is genuine (C26): by its code, by its QR, or by the file itself. No sign-in."""

from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from motcua.core.values import Problem
from motcua.dossiers.queries import Result, result_by_file, result_by_verify_code
from motcua.identity.clients import client_of
from motcua.identity.lookups import is_slowed_down, record_failed_lookup
from motcua.portal.inputs_following import PDF_FIELD, read_pdf, verify_code_of
from motcua.portal.presenters.masking import masked_holder
from motcua.portal.presenters.result_page import in_fours, signatures_of
from motcua.signatures.queries import verify_stored

_NO_CODE = Problem("ma", "missing", "Nhập mã kiểm tra in cạnh hình QR trên giấy")
_SLOWED_DOWN = Problem(
    PDF_FIELD,
    "slowed_down",
    "Nơi bạn đang dùng mạng đã kiểm tra nhiều tệp liền nhau. Bạn thử lại sau 15 phút",
)
_CHECKS_OF_CLIENT = 60


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    """C26: the two forms. `?ma=` goes to the page of that code; a file sent is checked at once and not kept."""
    if request.method == "POST":
        return _check_file(request)
    if "ma" not in request.GET:
        return _form(request, ())
    code = verify_code_of(request.GET["ma"])
    return redirect("portal:verify_code", code) if code else _form(request, (_NO_CODE,))


@never_cache
@require_safe
def verify_code(request: HttpRequest, code: str) -> HttpResponse:
    """C26: genuine, revoked, or not found; what the QR of a paper opens."""
    plain = verify_code_of(code)
    found = result_by_verify_code(plain)
    context = {"section": "verify", "code": in_fours(plain), **_described(found)}
    return render(request, "portal/verified_code.html", context, status=200 if found else 404)


def _check_file(request: HttpRequest) -> HttpResponse:
    now, names = timezone.now(), (f"verify:{client_of(request)}",)
    if is_slowed_down(names, now=now, allowed=_CHECKS_OF_CLIENT):
        return _form(request, (_SLOWED_DOWN,), status=429)
    content = read_pdf(request)
    if isinstance(content, Problem):
        return _form(request, (content,))
    # Every check counts, not only those that fail: it is the work that is bounded.
    record_failed_lookup(names, now=now)
    checked = verify_stored(content)
    if isinstance(checked, Problem):
        return _form(request, (Problem(PDF_FIELD, checked.code, checked.message),))
    context = {
        "section": "verify",
        "checked": checked,
        "signatures": signatures_of(checked),
        # Signatures stay good when a paper is revoked: the register has the last word.
        **_described(result_by_file(sha256(content).hexdigest())),
    }
    return render(request, "portal/verified_file.html", context)


def _described(result: Result | None) -> dict[str, object]:
    holder = masked_holder(result.data, result.dossier.applicant_name) if result else ""
    return {"result": result, "holder": holder, "revoked": result is not None and result.state == "revoked"}


def _form(request: HttpRequest, problems: tuple[Problem, ...], *, status: int = 422) -> HttpResponse:
    errors = {problem.place: problem.message for problem in problems}
    context = {
        "section": "verify",
        "problems": problems,
        "errors": errors,
        "typed": request.GET.get("ma", "")[:60],
        "agency": "",
    }
    return render(request, "portal/verify.html", context, status=status if problems else 200)
