# SPDX-License-Identifier: EUPL-1.2
"""What citizens are told of each change: one subject, one e-mail, one SMS of a single part each.

SMS is GSM-7: no marks, no short links, nothing personal. Placeholders are filled by core.messages.
"""

from dataclasses import dataclass

from motcua.core.messages import Template


@dataclass(frozen=True, slots=True)
class Wording:
    """Templates of one notice. code: its number in the status table of the interface (S01 …)."""

    code: str
    subject: Template
    email: Template
    sms: Template


CLOSING = """

Mã hồ sơ: {code}
Xem hồ sơ: {address}, mục Việc của tôi.
Hỏi thêm: {hotline}.
Chúng tôi không gửi đường dẫn thu tiền, không hỏi mật khẩu hay mã OTP.
"""


def _wording(code: str, subject: str, email: str, sms: str) -> Wording:
    return Wording(code, Template(subject), Template(email + CLOSING), Template(sms))


SUBMITTED = _wording(
    "S01",
    "{procedure}: đã nộp, chờ kiểm tra",
    "Bạn đã nộp xong hồ sơ {procedure}.\n{unit} trả lời trước {answer_by}.\nBạn chưa phải làm gì thêm.",
    "Ho so {code} da nop luc {submitted_short}. Co quan tra loi truoc {answer_short}. "
    "Ban chua phai lam gi. Hoi: {hotline_plain}",
)
RECEIVED = _wording(
    "S02",
    "{procedure}: đã tiếp nhận, hẹn trả {due_day}",
    "{unit} đã tiếp nhận hồ sơ {procedure}.\nHẹn trả kết quả: {due}.\n"
    "Giấy tiếp nhận và hẹn trả (Mẫu 01) có trong trang hồ sơ.",
    "Ho so {code} da duoc tiep nhan. Hen tra ket qua: {due_day}. Xem tren Cong, muc Viec cua toi. "
    "Hoi: {hotline_plain}",
)
SUPPLEMENT_ASKED = _wording(
    "S03",
    "{procedure}: cần bạn bổ sung trước {supplement_day}",
    "Đến lượt bạn: gửi bổ sung trước {supplement_by}.\n\nCần gửi lại:\n{items}\n\n"
    "Các phần khác đã đúng, không phải làm lại. Thời gian chờ bổ sung không tính vào hạn giải quyết.",
    "Ho so {code} can ban bo sung truoc {supplement_day}. "
    "Xem ly do tren Cong, muc Viec cua toi, hoac goi {hotline_plain}",
)
SUPPLEMENT_SENT = _wording(
    "S19",
    "{procedure}: đã nhận phần bổ sung",
    "{unit} đã nhận phần bổ sung của bạn.\nHẹn trả kết quả: {due}.\nBạn chưa phải làm gì thêm.",
    "Ho so {code} da nhan du phan bo sung. Hen tra ket qua: {due_day}. Ban chua phai lam gi. Hoi: {hotline_plain}",
)
REFUSED = _wording(
    "S10",
    "{procedure}: không được giải quyết",
    "Hồ sơ {procedure} không được giải quyết.\n\nLý do: {reason}\n\n"
    "Phiếu từ chối (Mẫu 03) có trong trang hồ sơ. Nếu không đồng ý, bạn có quyền khiếu nại với {unit}.",
    "Ho so {code} khong duoc giai quyet. "
    "Ly do va cach khieu nai: xem tren Cong, muc Viec cua toi, hoac goi {hotline_plain}",
)
STOPPED = _wording(
    "S20",
    "{procedure}: đã dừng",
    "Hồ sơ {procedure} đã dừng vì quá hạn bổ sung.\nBạn có thể nộp lại hồ sơ mới bất cứ lúc nào.",
    "Ho so {code} da dung vi qua han bo sung. Ban co the nop lai ho so moi tren Cong. Hoi: {hotline_plain}",
)
FINISHED = _wording(
    "S08",
    "{procedure}: đã có kết quả",
    "Hồ sơ {procedure} đã có kết quả.\nBản điện tử có chữ ký số, dùng được ngay. {collect}\n"
    "Mời bạn đánh giá việc giải quyết hồ sơ trong trang hồ sơ.",
    "Ho so {code} da co ket qua. Ban dien tu co chu ky so o tren Cong, muc Viec cua toi. Hoi: {hotline_plain}",
)
RETURNED = _wording(
    "S11",
    "{procedure}: đã trả kết quả",
    "Kết quả hồ sơ {procedure} đã được trả.\nMời bạn đánh giá việc giải quyết hồ sơ trong trang hồ sơ.",
    "Ho so {code} da tra ket qua. Moi ban danh gia tren Cong, muc Viec cua toi. Hoi: {hotline_plain}",
)
