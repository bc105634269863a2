# SPDX-License-Identifier: EUPL-1.2
"""The ten dossier statuses every Vietnamese system exchanges, and what each means to the person waiting."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from motcua.core.workflow.definition import Kind


class Status(IntEnum):
    """The national code (TrangThaiHoSo)."""

    NEW = 1
    RECEIVED = 2
    NOT_RECEIVED = 3
    PROCESSING = 4
    SUPPLEMENT = 5
    PAYMENT = 6
    WITHDRAWING = 7
    STOPPED = 8
    FINISHED = 9
    RETURNED = 10

    @property
    def is_final(self) -> bool:
        return not _TABLE[self].next


class Ball(StrEnum):
    """Who has to act next."""

    CITIZEN = "citizen"
    AGENCY = "agency"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class _Entry:
    words: str
    ball: Ball
    next: frozenset[int]


_TABLE: Mapping[Status, _Entry] = {
    Status.NEW: _Entry("Đã nộp, chờ kiểm tra", Ball.AGENCY, frozenset({2, 3, 5, 7})),
    Status.RECEIVED: _Entry("Đã tiếp nhận", Ball.AGENCY, frozenset({4, 5, 6, 7, 8})),
    Status.NOT_RECEIVED: _Entry("Không tiếp nhận", Ball.CITIZEN, frozenset()),
    Status.PROCESSING: _Entry("Đang giải quyết", Ball.AGENCY, frozenset({5, 6, 7, 8, 9})),
    Status.SUPPLEMENT: _Entry("Đến lượt bạn: gửi bổ sung", Ball.CITIZEN, frozenset({2, 4, 7, 8})),
    Status.PAYMENT: _Entry("Đến lượt bạn: nộp phí, thuế", Ball.CITIZEN, frozenset({4, 7, 8})),
    # Declining a withdrawal brings the dossier back to where it was asked from.
    Status.WITHDRAWING: _Entry("Bạn đã xin rút", Ball.AGENCY, frozenset({1, 2, 4, 5, 6, 8})),
    Status.STOPPED: _Entry("Đã dừng", Ball.CITIZEN, frozenset()),
    Status.FINISHED: _Entry("Có kết quả", Ball.CITIZEN, frozenset({10})),
    Status.RETURNED: _Entry("Đã trả kết quả", Ball.NOBODY, frozenset()),
}

# The national list has no way back from "supplement asked" to "newly registered": a supplemented dossier
# keeps code 5 until somebody looks at it, but the citizen must not read that it is still their turn.
_SUPPLEMENTED = "Đã gửi bổ sung, chờ kiểm tra"
_CHECKING = frozenset({Kind.RECEIVE, Kind.APPRAISE})


def may_change(current: Status, following: Status) -> bool:
    """Whether a dossier may go from one status straight to the other. Staying is not a change."""
    return following.value in _TABLE[current].next


def citizen_words(status: Status, kind: str | None = None) -> str:
    """What the citizen reads. kind: the kind of the open step, if one is open."""
    return _SUPPLEMENTED if _is_supplemented(status, kind) else _TABLE[status].words


def ball_of(status: Status, kind: str | None = None) -> Ball:
    """Who has to act next. kind: the kind of the open step, if one is open."""
    return Ball.AGENCY if _is_supplemented(status, kind) else _TABLE[status].ball


def _is_supplemented(status: Status, kind: str | None) -> bool:
    return status == Status.SUPPLEMENT and kind in _CHECKING
