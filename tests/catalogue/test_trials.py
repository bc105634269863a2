"""Scenarios played: what passes, how a difference reads, what is reported as never reached."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.catalogue.packages import scenario, write_package

from motcua.catalogue.packages import Package, read_package
from motcua.catalogue.trials import Report, Trial, try_package
from motcua.organisations.national_calendar import national_calendar

GIVEN = scenario()["given"]
assert isinstance(GIVEN, dict)


def given(**changes: object) -> dict[str, object]:
    return {**GIVEN, **changes}


def answers(**changes: object) -> dict[str, object]:
    return given(answers={**GIVEN["answers"], **changes})


def step(step_id: str, outcome: str, at: str) -> dict[str, str]:
    return {"step": step_id, "outcome": outcome, "at": at}


SUBMITTED = {"submit": "2026-11-02 08:00"}
RECEIVED = step("receive", "accept", "2026-11-02 09:00")


def report(tmp_path: Path, *played: Mapping[str, object]) -> Report:
    folder = write_package(
        tmp_path / "s", scenarios={f"s{number}": each for number, each in enumerate(played)}
    )
    package = read_package(folder)
    assert isinstance(package, Package), package
    return try_package(package, national_calendar())


def trial(tmp_path: Path, played: Mapping[str, object]) -> Trial:
    return report(tmp_path, played).trials[0]


def test_what_came_out_as_written_passes(tmp_path: Path) -> None:
    found = report(tmp_path, scenario())
    assert found.passed
    assert found.trials[0].played.answers["full_name"] == "Trần Thị Hoa"


def test_without_scenarios_nothing_has_passed(tmp_path: Path) -> None:
    assert not report(tmp_path).passed


def test_what_no_scenario_reaches_is_reported(tmp_path: Path) -> None:
    stopped = scenario(given=answers(for_whom=""), when=[], then={"problems": ["for_whom"]})
    found = report(tmp_path, stopped)
    assert found.passed
    assert (found.pages, found.pages_missed) == (2, ("giay",))
    assert "receive.refuse" in found.outcomes_missed
    assert len(found.outcomes_missed) == found.outcomes


@pytest.mark.parametrize(
    ("changed", "difference"),
    [
        ({"then": {"status": "returned"}}, "Trạng thái: cần “returned”, có “processing”"),
        ({"then": {"ended": "returned"}}, "Nơi kết thúc: cần “returned”, có không có"),
        (
            {"then": {"due": "2026-11-04 17:30"}},
            "Ngày hẹn trả: cần “17:30 thứ Tư 4/11/2026”, có “17:30 thứ Năm 5/11/2026”",
        ),
        ({"then": {"on_time": True}}, "Đúng hẹn: cần có, có không"),
        ({"then": {"fee": 0}}, "Lệ phí: cần “0”, có “8000”"),
        ({"then": {"components": ["a"]}}, "Giấy tờ cần gửi: cần a, có không có"),
        ({"then": {"pages": ["giay"]}}, "Các trang đã hỏi: cần giay, có ve-ban, giay"),
        ({"then": {"ineligible": "for_whom"}}, "Câu làm dừng lại: cần “for_whom”, có “không có”"),
        ({"then": {"problems": ["full_name"]}}, "Không báo lỗi ở “full_name”"),
        (
            {"then": {"results": {"ban-sao": {"holder": "A"}}}},
            "Mục “holder” của “ban-sao”: cần “A”, có “TRẦN THỊ HOA”",
        ),
        ({"given": answers(typo="1"), "then": {}}, "Câu trả lời “typo” không được hỏi tới"),
        ({"when": [RECEIVED], "then": {}}, "Bước “receive” đứng trước lúc nộp"),
    ],
)
def test_a_difference_is_said_in_words(tmp_path: Path, changed: dict[str, object], difference: str) -> None:
    assert difference in trial(tmp_path, scenario(**changed)).differences


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        (answers(for_whom=""), "for_whom"),
        (answers(for_whom="nobody"), "for_whom"),
        (given(known={}), "full_name"),
        (answers(papers=[{"paper": ""}]), "paper"),
        (answers(papers=[]), "papers"),
        (answers(papers=[{"paper": "A"}, {"paper": "B"}, {"paper": "C"}]), "papers"),
    ],
)
def test_a_page_that_refuses_an_answer_stops_the_scenario(
    tmp_path: Path, changed: dict[str, object], place: str
) -> None:
    found = trial(tmp_path, scenario(given=changed, then={"problems": [place]}))
    assert found.differences == ()
    assert found.played.status is None


def test_an_act_that_cannot_be_done_stops_the_scenario(tmp_path: Path) -> None:
    acts = [SUBMITTED, step("sign", "sign", "2026-11-02 09:00"), RECEIVED]
    found = trial(tmp_path, scenario(when=acts, then={}))
    assert len(found.differences) == 1
    assert found.differences[0].startswith("Bước “sign” lúc 09:00 02/11/2026: ")


def test_a_day_outside_the_calendar_is_said(tmp_path: Path) -> None:
    acts = [{"submit": "2040-11-02 08:00"}, step("receive", "accept", "2040-11-02 09:00")]
    assert len(trial(tmp_path, scenario(when=acts, then={})).differences) == 1


LATE = [
    SUBMITTED,
    RECEIVED,
    step("appraise", "approve", "2026-11-05 08:00"),
    step("sign", "sign", "2026-11-05 09:00"),
    step("issue", "issue", "2026-11-06 08:00"),
]


@pytest.mark.parametrize(
    ("acts", "then"),
    [
        ([], {}),
        ([SUBMITTED], {"status": "new"}),
        ([SUBMITTED, step("receive", "supplement", "2026-11-02 09:00")], {"status": "supplement"}),
        (
            [
                SUBMITTED,
                step("receive", "supplement", "2026-11-02 09:00"),
                step("supplement_reception", "sent", "2026-11-03 09:00"),
            ],
            {"status": "supplement"},
        ),
        (
            [SUBMITTED, step("receive", "refuse", "2026-11-02 09:00")],
            {"status": "not_received", "ended": "refused"},
        ),
        (
            [SUBMITTED, RECEIVED, step("appraise", "refuse", "2026-11-02 10:00")],
            {"status": "stopped", "ended": "refused"},
        ),
        (LATE, {"status": "finished", "on_time": False}),
        (
            [*LATE, step("hand_over", "returned", "2026-11-06 09:00")],
            {"status": "returned", "ended": "returned"},
        ),
    ],
)
def test_status_follows_the_process(
    tmp_path: Path, acts: list[dict[str, str]], then: dict[str, object]
) -> None:
    assert trial(tmp_path, scenario(when=acts, then=then)).differences == ()


def test_waiting_for_the_applicant_does_not_count(tmp_path: Path) -> None:
    acts = [SUBMITTED, RECEIVED, step("appraise", "supplement", "2026-11-02 10:00")]
    sent = step("supplement_appraisal", "sent", "2026-11-04 10:00")
    open_clock = trial(tmp_path / "a", scenario(when=acts, then={"status": "supplement"}))
    closed = trial(tmp_path / "b", scenario(when=[*acts, sent], then={"due": "2026-11-09 17:30"}))
    assert (open_clock.differences, open_clock.played.due) == ((), None)
    assert closed.differences == ()
