import json
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.workflow import drawing
from tests.core.workflow.drawing import (
    PARALLEL,
    SIMPLE,
    TIMED,
    chain,
    choice,
    end,
    engine,
    flow,
    lane,
    parallel,
    step,
)

from motcua.core.values import Refusal
from motcua.core.workflow import (
    Engine,
    Process,
    Progress,
    State,
    Term,
    available,
    compile_process,
    complete,
    ended,
    replay,
    start,
)
from motcua.workflow.patterns import pattern_names, read_pattern


def pattern_engine(name: str) -> Engine:
    process = compile_process(read_pattern(name), {"appraise": {"amount": 2, "unit": "working_days"}})
    assert isinstance(process, Process)
    return Engine(process)


ENGINES = {
    **{name: pattern_engine(name) for name in pattern_names()},
    "simple": engine(*SIMPLE),
    "parallel": engine(*PARALLEL),
    "timed": engine(*TIMED),
}
ISSUING = ENGINES["receive_appraise_sign_issue"]


def done(found: Engine, state: State, step_id: str, outcome: str, **facts: object) -> Progress:
    progress = complete(found, state, step_id, outcome, facts)
    assert isinstance(progress, Progress), progress
    return progress


def walked(found: Engine, *moves: str, facts: dict[str, object] | None = None) -> list[list[str]]:
    """The open steps after the start and after each "step:outcome"; the end's id in brackets at the end."""
    state = start(found, facts)
    trail = [[active.step_id for active in available(found, state)]]
    for move in moves:
        progress = done(found, state, *move.split(":"))
        state = json.loads(json.dumps(progress.state))
        trail.append([active.step_id for active in progress.active] or [f"({progress.ended})"])
    return trail


@pytest.mark.parametrize(
    ("moves", "last"),
    [
        (["receive:refuse"], ["(refused)"]),
        (["receive:accept"], ["appraise"]),
        (["receive:supplement"], ["supplement_reception"]),
        (["receive:supplement", "supplement_reception:sent"], ["receive"]),
        (["receive:supplement", "supplement_reception:expired"], ["(stopped)"]),
        (["receive:accept", "appraise:refuse"], ["(refused)"]),
        (["receive:accept", "appraise:supplement", "supplement_appraisal:sent"], ["appraise"]),
        (["receive:accept", "appraise:supplement", "supplement_appraisal:expired"], ["(stopped)"]),
        (["receive:accept", "appraise:approve", "sign:return"], ["appraise"]),
        (["receive:accept", "appraise:approve", "sign:sign"], ["issue"]),
        (["receive:accept", "appraise:approve", "sign:sign", "issue:issue"], ["hand_over"]),
        (
            ["receive:accept", "appraise:approve", "sign:sign", "issue:issue", "hand_over:returned"],
            ["(returned)"],
        ),
    ],
)
@pytest.mark.parametrize("name", pattern_names())
def test_a_dossier_goes_where_the_pattern_says(name: str, moves: list[str], last: list[str]) -> None:
    assert walked(ENGINES[name], *moves)[-1] == last


def test_an_open_step_says_who_what_and_how_long() -> None:
    (active,) = done(ISSUING, start(ISSUING), "receive", "accept").active
    assert (active.step_id, active.task_id, active.name) == ("appraise", "2", "Thẩm định hồ sơ")
    assert (active.role, active.kind, active.term) == ("specialist", "appraise", Term(2, "working_days"))
    assert [outcome.id for outcome in active.outcomes] == ["approve", "supplement", "refuse"]


def test_a_second_visit_of_a_step_has_a_new_number() -> None:
    state = start(ISSUING)
    first = available(ISSUING, state)[0].task_id
    state = done(ISSUING, state, "receive", "supplement").state
    again = done(ISSUING, state, "supplement_reception", "sent").active[0].task_id
    assert (first, again) == ("1", "3")


def test_starting_and_moving_twice_gives_equal_states() -> None:
    assert start(ISSUING) == start(ISSUING)
    moves = [complete(ISSUING, start(ISSUING), "receive", "accept") for _ in range(2)]
    assert moves[0] == moves[1]


@pytest.mark.parametrize(
    ("step_id", "outcome", "code"),
    [
        ("dance", "accept", "unknown_step"),
        ("sign", "sign", "step_not_active"),
        ("receive", "approve", "unknown_outcome"),
    ],
)
def test_moves_that_are_refused(step_id: str, outcome: str, code: str) -> None:
    refusal = complete(ISSUING, start(ISSUING), step_id, outcome)
    assert isinstance(refusal, Refusal)
    assert refusal.code == code


def test_nothing_can_be_done_after_the_end() -> None:
    progress = done(ISSUING, start(ISSUING), "receive", "refuse")
    assert ended(progress.state) == "refused"
    assert available(ISSUING, progress.state) == ()
    assert isinstance(complete(ISSUING, progress.state, "receive", "accept"), Refusal)


def test_parallel_branches_wait_for_each_other() -> None:
    assert walked(ENGINES["parallel"], "a:done", "b:no", "b:yes", "c:done") == [
        ["a", "b"],
        ["b"],
        ["b"],
        ["c"],
        ["(End)"],
    ]
    assert walked(ENGINES["parallel"], "b:yes", "a:done")[-1] == ["c"]


def test_three_branches_and_a_loop_around_them() -> None:
    found = engine(
        lane("x", "a", "b", "c", "d"),
        drawing.start(),
        choice("again"),
        parallel("fork"),
        *(step(name) for name in "abc"),
        parallel("join"),
        step("d", "good", "bad"),
        choice("gate"),
        end(),
        chain("start", "again", "fork", "a", "join", "d", "gate"),
        chain("fork", "b", "join"),
        chain("fork", "c", "join"),
        flow("gate", "end", "outcome == 'good'"),
        flow("gate", "again", "outcome == 'bad'"),
    )
    around = ["c:done", "a:done", "b:done", "d:bad"]
    trail = walked(found, *around, *around, "a:done", "b:done", "c:done", "d:good")
    assert trail[4] == trail[8] == ["a", "b", "c"]
    assert trail[-1] == ["(end)"]


def test_a_join_that_forks_at_once_and_branches_that_end_apart() -> None:
    found = engine(
        lane("x", "a", "b"),
        drawing.start(),
        parallel("fork"),
        step("a"),
        step("b"),
        end("first"),
        end("second"),
        chain("start", "fork", "a", "first"),
        chain("fork", "b", "second"),
    )
    assert walked(found, "a:done", "b:done") == [["a", "b"], ["b"], ["(second)"]]
    assert walked(found, "b:done", "a:done")[-1] == ["(first)"]


def test_a_terminating_end_closes_the_other_branches() -> None:
    found = engine(
        lane("x", "a", "b", "c"),
        drawing.start(),
        parallel("fork"),
        step("a"),
        step("b"),
        step("c"),
        parallel("join"),
        end("calm"),
        end("stopped", "<bpmn:terminateEventDefinition/>"),
        chain("start", "fork", "a", "join", "calm"),
        chain("fork", "b", "join"),
        chain("fork", "c", "stopped"),
    )
    assert walked(found, "a:done", "c:done")[-1] == ["(stopped)"]


def test_a_timer_takes_its_own_way_out_of_a_step() -> None:
    found = ENGINES["timed"]
    assert [(outcome.id, outcome.after) for outcome in available(found, start(found))[0].outcomes] == [
        ("yes", None),
        ("no", None),
        ("late", Term(5, "days")),
    ]
    assert walked(found, "a:late", "b:done") == [["a"], ["b"], ["(bad)"]]
    assert walked(found, "a:yes")[-1] == ["(good)"]


FACTS = (
    lane("x", "a", "b", "c"),
    drawing.start(),
    choice("entry", "entry-a"),
    step("a"),
    step("b"),
    step("c"),
    choice("gate", "gate-b"),
    end(),
    flow("start", "entry"),
    flow("entry", "c", "applicant.kind == 'company' and amount >= 10"),
    flow("entry", "a"),
    flow("a", "gate"),
    flow("gate", "c", "amount > 100"),
    flow("gate", "b"),
    chain("b", "end"),
    chain("c", "end"),
)


def test_facts_choose_the_way_and_only_those_read_are_kept() -> None:
    found = engine(*FACTS)
    assert walked(found, facts={"applicant.kind": "company", "amount": 10})[0] == ["c"]
    state = start(found, {"applicant.kind": "person", "amount": 10, "name": "Nguyễn Văn A"})
    assert state["facts"] == {"applicant.kind": "person", "amount": 10}
    assert [active.step_id for active in done(found, state, "a", "done").active] == ["b"]
    progress = done(found, state, "a", "done", amount=101, secret="x")
    assert [active.step_id for active in progress.active] == ["c"]
    assert progress.state["facts"] == {"applicant.kind": "person", "amount": 101}


def test_python_in_a_condition_neither_compiles_nor_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even a stored process that was tampered with has no way to Python: the engine cannot be built."""
    text = read_pattern("same_day").replace("outcome == 'accept'", "__import__('os')")
    problems = compile_process(text, {})
    assert isinstance(problems, tuple)
    assert [problem.code for problem in problems] == ["condition"]
    monkeypatch.setattr("builtins.eval", _forbidden)
    stored = json.loads(
        json.dumps(ISSUING.process.to_json()).replace("outcome == 'accept'", "__import__('os')")
    )
    with pytest.raises(ValueError, match=r"expected"):
        Engine(Process.from_json(stored))


def _forbidden(*_: object) -> None:
    raise AssertionError("eval was called")


def test_running_a_process_never_calls_eval(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builtins.eval", _forbidden)
    assert walked(ISSUING, "receive:accept", "appraise:approve")[-1] == ["sign"]


def test_fifty_supplements_do_not_make_the_state_grow() -> None:
    state, sizes = start(ISSUING), []
    for _ in range(50):
        state = done(ISSUING, state, "receive", "supplement").state
        state = done(ISSUING, state, "supplement_reception", "sent").state
        sizes.append(len(json.dumps(state)))
    assert max(sizes) < 2 * sizes[0]
    assert [active.task_id for active in available(ISSUING, state)] == ["101"]


def test_an_unknown_state_version_is_an_error() -> None:
    with pytest.raises(ValueError, match="No way from stored version"):
        available(ISSUING, {**start(ISSUING), "version": 0})


def test_replay_stops_at_the_first_impossible_move() -> None:
    refusal = replay(ISSUING, [("receive", "accept"), ("receive", "accept")])
    assert isinstance(refusal, Refusal)
    assert refusal.code == "step_not_active"


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(sorted(ENGINES)), st.lists(st.integers(min_value=0, max_value=999), max_size=20))
def test_a_random_walk_always_ends_or_has_an_open_step(name: str, choices: Sequence[int]) -> None:
    found = ENGINES[name]
    state, history = start(found), []
    for number in choices:
        moves = [
            (active.step_id, outcome.id) for active in available(found, state) for outcome in active.outcomes
        ]
        assert bool(moves) != (ended(state) is not None)
        if not moves:
            break
        history.append(moves[number % len(moves)])
        progress = done(found, state, *history[-1])
        assert json.loads(json.dumps(progress.state)) == progress.state
        assert progress.active == available(found, progress.state)
        assert progress.ended == ended(progress.state)
        state = progress.state
    assert replay(found, history) == state
