# SPDX-License-Identifier: EUPL-1.2
"""What an official may do with a dossier, by its status and the kind of its open step."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from motcua.core.workflow.definition import Kind, Outcome
from motcua.core.workflow.status import Status


@dataclass(frozen=True, slots=True)
class Action:
    """source "step": id is an outcome of the open step; source "dossier": an act on the whole dossier."""

    id: str
    label: str
    needs_reason: bool
    source: Literal["step", "dossier"]


_REASSIGN = Action("reassign", "Chuyển người xử lý", needs_reason=True, source="dossier")
_EXTEND = Action("extend", "Xin lỗi và hẹn lại ngày trả", needs_reason=True, source="dossier")
_STOP = Action("stop", "Dừng giải quyết", needs_reason=True, source="dossier")
_ACCEPT_WITHDRAWAL = Action("accept_withdrawal", "Đồng ý cho rút hồ sơ", needs_reason=False, source="dossier")
_DECLINE_WITHDRAWAL = Action("decline_withdrawal", "Không cho rút hồ sơ", needs_reason=True, source="dossier")

_WORK = frozenset({Kind.APPRAISE, Kind.CONSULT, Kind.SIGN, Kind.ISSUE})
_STEPS: Mapping[Status, frozenset[Kind]] = {
    Status.NEW: frozenset({Kind.RECEIVE}),
    Status.RECEIVED: _WORK,
    Status.NOT_RECEIVED: frozenset(),
    Status.PROCESSING: _WORK,
    # The citizen has answered and the checking step is open again.
    Status.SUPPLEMENT: frozenset({Kind.RECEIVE, Kind.APPRAISE}),
    Status.PAYMENT: frozenset(),
    Status.WITHDRAWING: frozenset(),
    Status.STOPPED: frozenset(),
    Status.FINISHED: frozenset({Kind.HAND_OVER}),
    Status.RETURNED: frozenset(),
}
_DOSSIER: Mapping[Status, tuple[Action, ...]] = {
    Status.NEW: (_REASSIGN,),
    Status.RECEIVED: (_REASSIGN, _EXTEND, _STOP),
    Status.NOT_RECEIVED: (),
    Status.PROCESSING: (_REASSIGN, _EXTEND, _STOP),
    Status.SUPPLEMENT: (_REASSIGN, _STOP),
    Status.PAYMENT: (_REASSIGN, _STOP),
    Status.WITHDRAWING: (_REASSIGN, _ACCEPT_WITHDRAWAL, _DECLINE_WITHDRAWAL),
    Status.STOPPED: (),
    Status.FINISHED: (_REASSIGN,),
    Status.RETURNED: (),
}


def actions(status: Status, kind: str | None, outcomes: tuple[Outcome, ...]) -> tuple[Action, ...]:
    """The acts open to an official: first the outcomes of the open step, then those on the dossier.

    kind: kind of the open step, None when none is open. A timer's outcome is never an act of a person.
    """
    chosen = tuple(
        Action(outcome.id, outcome.label, outcome.needs_reason, "step")
        for outcome in outcomes
        if outcome.after is None and kind in _STEPS[status]
    )
    return chosen + _DOSSIER[status]
