# SPDX-License-Identifier: EUPL-1.2
"""What officials read of a dossier's state and of what happened to it."""

from collections.abc import Mapping

from motcua.core.workflow import Kind, Status
from motcua.dossiers.models import Ball, Dossier

# Words and the kind of ui.status.
StatusWords = tuple[str, str]

_BY_STATUS: Mapping[int, StatusWords] = {
    Status.NEW: ("Chờ kiểm tra", "waiting"),
    Status.RECEIVED: ("Đã tiếp nhận", "working"),
    Status.NOT_RECEIVED: ("Đã từ chối", "stopped"),
    Status.PROCESSING: ("Đang giải quyết", "working"),
    Status.SUPPLEMENT: ("Chờ người dân bổ sung", "stopped"),
    Status.PAYMENT: ("Chờ nộp phí", "stopped"),
    Status.WITHDRAWING: ("Người dân xin rút", "waiting"),
    Status.STOPPED: ("Đã dừng", "stopped"),
    Status.FINISHED: ("Chờ trả kết quả", "waiting"),
    Status.RETURNED: ("Đã trả kết quả", "done"),
}
_BY_STEP: Mapping[str, StatusWords] = {
    Kind.SIGN: ("Chờ ký", "waiting"),
    Kind.ISSUE: ("Chờ phát hành", "waiting"),
}
_SUPPLEMENTED = ("Đã bổ sung, chờ kiểm tra", "waiting")

EVENTS: Mapping[str, str] = {
    "submitted": "Người dân nộp hồ sơ",
    "taken": "Nhận xử lý",
    "put_back": "Trả về hàng chờ chung",
    "received": "Tiếp nhận (Mẫu 01)",
    "supplement_asked": "Yêu cầu bổ sung (Mẫu 02)",
    "supplement_sent": "Người dân gửi bổ sung",
    "supplement_expired": "Hết hạn bổ sung, hồ sơ dừng",
    "refused": "Từ chối (Mẫu 03)",
    "result_prepared": "Lưu dự thảo kết quả",
    "submitted_for_signing": "Trình ký",
    "returned_for_changes": "Trả lại dự thảo để sửa",
    "result_approved": "Duyệt ký",
    "result_signed": "Có chữ ký số của lãnh đạo",
    "result_issued": "Vào sổ, phát hành",
    "finished": "Có kết quả đã đóng dấu",
    "returned": "Trả kết quả",
}

ROLES: Mapping[str, str] = {
    "applicant": "người nộp",
    "one_stop": "một cửa",
    "specialist": "chuyên viên",
    "leader": "lãnh đạo",
    "clerk": "văn thư",
    "system": "máy chủ",
}


def status_words(dossier: Dossier) -> StatusWords:
    """Where the dossier stands, in an official's words."""
    if dossier.status == Status.SUPPLEMENT and dossier.ball == Ball.AGENCY:
        return _SUPPLEMENTED
    return _BY_STEP.get(dossier.step_kind) or _BY_STATUS[dossier.status]


def event_title(kind: str) -> str:
    """An event in words; the name itself for one of another release."""
    return EVENTS.get(kind, kind)
