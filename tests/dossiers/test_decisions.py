"""Who may do what with a dossier, as tables."""

import pytest

from motcua.dossiers.decisions import (
    Actor,
    ItemVerdict,
    Standing,
    lacking_items,
    refuse_act,
    refuse_outcome_of_check,
    refuse_receipt,
    refuse_refusal,
    refuse_supplement,
    refuse_take,
)

HOA = Actor(1, "Nguyễn Thị Hoa", frozenset({(10, "one_stop")}))
LAN = Actor(2, "Trần Thị Lan", frozenset({(10, "one_stop"), (10, "specialist")}))
ELSEWHERE = Actor(3, "Lê Văn Tám", frozenset({(11, "one_stop")}))


def standing(**changes: object) -> Standing:
    """A dossier waiting for its reception check in unit 10, held by nobody."""
    values = {
        "step": "receive",
        "step_role": "one_stop",
        "unit_id": 10,
        "assignee_id": None,
        "assignee_name": "",
        "holder_gone": False,
    }
    return Standing(**(values | changes))  # type: ignore[arg-type]


HELD_BY_HOA = standing(assignee_id=1, assignee_name="Nguyễn Thị Hoa")


@pytest.mark.parametrize(
    ("case", "where", "actor", "code"),
    [
        ("nobody holds it", standing(), HOA, None),
        ("one's own again", HELD_BY_HOA, HOA, None),
        ("a colleague was faster", HELD_BY_HOA, LAN, "taken_by_other"),
        ("who held it is gone", standing(assignee_id=1, holder_gone=True), LAN, None),
        ("another unit's dossier", standing(), ELSEWHERE, "no_right"),
        ("another function's step", standing(step_role="leader"), HOA, "no_right"),
        ("the citizen has the ball", standing(step_role="applicant"), HOA, "not_our_turn"),
        ("nothing is open any more", standing(step_role=""), HOA, "not_our_turn"),
    ],
)
def test_taking_a_dossier(case: str, where: Standing, actor: Actor, code: str | None) -> None:
    refusal = refuse_take(where, actor)
    assert (refusal and refusal.code) == code, case


def test_second_official_reads_who_was_faster() -> None:
    refusal = refuse_take(HELD_BY_HOA, LAN)
    assert refusal is not None
    assert "Nguyễn Thị Hoa vừa nhận" in refusal.message


@pytest.mark.parametrize(
    ("case", "where", "kind", "code"),
    [
        ("holds it at the right step", HELD_BY_HOA, "receive", None),
        ("has not taken it", standing(), "receive", "not_taken"),
        ("the page is of an earlier step", HELD_BY_HOA, "appraise", "wrong_step"),
        ("somebody else holds it", standing(assignee_id=2, assignee_name="Lan"), "receive", "not_taken"),
    ],
)
def test_acting_on_a_dossier(case: str, where: Standing, kind: str, code: str | None) -> None:
    refusal = refuse_act(where, HOA, ["receive"], kind)
    assert (refusal and refusal.code) == code, case


def verdict(item: str, said: str, reason: str = "") -> ItemVerdict:
    return ItemVerdict(item, said, reason)


def test_nothing_is_sent_while_an_item_is_undecided() -> None:
    verdicts = {"component:a": verdict("component:a", "passed")}
    refusal = refuse_outcome_of_check(verdicts, ["component:a", "check:b", "check:c"])
    assert refusal is not None
    assert refusal.code == "undecided"
    assert "2 mục" in refusal.message
    assert refuse_outcome_of_check(verdicts, ["component:a"]) is None


def test_lacking_items_forbid_a_receipt() -> None:
    lacking = lacking_items([verdict("a", "passed"), verdict("b", "lacking", "Ảnh bị mờ quá")])
    assert [item.item for item in lacking] == ["b"]
    refusal = refuse_receipt(lacking)
    assert refusal is not None
    assert refusal.code == "still_lacking"
    assert refuse_receipt(()) is None


@pytest.mark.parametrize(
    ("case", "reasons", "asked_before", "code"),
    [
        ("one clear reason", ["Ảnh giấy bị mờ"], False, None),
        ("asked once already at this step", ["Ảnh giấy bị mờ"], True, "second_round"),
        ("nothing is lacking", [], False, "nothing_lacking"),
        ("one reason is only a word", ["Ảnh giấy bị mờ", "Mờ"], False, "no_reason"),
    ],
)
def test_asking_for_supplements(case: str, reasons: list[str], asked_before: bool, code: str | None) -> None:
    lacking = tuple(verdict(f"component:{n}", "lacking", reason) for n, reason in enumerate(reasons))
    refusal = refuse_supplement(lacking, asked_before=asked_before)
    assert (refusal and refusal.code) == code, case


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        ("Nơi cư trú không thuộc địa bàn phường", None),
        ("Không đủ", "no_reason"),
        ("", "no_reason"),
        ("KQ-403", "no_reason"),
    ],
)
def test_refusal_is_a_reason_in_words(reason: str, code: str | None) -> None:
    refusal = refuse_refusal(reason)
    assert (refusal and refusal.code) == code
