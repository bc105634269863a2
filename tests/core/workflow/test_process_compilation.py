import json
from itertools import pairwise

import pytest
from tests.core.workflow.drawing import (
    HEAD,
    PARALLEL,
    SIMPLE,
    TIMED,
    chain,
    choice,
    codes,
    compiled,
    document,
    end,
    flow,
    lane,
    parallel,
    problem_codes,
    start,
    step,
    timer,
)

from motcua.core.workflow import Outcome, Process, StepDefinition, Term, compile_process
from motcua.core.workflow.definition import upgrade
from motcua.workflow.patterns import pattern_names, read_pattern

BASE = (lane("specialist", "a"), start(), step("a"), end())
TWIN = flow("fork", "a").replace("fork-a", "twin")
ELSE = flow("gate", "bad", "outcome == 'no'")


def gated(*flows: str, default: str = "", outcomes: tuple[str, ...] = ("yes", "no")) -> tuple[str, ...]:
    """start → a → gate → the given arrows."""
    return (
        lane("specialist", "a"),
        start(),
        step("a", *outcomes),
        choice("gate", default),
        end("good"),
        end("bad"),
        chain("start", "a", "gate"),
        *flows,
    )


@pytest.mark.parametrize("elements", [SIMPLE, PARALLEL, TIMED], ids=["simple", "parallel", "timed"])
def test_a_process_survives_json(elements: tuple[str, ...]) -> None:
    process = compiled(*elements)
    again = Process.from_json(json.loads(json.dumps(process.to_json())))
    assert again == process
    assert again.digest == process.digest


@pytest.mark.parametrize("name", pattern_names())
def test_every_shared_pattern_compiles(name: str) -> None:
    process = compile_process(read_pattern(name), {})
    assert isinstance(process, Process)
    assert {
        step.id: (step.kind, step.role, [outcome.id for outcome in step.outcomes]) for step in process.steps
    } == {
        "receive": ("receive", "one_stop", ["accept", "supplement", "refuse"]),
        "supplement_reception": ("supplement", "applicant", ["sent", "expired"]),
        "appraise": ("appraise", "specialist", ["approve", "supplement", "refuse"]),
        "supplement_appraisal": ("supplement", "applicant", ["sent", "expired"]),
        "sign": ("sign", "leader", ["sign", "return"]),
        "issue": ("issue", "clerk", ["issue"]),
        "hand_over": ("hand_over", "one_stop", ["returned"]),
    }
    with_reason = {
        (step.id, found.id) for step in process.steps for found in step.outcomes if found.needs_reason
    }
    assert with_reason == {
        ("receive", "supplement"),
        ("receive", "refuse"),
        ("appraise", "supplement"),
        ("appraise", "refuse"),
        ("sign", "return"),
    }


def test_parameters_set_terms_and_roles() -> None:
    process = compiled(
        *TIMED,
        parameters={
            "a": {"amount": 2, "unit": "working_days"},
            "b": {"role": "tax_officer"},
            "late": {"amount": 3, "unit": "working_days"},
        },
    )
    assert process.step("a") == StepDefinition(
        "a",
        "Bước a",
        "specialist",
        "appraise",
        Term(2, "working_days"),
        (
            Outcome("yes", "yes"),
            Outcome("no", "no"),
            Outcome("late", "Quá hạn", after=Term(3, "working_days")),
        ),
    )
    other = process.step("b")
    assert other is not None
    assert (other.role, other.term) == ("tax_officer", None)
    assert process.step("c") is None


@pytest.mark.parametrize(
    ("parameters", "code"),
    [
        ({"z": {}}, "unknown_step"),
        ({"a": 2}, "parameters"),
        ({"a": {"days": 2}}, "parameters"),
        ({"a": {"amount": 2}}, "term"),
        ({"a": {"amount": 0, "unit": "days"}}, "term"),
        ({"a": {"amount": 10_001, "unit": "days"}}, "term"),
        ({"a": {"amount": True, "unit": "days"}}, "term"),
        ({"a": {"amount": 1.5, "unit": "days"}}, "term"),
        ({"a": {"amount": 2, "unit": "fortnights"}}, "term"),
        ({"a": {"amount": 2, "unit": 7}}, "term"),
    ],
)
def test_wrong_parameters_are_problems(parameters: dict[str, object], code: str) -> None:
    assert codes(*SIMPLE, parameters=parameters) == [code]


def test_a_term_drawn_in_the_diagram_is_the_default() -> None:
    drawn = step("a").replace(
        "<bpmn:extensionElements>", '<bpmn:extensionElements><motcua:term amount="4" unit="hours"/>'
    )
    found = compiled(lane("clerk", "a"), start(), drawn, end(), chain("start", "a", "end")).step("a")
    assert found is not None
    assert found.term == Term(4, "hours")


def test_a_lane_may_name_its_role_beside_its_id() -> None:
    named = lane("Lane_07x", "a").replace("<bpmn:lane ", '<bpmn:lane motcua:role="leader" ')
    found = compiled(named, start(), step("a"), end(), chain("start", "a", "end")).step("a")
    assert found is not None
    assert found.role == "leader"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not_xml"),
        ("<bpmn:definitions>", "not_xml"),
        ("<a/>", "one_process"),
        (document() + "x", "not_xml"),
        (f'{HEAD}<bpmn:process id="p"/><bpmn:process id="q"/></bpmn:definitions>', "one_process"),
        ('<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>', "document_type"),
        (f"<a>{'x' * 1_000_001}</a>", "too_large"),
    ],
)
def test_files_that_are_not_one_process(text: str, code: str) -> None:
    assert problem_codes(text) == [code]


@pytest.mark.parametrize(
    "stranger",
    [
        '<bpmn:scriptTask id="s"><bpmn:script>import os</bpmn:script></bpmn:scriptTask>',
        '<bpmn:serviceTask id="s"/>',
        '<bpmn:callActivity id="s" calledElement="other"/>',
        '<bpmn:subProcess id="s"/>',
        '<bpmn:task id="s"/>',
        '<bpmn:sendTask id="s"/>',
        '<bpmn:inclusiveGateway id="s"/>',
        '<bpmn:intermediateCatchEvent id="s"/>',
        '<bpmn:dataObject id="s"/>',
        '<camunda:script id="s"/>',
        "<bpmn:ioSpecification/>",
        '<bpmn:startEvent id="s"><bpmn:timerEventDefinition/></bpmn:startEvent>',
        '<bpmn:endEvent id="s"><bpmn:messageEventDefinition/></bpmn:endEvent>',
        step("s", inner='<bpmn:multiInstanceLoopCharacteristics id="m"/>'),
        step(
            "s",
            inner="<bpmn:standardLoopCharacteristics/>",
        ),
    ],
)
def test_elements_we_do_not_run_are_refused(stranger: str) -> None:
    assert codes(*SIMPLE, stranger) == ["forbidden_element"]


def test_notes_and_documentation_are_welcome() -> None:
    notes = '<bpmn:documentation>x</bpmn:documentation><bpmn:textAnnotation id="n"/>'
    assert compiled(*SIMPLE, notes, '<bpmn:association id="s"/><!-- c -->').step("a") is not None


@pytest.mark.parametrize(
    ("elements", "expected"),
    [
        ((*BASE, chain("start", "a", "end"), flow("a", "nowhere")), ["loose_flow"]),
        ((*BASE, chain("start", "a", "end"), end()), ["id"]),
        ((*BASE, chain("start", "a", "end"), end("")), ["id"]),
        ((*BASE, flow("start", "a"), flow("a", "end", "outcome == 'done'")), ["condition_place"]),
        ((*SIMPLE, timer("t", "z"), flow("t", "end")), ["timer_place"]),
        ((*SIMPLE, timer("t", "a")), ["timer_place"]),
        ((*SIMPLE, timer("t", "a", more=' cancelActivity="false"'), flow("t", "end")), ["timer_kind"]),
        ((*SIMPLE, timer("t", "a", "R3/PT1S"), flow("t", "end")), ["timer_term"]),
        (
            (*SIMPLE, '<bpmn:boundaryEvent id="t" attachedToRef="a"/>', flow("t", "end")),
            ["timer_kind", "timer_term"],
        ),
        ((lane("x", "a"), step("a"), end(), chain("a", "end")), ["one_start", "arrows"]),
        ((*SIMPLE, start("second"), flow("second", "a")), ["one_start"]),
        ((*BASE, chain("start", "a", "end"), flow("end", "a")), ["arrows"]),
        ((*SIMPLE, step("b"), flow("a", "b"), flow("b", "end"), lane("x", "b")), ["arrows"]),
        ((*BASE, chain("start", "end")), ["arrows"]),
        ((*SIMPLE, parallel("fork")), ["arrows"]),
        (
            (*BASE, parallel("fork"), chain("start", "fork", "a", "end"), TWIN),
            ["twin_flows"],
        ),
        (
            (*SIMPLE, step("b"), step("c"), lane("x", "b", "c"), chain("b", "c", "b")),
            ["unreachable", "unreachable"],
        ),
        (
            (*gated(flow("gate", "good"), flow("gate", "b", "outcome == 'no'"), default="gate-good"),
             step("b"), lane("x", "b"), flow("b", "b"), flow("gate", "bad", "outcome == 'no'")),
            ["no_exit"],
        ),
    ],
)  # fmt: skip
def test_shapes_that_cannot_run(elements: tuple[str, ...], expected: list[str]) -> None:
    assert codes(*elements) == expected


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (step("b"), ["role"]),
        (step("a").replace('name="Bước a"', ""), ["name"]),
        (step("a", kind="dance"), ["kind"]),
        (step("a").replace('<motcua:outcome id="done" label="done"/>', ""), ["outcomes"]),
        (step("a", "x", "x"), ["outcome_twice"]),
        (step("a", ""), ["outcome_label"]),
        (step("a", "it's"), ["outcome_label"]),
        (step("a").replace('label="done"', ""), ["outcome_label"]),
    ],
)
def test_steps_that_are_not_finished(drawn: str, expected: list[str]) -> None:
    name = "b" if 'id="b"' in drawn else "a"
    assert codes(lane("specialist", "a"), start(), drawn, end(), chain("start", name, "end")) == expected


@pytest.mark.parametrize(
    ("elements", "expected"),
    [
        (gated(flow("gate", "good", "__import__('os')"), ELSE), ["condition"]),
        (gated(flow("gate", "good"), flow("gate", "bad", "outcome == 'no'")), ["condition"]),
        (
            gated(flow("gate", "good", "outcome == 'yse'"), flow("gate", "bad"), default="gate-bad"),
            ["unknown_outcome"],
        ),
        (gated(flow("gate", "good", "outcome == 'yes'"), flow("gate", "bad", "amount > 3")), ["not_covered"]),
        (gated(flow("gate", "good", "outcome == 'no'"), ELSE), ["not_covered"]),
        (
            (start(), choice("gate"), step("a"), lane("x", "a"), end(), chain("start", "gate"),
             flow("gate", "a", "amount > 3"), flow("gate", "end", "not amount > 3"), flow("a", "end")),
            ["not_covered"],
        ),
        (
            (start(), choice("first"), choice("gate"), step("a"), lane("x", "a"), end(),
             chain("start", "first", "gate"), flow("gate", "a", "outcome == 'done'"),
             flow("gate", "end", "outcome != 'done'"), flow("a", "end")),
            ["unknown_outcome", "unknown_outcome", "not_covered"],
        ),
    ],
)  # fmt: skip
def test_gateways_that_leave_someone_without_a_way(elements: tuple[str, ...], expected: list[str]) -> None:
    assert codes(*elements) == expected


def test_a_ring_of_gateways_without_a_step_is_refused() -> None:
    found = codes(
        *gated(
            flow("gate", "good", "outcome == 'yes'"),
            flow("gate", "second", "outcome != 'yes'"),
            outcomes=("yes", "no", "maybe"),
        ),
        choice("second"),
        flow("second", "bad", "outcome == 'no'"),
        flow("second", "gate", "outcome == 'maybe'"),
    )
    assert found == ["endless"]


@pytest.mark.parametrize(
    ("elements", "expected"),
    [
        # A choice opens one branch, the join waits for two.
        (
            (lane("x", "a", "b", "c"), start(), step("c", "yes", "no"), choice("gate"), step("a"), step("b"),
             parallel("join"), end(), chain("start", "c", "gate"), flow("gate", "a", "outcome == 'yes'"),
             flow("gate", "b", "outcome == 'no'"), chain("a", "join", "end"), chain("b", "join")),
            ["deadlock"],
        ),
        # Both branches of a fork go into one step without a join.
        (
            (lane("x", "a", "b", "c"), start(), parallel("fork"), step("a"), step("b"), step("c"), end(),
             chain("start", "fork", "a", "c", "end"), chain("fork", "b", "c")),
            ["doubled"],
        ),
        # Sixteen steps at once: 2^16 markings.
        (
            (lane("x", *(f"s{n}" for n in range(16))), start(), parallel("fork"), parallel("join"), end(),
             chain("start", "fork"), chain("join", "end"), *(step(f"s{n}") for n in range(16)),
             *(chain("fork", f"s{n}", "join") for n in range(16))),
            ["too_many"],
        ),
    ],
    ids=["deadlock", "doubled", "too many"],
)  # fmt: skip
def test_processes_that_would_hang(elements: tuple[str, ...], expected: list[str]) -> None:
    assert codes(*elements) == expected


def test_a_term_is_stored_as_its_two_words() -> None:
    assert Term(2, "working_days").to_json() == {"amount": 2, "unit": "working_days"}


def test_a_long_row_of_forks_in_the_road_is_given_up_quickly() -> None:
    """Thirty choices in a row have 2^30 ways; a file must not be able to keep us busy."""
    names = [f"g{number}" for number in range(31)]
    rows = [
        choice(first, f"{first}-{first}x")
        + choice(f"{first}x")
        + flow(first, f"{first}x")
        + flow(first, second, "amount > 1")
        + flow(f"{first}x", second)
        for first, second in pairwise(names)
    ]
    gates = (*rows, choice(names[-1]), chain("start", "a", names[0]), chain(names[-1], "end"))
    assert codes(*BASE, *gates) == ["too_many"]


def test_a_process_has_at_most_two_hundred_elements() -> None:
    assert codes(*SIMPLE, *(parallel(f"g{number}") for number in range(198))) == ["too_large"]


def test_stored_versions_are_upgraded_step_by_step() -> None:
    chain_of_upgrades = {
        1: lambda data: data | {"version": 2},
        2: lambda data: data | {"version": 3, "new": True},
    }
    assert upgrade({"version": 1}, chain_of_upgrades, 3) == {"version": 3, "new": True}


@pytest.mark.parametrize("version", [None, "1", 99])
def test_an_unknown_stored_version_is_an_error(version: object) -> None:
    stored = compiled(*SIMPLE).to_json() | {"version": version}
    with pytest.raises(ValueError, match="No way from stored version"):
        Process.from_json(stored)
