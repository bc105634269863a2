# SPDX-License-Identifier: EUPL-1.2
"""Running a process: a state and what somebody did give the next state, or a refusal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from motcua.core.values import Refusal
from motcua.core.workflow.definition import Graph, Outcome, Process, Term, Upgrade, upgrade
from motcua.core.workflow.spiff import Machine, Marking

STATE_VERSION = 1
STATE_UPGRADES: Mapping[int, Upgrade] = {}
"""Stored version → function that returns the next version's form. Empty while version 1 is the newest."""

State = Mapping[str, object]
"""JSON values: version, tokens [[number, step id]], arrivals {join: [node id]}, next, ended, facts."""


class Engine:
    """A process with its engine parts built (about 0.3 ms). Keep one per revision; it never changes."""

    def __init__(self, process: Process) -> None:
        self.process = process
        self.machine = Machine(Graph.from_spec(process.spec))


@dataclass(frozen=True, slots=True)
class ActiveStep:
    """A step that waits for somebody. task_id: a number per dossier, new at each visit of the step."""

    step_id: str
    task_id: str
    name: str
    role: str
    kind: str
    term: Term | None
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """ended: the id of the end event when the process is over, else None (then active is not empty)."""

    state: State
    active: tuple[ActiveStep, ...]
    ended: str | None


def start(engine: Engine, facts: Mapping[str, object] | None = None) -> State:
    """The state of a dossier that has just entered the process.

    facts: names that gateway conditions read, such as {"applicant.kind": "company"}; others are not kept.
    """
    kept = _kept(engine, facts)
    return _stored(engine.machine.begin(kept), kept)


def available(engine: Engine, state: State) -> tuple[ActiveStep, ...]:
    """The steps open now, oldest first."""
    return _active(engine, _marking(state)[0])


def ended(state: State) -> str | None:
    """The id of the end event that closed the process, or None while it runs."""
    return _marking(state)[0].ended


def complete(
    engine: Engine, state: State, step_id: str, outcome: str, facts: Mapping[str, object] | None = None
) -> Progress | Refusal:
    """Finish an open step with one of its outcomes.

    facts: newer values for conditions; they replace the older ones.
    Refusal codes: unknown_step, step_not_active, unknown_outcome.
    """
    marking, known = _marking(state)
    step = engine.process.step(step_id)
    if step is None:
        return Refusal("unknown_step", "Quy trình không có bước này. Hãy tải lại trang để xem bước hiện tại.")
    token = next((number for number, open_step in marking.tokens.items() if open_step == step_id), None)
    if token is None:
        return Refusal("step_not_active", f"Bước “{step.name}” không còn chờ xử lý. Hãy tải lại trang.")
    if step.outcome(outcome) is None:
        return Refusal("unknown_outcome", f"Bước “{step.name}” không có kết quả này. Hãy chọn lại.")
    kept = {**known, **_kept(engine, facts)}
    moved = engine.machine.finish(marking, token, outcome, kept)
    return Progress(_stored(moved, kept), _active(engine, moved), moved.ended)


def replay(
    engine: Engine, history: Sequence[tuple[str, str]], facts: Mapping[str, object] | None = None
) -> State | Refusal:
    """The state after the same steps were finished with the same outcomes, from the start."""
    state = start(engine, facts)
    for step_id, outcome in history:
        progress = complete(engine, state, step_id, outcome)
        if isinstance(progress, Refusal):
            return progress
        state = progress.state
    return state


def _active(engine: Engine, marking: Marking) -> tuple[ActiveStep, ...]:
    by_id = {step.id: step for step in engine.process.steps}
    return tuple(
        ActiveStep(step.id, str(token), step.name, step.role, step.kind, step.term, step.outcomes)
        for token, step in ((token, by_id[step_id]) for token, step_id in marking.tokens.items())
    )


def _kept(engine: Engine, facts: Mapping[str, object] | None) -> dict[str, object]:
    return {name: value for name, value in (facts or {}).items() if name in engine.machine.fact_names}


def _stored(marking: Marking, facts: Mapping[str, object]) -> State:
    return {
        "version": STATE_VERSION,
        "tokens": [[number, step] for number, step in marking.tokens.items()],
        "arrivals": {join: list(sources) for join, sources in marking.arrivals.items()},
        "next": marking.next_token,
        "ended": marking.ended,
        "facts": dict(facts),
    }


def _marking(state: State) -> tuple[Marking, dict[str, object]]:
    """Read a stored state. Raises ValueError for an unknown version."""
    stored = upgrade(dict(state), STATE_UPGRADES, STATE_VERSION)
    tokens, arrivals, facts = stored["tokens"], stored["arrivals"], stored["facts"]
    number, end = stored["next"], stored["ended"]
    assert isinstance(tokens, list)
    assert isinstance(arrivals, dict)
    assert isinstance(facts, dict)
    assert isinstance(number, int)
    marking = Marking(
        dict(tokens),
        {join: tuple(sources) for join, sources in arrivals.items()},
        number,
        None if end is None else str(end),
    )
    return marking, facts
