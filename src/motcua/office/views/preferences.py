# SPDX-License-Identifier: EUPL-1.2
"""Keys of the keyboard and the height of rows, as this browser has chosen (O28)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from motcua.identity.access import official_required
from motcua.office.views.page import COMPACT, DENSITY_COOKIE, OFF, SHORTCUTS_COOKIE, office_page

KEYS = (
    ("J", "Dòng hoặc mục kế tiếp"),
    ("K", "Dòng hoặc mục trước"),
    ("Enter", "Mở dòng đang chọn"),
    ("X", "Chọn dòng để làm cùng lúc"),
    ("N", "Nhận hồ sơ"),
    ("1, 2, 3", "Đạt, Cần bổ sung, Không áp dụng cho mục đang chọn"),
    ("A", "Tiếp nhận (Mẫu 01)"),
    ("B", "Yêu cầu bổ sung (Mẫu 02)"),
    ("S", "Lưu kết quả kiểm tra hoặc dự thảo"),
    ("D", "Lập dự thảo kết quả"),
    ("[ và ]", "Giấy trước, giấy sau"),
    ("P", "Hồ sơ sau"),
    ("/", "Tìm hồ sơ"),
    ("?", "Trang này"),
)
_A_YEAR = 365 * 24 * 60 * 60
_ALLOWED = {SHORTCUTS_COOKIE: ("shortcuts", {"on", OFF}), DENSITY_COOKIE: ("density", {"normal", COMPACT})}


@never_cache
@require_http_methods(["GET", "POST"])
@official_required()
def shortcuts(request: HttpRequest) -> HttpResponse:
    """The list of keys, and the switches."""
    if request.method == "POST":
        return _keep(request)
    context = {
        "keys": KEYS,
        "keys_choice": request.COOKIES.get(SHORTCUTS_COOKIE, "on"),
        "density_choice": request.COOKIES.get(DENSITY_COOKIE, "normal"),
    }
    return office_page(request, "office/shortcuts.html", context, section="keys")


def _keep(request: HttpRequest) -> HttpResponse:
    response = redirect("office:shortcuts")
    for cookie, (field, allowed) in _ALLOWED.items():
        value = request.POST.get(field, "")
        if value in allowed:
            response.set_cookie(
                cookie, value, max_age=_A_YEAR, httponly=True, samesite="Lax", secure=request.is_secure()
            )
    messages.success(request, "Đã lưu lựa chọn của bạn trên máy này.")
    return response
