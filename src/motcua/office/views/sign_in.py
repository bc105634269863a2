# SPDX-License-Identifier: EUPL-1.2
"""Officials sign in here (O01), apart from citizens."""

from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from motcua.core.values import Problem, Refusal
from motcua.identity.access import CITIZEN_AT_OFFICE, safe_next
from motcua.identity.clients import client_of
from motcua.identity.lookups import is_slowed_down, record_failed_lookup
from motcua.identity.models import Kind
from motcua.identity.services import authenticate_official

HOME = "office:queue"
# One working day with overtime; then the password is asked again.
SESSION_SECONDS = 12 * 60 * 60
# A whole office may come from one address.
_FAILURES_OF_CLIENT = 50
_SLOWED_DOWN = Problem(
    "username",
    "slowed_down",
    "Nơi bạn đang dùng mạng đã nhập sai quá nhiều lần. Chờ 15 phút rồi thử lại.",
)


@never_cache
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Name and password; a signed-in official goes straight on."""
    if request.method == "POST":
        return _try(request)
    if request.user.is_authenticated and request.user.kind == Kind.OFFICIAL:
        return redirect(safe_next(request, HOME))
    return _page(request, username="", problems=())


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Out, and back to the sign-in page. Asked for by a form, so that no link can do it."""
    logout(request)
    return redirect("office:sign_in")


def _try(request: HttpRequest) -> HttpResponse:
    username, password = request.POST.get("username", "").strip(), request.POST.get("password", "")
    problems = _empty(username, password)
    if problems:
        return _page(request, username, problems)
    now, names = timezone.now(), (f"sign-in:{client_of(request)}",)
    if is_slowed_down(names, now=now, allowed=_FAILURES_OF_CLIENT):
        return _page(request, username, (_SLOWED_DOWN,), status=429)
    found = authenticate_official(username, password, now=now)
    if isinstance(found, Refusal):
        record_failed_lookup(names, now=now)
        return _page(request, username, (Problem("username", found.code, found.message),))
    login(request, found, backend="django.contrib.auth.backends.ModelBackend")
    request.session.set_expiry(SESSION_SECONDS)
    return redirect(safe_next(request, HOME))


def _empty(username: str, password: str) -> tuple[Problem, ...]:
    asked = (
        ("username", username, "Nhập tên đăng nhập đơn vị đã cấp cho bạn"),
        ("password", password, "Nhập mật khẩu của bạn"),
    )
    return tuple(Problem(place, "missing", message) for place, value, message in asked if not value)


def _page(
    request: HttpRequest, username: str, problems: tuple[Problem, ...], *, status: int = 200
) -> HttpResponse:
    context = {
        "username": username,
        "problems": problems,
        "errors": {problem.place: problem.message for problem in problems},
        "next": safe_next(request),
        "citizen": request.GET.get("loi") == CITIZEN_AT_OFFICE,
        "shortcuts": False,
    }
    return render(request, "office/sign_in.html", context, status=status)
