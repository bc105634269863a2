# SPDX-License-Identifier: EUPL-1.2
"""Signing in by VNeID (C07): there and back without losing what was being done."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.module_loading import import_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from motcua.core.values import Refusal
from motcua.identity.access import OFFICIAL_AT_PORTAL, citizen_of, safe_next, sign_in_address
from motcua.identity.ports import CitizenSignIn, NotVerified
from motcua.identity.services import citizen_from_claims
from motcua.portal.holding import claim_begun_here


@dataclass(frozen=True, slots=True)
class Notice:
    """What happened, in words. kind: as of ui.banner."""

    title: str
    text: str
    kind: str = "warning"


NOTICES: Mapping[str, Notice] = {
    "cancelled": Notice(
        "Bạn chưa đăng nhập",
        "Bạn đã dừng ở VNeID. Bài bạn đang khai vẫn được giữ. Bạn đăng nhập lại khi sẵn sàng.",
        "info",
    ),
    "stale": Notice(
        "Lần đăng nhập này mở đã lâu",
        "Bài bạn đang khai vẫn được giữ. Bạn bấm đăng nhập lần nữa.",
    ),
    "unavailable": Notice(
        "Chưa kết nối được VNeID",
        "Không phải lỗi của bạn. Bài bạn đang khai vẫn được giữ. "
        "Bạn thử lại sau ít phút, hoặc làm tiếp mà chưa đăng nhập.",
    ),
    "no_subject": Notice(
        "VNeID chưa cho biết bạn là ai",
        "Bài bạn đang khai vẫn được giữ. Bạn thử lại sau ít phút.",
    ),
    "closed": Notice("Tài khoản này đã bị khóa", "Gọi số ở cuối trang để được mở lại."),
    OFFICIAL_AT_PORTAL: Notice(
        "Bạn đang dùng tài khoản cán bộ",
        "Trang này dành cho người dân. Đăng nhập bằng VNeID của bạn để làm việc riêng.",
        "info",
    ),
}


@never_cache
@require_GET
def sign_in(request: HttpRequest) -> HttpResponse:
    """The page with one button; a signed-in citizen goes straight on."""
    onward = safe_next(request)
    notice = NOTICES.get(request.GET.get("loi", ""))
    if notice is None and citizen_of(request) is not None:
        return redirect(onward or settings.LOGIN_REDIRECT_URL)
    return render(request, "portal/sign_in.html", {"next": onward, "notice": notice})


@require_POST
def start_sign_in(request: HttpRequest) -> HttpResponse:
    """On to VNeID."""
    answer = _provider().start(request, safe_next(request))
    return _not_signed_in(answer) if isinstance(answer, NotVerified) else answer


@never_cache
@require_GET
def vneid_callback(request: HttpRequest) -> HttpResponse:
    """Back from VNeID: signed in and on to where the citizen was, or told why not."""
    found = _provider().finish(request)
    if isinstance(found, NotVerified):
        return _not_signed_in(found)
    account = citizen_from_claims(found.claims, now=timezone.now())
    if isinstance(account, Refusal):
        return redirect(sign_in_address("portal:sign_in", onward=found.onward, reason=account.code))
    login(request, account, backend="django.contrib.auth.backends.ModelBackend")
    claim_begun_here(request, account)
    return redirect(found.onward or settings.LOGIN_REDIRECT_URL)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Out, and back to the home page. Asked for by a form, so that no link can do it."""
    logout(request)
    return redirect(settings.LOGOUT_REDIRECT_URL)


def _provider() -> CitizenSignIn:
    provider: CitizenSignIn = import_string(settings.CITIZEN_SIGN_IN)()
    return provider


def _not_signed_in(why: NotVerified) -> HttpResponse:
    return redirect(sign_in_address("portal:sign_in", onward=why.onward, reason=why.reason))
