from itertools import product

import pytest

from motcua.core.workflow import (
    Ball,
    Kind,
    Outcome,
    Status,
    Term,
    actions,
    ball_of,
    citizen_words,
    may_change,
)

CHANGES = {
    1: {2, 3, 5, 7},
    2: {4, 5, 6, 7, 8},
    3: set(),
    4: {5, 6, 7, 8, 9},
    5: {2, 4, 7, 8},
    6: {4, 7, 8},
    7: {1, 2, 4, 5, 6, 8},
    8: set(),
    9: {10},
    10: set(),
}


@pytest.mark.parametrize(("current", "following"), list(product(Status, Status)))
def test_only_the_national_changes_are_allowed(current: Status, following: Status) -> None:
    assert may_change(current, following) is (following in CHANGES[current])


def test_final_statuses_are_not_received_stopped_and_returned() -> None:
    assert [status for status in Status if status.is_final] == [
        Status.NOT_RECEIVED,
        Status.STOPPED,
        Status.RETURNED,
    ]


def test_what_the_citizen_reads_and_who_has_the_ball() -> None:
    assert [(status.value, citizen_words(status), ball_of(status)) for status in Status] == [
        (1, "Đã nộp, chờ kiểm tra", Ball.AGENCY),
        (2, "Đã tiếp nhận", Ball.AGENCY),
        (3, "Không tiếp nhận", Ball.CITIZEN),
        (4, "Đang giải quyết", Ball.AGENCY),
        (5, "Đến lượt bạn: gửi bổ sung", Ball.CITIZEN),
        (6, "Đến lượt bạn: nộp phí, thuế", Ball.CITIZEN),
        (7, "Bạn đã xin rút", Ball.AGENCY),
        (8, "Đã dừng", Ball.CITIZEN),
        (9, "Có kết quả", Ball.CITIZEN),
        (10, "Đã trả kết quả", Ball.NOBODY),
    ]


@pytest.mark.parametrize("kind", [Kind.RECEIVE, Kind.APPRAISE, "receive"])
def test_a_supplement_that_was_sent_is_the_agencys_turn(kind: str) -> None:
    assert citizen_words(Status.SUPPLEMENT, kind) == "Đã gửi bổ sung, chờ kiểm tra"
    assert ball_of(Status.SUPPLEMENT, kind) == Ball.AGENCY
    assert ball_of(Status.SUPPLEMENT, Kind.SUPPLEMENT) == Ball.CITIZEN


OUTCOMES = (Outcome("yes", "Được", needs_reason=True), Outcome("late", "Quá hạn", after=Term(5, "days")))
ON_THE_DOSSIER = {
    1: ["reassign"],
    2: ["reassign", "extend", "stop"],
    3: [],
    4: ["reassign", "extend", "stop"],
    5: ["reassign", "stop"],
    6: ["reassign", "stop"],
    7: ["reassign", "accept_withdrawal", "decline_withdrawal"],
    8: [],
    9: ["reassign"],
    10: [],
}
WITH_STEP = {
    (1, "receive"),
    (2, "appraise"),
    (2, "consult"),
    (2, "sign"),
    (2, "issue"),
    (4, "appraise"),
    (4, "consult"),
    (4, "sign"),
    (4, "issue"),
    (5, "receive"),
    (5, "appraise"),
    (9, "hand_over"),
}


@pytest.mark.parametrize(("status", "kind"), list(product(Status, [None, *Kind])))
def test_an_official_may_do_exactly_what_the_table_says(status: Status, kind: Kind | None) -> None:
    expected = ["yes"] if (status, kind) in WITH_STEP else []
    assert [action.id for action in actions(status, kind, OUTCOMES)] == expected + ON_THE_DOSSIER[status]


def test_an_action_carries_the_words_and_the_duty_to_give_a_reason() -> None:
    chosen, *others = actions(Status.NEW, "receive", OUTCOMES)
    assert (chosen.label, chosen.needs_reason, chosen.source) == ("Được", True, "step")
    assert {action.source for action in others} == {"dossier"}
