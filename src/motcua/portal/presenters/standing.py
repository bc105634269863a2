# SPDX-License-Identifier: EUPL-1.2
"""Where a dossier stands, in the words of the person waiting: whose turn, by when, and lateness unasked."""

from dataclasses import dataclass
from datetime import datetime

from motcua.core.workflow import Status, citizen_words
from motcua.dossiers.queries import Dossier
from motcua.theme.formats import long_day, moment

_KINDS = {
    Status.NEW: "waiting",
    Status.RECEIVED: "working",
    Status.NOT_RECEIVED: "stopped",
    Status.PROCESSING: "working",
    Status.SUPPLEMENT: "waiting",
    Status.PAYMENT: "waiting",
    Status.WITHDRAWING: "waiting",
    Status.STOPPED: "stopped",
    Status.FINISHED: "done",
    Status.RETURNED: "done",
}
# A promise that has passed is not repeated: the apology says what was promised.
_LATE = "Bạn chưa phải làm gì thêm. Chúng tôi báo bạn ngay khi xong."


@dataclass(frozen=True, slots=True)
class Standing:
    """words: the status; kind: as of ui.status; turn: whose turn it is; sentence: what happens next.

    banner: as of ui.banner. by: when something must have happened, None when nothing is awaited.
    apology: what to say of lateness, "" when all is in time.
    """

    words: str
    kind: str
    turn: str
    sentence: str
    banner: str
    by: datetime | None
    apology: str


def standing_of(dossier: Dossier, now: datetime) -> Standing:
    """The standing at this moment. No query: unit and procedure are loaded with the dossier."""
    status = Status(dossier.status)
    late = is_late(dossier, now)
    return Standing(
        words=citizen_words(status, dossier.step_kind or None),
        kind="late" if late else "yours" if is_citizens_turn(dossier) else _KINDS[status],
        turn=_turn(dossier),
        sentence=_LATE if late else _sentence(dossier, status),
        banner=_banner(dossier, status),
        by=None if dossier.finished_at else dossier.next_event_at,
        apology=_apology(dossier, now) if late else "",
    )


def is_late(dossier: Dossier, now: datetime) -> bool:
    """Whether the agency has the ball and should have acted before now."""
    return dossier.ball == "agency" and dossier.next_event_at is not None and dossier.next_event_at < now


def is_citizens_turn(dossier: Dossier) -> bool:
    """Whether the person has something to send."""
    return dossier.ball == "citizen" and dossier.finished_at is None


def _turn(dossier: Dossier) -> str:
    if is_citizens_turn(dossier):
        return "Đến lượt bạn"
    if dossier.finished_at is not None:
        return "Đã xong"
    return f"Đến lượt {dossier.unit.name}"


def _banner(dossier: Dossier, status: Status) -> str:
    if is_citizens_turn(dossier):
        return "warning"
    if status in {Status.FINISHED, Status.RETURNED}:
        return "success"
    return "danger" if status in {Status.NOT_RECEIVED, Status.STOPPED} else "info"


def _sentence(dossier: Dossier, status: Status) -> str:
    if status == Status.NEW:
        return f"Chúng tôi trả lời trước {moment(dossier.answer_by)}. Bạn chưa phải làm gì thêm."
    if status in {Status.RECEIVED, Status.PROCESSING}:
        return f"Hẹn trả kết quả trước {moment(dossier.due_at)}. Có thay đổi, chúng tôi báo bạn ngay."
    if status == Status.SUPPLEMENT and is_citizens_turn(dossier):
        return f"Gửi bổ sung trước {moment(dossier.next_event_at)}. Thời gian chờ bạn không tính vào hạn trả kết quả."
    if status == Status.SUPPLEMENT:
        return f"Phần bổ sung đã đến nơi. Chúng tôi xem trước {moment(dossier.next_event_at)}."
    return _ending(dossier, status)


def _ending(dossier: Dossier, status: Status) -> str:
    if status == Status.FINISHED:
        return _collect(dossier)
    if status == Status.RETURNED:
        return "Bản điện tử có chữ ký số vẫn ở đây, bạn tải lại lúc nào cũng được."
    if status == Status.NOT_RECEIVED:
        return "Hồ sơ không được tiếp nhận. Lý do ở phần Các việc đã qua. Bạn có thể nộp hồ sơ mới."
    if status == Status.STOPPED:
        return "Hồ sơ đã dừng. Lý do ở phần Các việc đã qua. Bạn có thể nộp hồ sơ mới."
    return "Chúng tôi báo bạn ngay khi có thay đổi."


def _collect(dossier: Dossier) -> str:
    ways = {
        "counter": f"Bản điện tử dùng được ngay. Bản giấy: mời bạn đến {dossier.unit.name} nhận.",
        "post": "Bản điện tử dùng được ngay. Bản giấy đang được gửi qua bưu chính.",
    }
    return ways.get(dossier.delivery, "Bản điện tử dùng được ngay, có giá trị như bản giấy.")


def _apology(dossier: Dossier, now: datetime) -> str:
    """What is late and what that means for the person; where to ask follows on the page."""
    if dossier.received_at is None:
        return (
            f"Lẽ ra chúng tôi phải trả lời bạn trước {moment(dossier.next_event_at)}. "
            f"Hồ sơ đang hiện quá hạn ở {dossier.unit.name}."
        )
    if dossier.due_at is not None and dossier.due_at < now:
        return (
            f"Ngày hẹn trả {long_day(dossier.due_at)} đã qua mà chưa có kết quả. "
            f"{dossier.unit.name} phải báo bạn ngày hẹn mới."
        )
    return (
        f"Một bước đang chậm, lẽ ra xong trước {moment(dossier.next_event_at)}. "
        f"Ngày hẹn trả {long_day(dossier.due_at)} chưa thay đổi."
    )
