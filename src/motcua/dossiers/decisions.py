# SPDX-License-Identifier: EUPL-1.2
"""Pure decisions about a dossier: who may do what now. Values in, a Refusal or None out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from motcua.core.values import Refusal

# Fewest words of a reason: for one lacking item, and for refusing a dossier or a draft.
ITEM_WORDS = 3
REFUSAL_WORDS = 5


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a dossier stands, as the deciding functions need it.

    holder_gone: the one who holds it does not do this work in this unit any more.
    """

    step: str
    step_role: str
    unit_id: int
    assignee_id: int | None
    assignee_name: str
    holder_gone: bool = False


@dataclass(frozen=True, slots=True)
class Actor:
    """An official with the functions held today: pairs (unit id, function)."""

    account_id: int
    name: str
    functions: frozenset[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class ItemVerdict:
    """An official's verdict on one item: passed, lacking or not_applicable; a reason where it is lacking."""

    item: str
    verdict: str
    reason: str = ""


def refuse_act(standing: Standing, actor: Actor, step_kinds: Iterable[str], step_kind: str) -> Refusal | None:
    """Why this official may not act on this step now, or None."""
    if step_kind not in step_kinds:
        return Refusal("wrong_step", "Hồ sơ đã sang bước khác. Tải lại trang để xem việc cần làm bây giờ.")
    return refuse_hold(standing, actor) or (
        None
        if standing.assignee_id == actor.account_id
        else Refusal("not_taken", _not_taken_message(standing))
    )


def refuse_hold(standing: Standing, actor: Actor) -> Refusal | None:
    """Why this official may not hold this dossier at all, or None."""
    if standing.step_role in ("", "applicant"):
        return Refusal("not_our_turn", "Hồ sơ này đang chờ người dân, cơ quan chưa có việc phải làm.")
    if (standing.unit_id, standing.step_role) not in actor.functions:
        return Refusal("no_right", "Bước này do người có nhiệm vụ khác trong đơn vị làm.")
    return None


def refuse_take(standing: Standing, actor: Actor) -> Refusal | None:
    """Why this official cannot take the dossier, or None (R-056: two officials never hold one)."""
    if refusal := refuse_hold(standing, actor):
        return refusal
    if standing.assignee_id not in (None, actor.account_id) and not standing.holder_gone:
        return Refusal("taken_by_other", f"{standing.assignee_name} vừa nhận hồ sơ này.")
    return None


def refuse_outcome_of_check(verdicts: Mapping[str, ItemVerdict], items: Iterable[str]) -> Refusal | None:
    """A check must be complete before anything is sent: one full answer, not one reason a round (R-053)."""
    undecided = [item for item in items if item not in verdicts]
    if undecided:
        return Refusal("undecided", f"Còn {len(undecided)} mục chưa chọn Đạt, Cần bổ sung hay Không áp dụng.")
    return None


def lacking_items(verdicts: Iterable[ItemVerdict]) -> tuple[ItemVerdict, ...]:
    """The verdicts that ask something of the citizen."""
    return tuple(verdict for verdict in verdicts if verdict.verdict == "lacking")


def refuse_supplement(lacking: tuple[ItemVerdict, ...], *, asked_before: bool) -> Refusal | None:
    """Why a supplement cannot be asked, or None."""
    if asked_before:
        return Refusal(
            "second_round",
            "Bước này đã yêu cầu bổ sung một lần. Mỗi bước chỉ được yêu cầu một lần.",
        )
    if not lacking:
        return Refusal("nothing_lacking", "Chọn ít nhất một mục “Cần bổ sung” trước khi gửi yêu cầu.")
    if any(len(verdict.reason.split()) < ITEM_WORDS for verdict in lacking):
        return Refusal("no_reason", f"Viết rõ lý do cho từng mục cần bổ sung, ít nhất {ITEM_WORDS} từ.")
    return None


def refuse_receipt(lacking: tuple[ItemVerdict, ...]) -> Refusal | None:
    """Why a dossier cannot be received, or None."""
    if lacking:
        return Refusal(
            "still_lacking", "Còn mục “Cần bổ sung”. Gửi yêu cầu bổ sung, hoặc sửa lại kết quả kiểm tra."
        )
    return None


def refuse_refusal(reason: str) -> Refusal | None:
    """A refusal is a reason in words, never a code (R-054)."""
    if len(reason.split()) < REFUSAL_WORDS:
        return Refusal(
            "no_reason", f"Viết lý do từ chối bằng lời, ít nhất {REFUSAL_WORDS} từ, để người dân hiểu."
        )
    return None


def _not_taken_message(standing: Standing) -> str:
    if standing.assignee_id is None:
        return "Bấm “Nhận hồ sơ” trước khi làm, để không ai làm trùng."
    return f"{standing.assignee_name} đang giữ hồ sơ này."
