# SPDX-License-Identifier: EUPL-1.2
"""Made-up people and dossiers for the gallery."""

import io
from datetime import UTC, datetime

import segno
from markupsafe import Markup

from motcua.core.values import Problem

CODE = "000.00.12.H01-261102-0001"
_AT = datetime(2026, 11, 2, 3, 51, tzinfo=UTC)
_MESSAGES = {
    "full_name": "Nhập họ, chữ đệm và tên của con",
    "birth_weight": "Cân nặng viết bằng số, ví dụ 3,2",
    "story": "Viết ngắn lại, tối đa 200 chữ cái và dấu cách",
    "sex": "Chọn giới tính của con",
    "papers": "Chọn ít nhất một loại giấy",
    "nation": "Chọn dân tộc của con",
    "birthday": "Tháng sinh phải từ 1 đến 12",
    "photo": "Ảnh giấy chứng sinh nặng 31 MB, quá mức 20 MB. Chụp lại bằng nút chụp ảnh, máy sẽ tự thu nhỏ.",
    "pledge": "Đánh dấu vào ô cam đoan trước khi nộp",
}
_HOME = {"line": "Nhập số nhà, đường hoặc thôn", "ward": "Chọn xã, phường"}


def citizen(state: str) -> dict[str, object]:
    """The context of the citizens' gallery."""
    errors = _MESSAGES if state == "error" else {}
    home = _HOME if state == "error" else {}
    problems = [Problem(place, "sample", message) for place, message in errors.items()]
    problems += [Problem(_place(part), "sample", message) for part, message in home.items()]
    full = state == "clean"
    return {
        "state": state,
        "section": "find",
        "agency": "Tỉnh Thử Nghiệm",
        "problems": problems,
        "errors": errors,
        "home_errors": home,
        "full": full,
        "code": CODE,
        "qr": _qr(),
        "files": _files() if full else [],
        "rows": _rows() if full else [],
        "events": _events(),
        "fees": _fees() if full else [],
        "at": _AT,
    }


def official(state: str) -> dict[str, object]:
    """The context of the officials' gallery."""
    return {
        "official": {"name": "Trần Thị Hoa", "unit": "UBND xã Bình Minh"},
        "code": CODE,
        "queue": _queue() if state == "clean" else [],
        "pages": [],
        "shortcuts": True,
    }


def shared(name: str) -> dict[str, object]:
    """What a shared page needs beside the request."""
    if name == "tam-ngung":
        return {"from_": _AT, "until": _AT.replace(hour=10)}
    return {"reference": "10:51:07 2/11/2026"} if name == "truc-trac" else {}


def _place(part: str) -> str:
    return "home" if part == "line" else f"home.{part}"


def _qr() -> Markup:
    drawing = io.BytesIO()
    code = segno.make(CODE, error="m")
    code.save(drawing, kind="svg", xmldecl=False, svgclass=None, lineclass=None, border=0, omitsize=True)
    return Markup(drawing.getvalue().decode())  # noqa: S704 - our own drawing


def _files() -> list[dict[str, object]]:
    return [
        {"name": "giay-chung-sinh.jpg", "size": 384_000, "pages": 1, "href": "#", "remove_value": "1"},
        {
            "name": "giấy ủy quyền của ông bà nội trang đầu và trang cuối bản chụp.pdf",
            "size": 2_400_000,
            "pages": 3,
            "href": "#",
            "verdict": "Ảnh này khó đọc. Bạn chụp lại, hoặc giữ ảnh này.",
            "remove_value": "2",
        },
    ]


def _rows() -> list[dict[str, object]]:
    return [
        {
            "label": "Họ, chữ đệm và tên con",
            "value": "Nguyễn Phúc Thịnh",
            "change_href": "#",
            "change_text": "tên con",
        },
        {
            "label": "Nơi thường trú",
            "value": "Số 8, thôn Đoài, xã Bình Minh",
            "change_href": "#",
            "note": "Từ dữ liệu dân cư lúc 10:51",
            "note_href": "#",
        },
        {"label": "Dân tộc", "value": "Kinh", "change_href": "#"},
    ]


def _events() -> list[dict[str, object]]:
    return [
        {"title": "Bạn nộp hồ sơ", "state": "done", "who": "Nguyễn Văn An", "at": _AT},
        {
            "title": "Cơ quan tiếp nhận",
            "state": "done",
            "who": "Trung tâm Phục vụ hành chính công",
            "at": _AT,
        },
        {
            "title": "Kiểm tra và soạn giấy khai sinh",
            "state": "current",
            "who": "Công chức tư pháp, hộ tịch",
            "due": "Hạn 16:30, thứ Năm 5/11/2026",
        },
        {"title": "Trả kết quả", "state": "next"},
    ]


def _fees() -> list[tuple[object, ...]]:
    return [("Đăng ký đúng hạn", "Trực tuyến", "0 đồng"), ("Đăng ký quá hạn", "Tại quầy", "8.000 đồng")]


def _queue() -> list[dict[str, object]]:
    states = (
        ("9:15, 2/11", "Quá hạn 1 ngày", "late", "Chậm hẹn", "late"),
        ("17:00, hôm nay", "Hạn hôm nay 17:00", "today", "Đang giải quyết", "working"),
        ("16:30, 4/11", "Còn 1 ngày 4 giờ", "soon", "Chờ kiểm tra", "waiting"),
        ("16:30, 9/11", "Còn 4 ngày", "plenty", "Đã tiếp nhận", "working"),
        ("Đang dừng", "Tạm dừng, chờ dân", "paused", "Chờ bổ sung", "stopped"),
    )
    return [_queue_row(number, state) for number, state in enumerate(states, start=1)]


def _queue_row(number: int, state: tuple[str, str, str, str, str]) -> dict[str, object]:
    at, words, level, status, kind = state
    return {
        "due_at": at,
        "due_words": words,
        "due_level": level,
        "code": f"000.00.12.H01-261102-{number:04}",
        "href": "#",
        "procedure": "Đăng ký khai sinh",
        "person": "Nguyễn Văn An",
        "status": status,
        "kind": kind,
        "last_event": "Nộp lúc 10:51",
    }
