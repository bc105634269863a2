from tests.core.workflow.drawing import PARALLEL, TIMED, chain, choice, compiled, end, flow, lane, start, step

from motcua.core.workflow import Process, Row, Term, compile_process, describe
from motcua.workflow.patterns import read_pattern


def test_the_table_tells_who_does_what_and_what_comes_next() -> None:
    process = compile_process(
        read_pattern("receive_appraise_sign_issue"), {"sign": {"amount": 1, "unit": "working_days"}}
    )
    assert isinstance(process, Process)
    rows = describe(process)
    assert [row.step_id for row in rows] == [
        "receive",
        "appraise",
        "supplement_reception",
        "sign",
        "supplement_appraisal",
        "issue",
        "hand_over",
    ]
    assert rows[3] == Row(
        "sign",
        "Ký kết quả",
        "leader",
        "sign",
        Term(1, "working_days"),
        (("Ký", "Cấp số và đóng dấu"), ("Trả lại để thẩm định lại", "Thẩm định hồ sơ")),
    )


def test_branches_loops_and_timers_are_in_the_table() -> None:
    assert [(row.step_id, row.outcomes) for row in describe(compiled(*PARALLEL))] == [
        ("a", (("done", "Bước c"),)),
        ("b", (("yes", "Bước c"), ("no", "Bước b"))),
        ("c", (("done", "Hết End"),)),
    ]
    assert describe(compiled(*TIMED))[0].outcomes == (
        ("yes", "Hết good"),
        ("no", "Hết bad"),
        ("Quá hạn", "Bước b"),
    )


def test_a_way_that_hangs_on_facts_stays_open() -> None:
    process = compiled(
        lane("x", "a", "b"),
        start(),
        step("a"),
        choice("gate", "gate-end"),
        choice("second", "second-end"),
        choice("third"),
        step("b"),
        end(),
        chain("start", "a", "gate"),
        flow("gate", "second", "amount > 3"),
        flow("gate", "third", "amount > 2"),
        flow("third", "second"),
        flow("gate", "end"),
        flow("second", "b", "amount > 5"),
        flow("second", "end"),
        chain("b", "end"),
    )
    assert describe(process)[0].outcomes == (("done", "Hết end, Bước b"),)
