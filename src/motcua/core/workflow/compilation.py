# SPDX-License-Identifier: EUPL-1.2
"""A BPMN file and a service's parameters become a Process, or a list of what to mend."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from motcua.core.values import Problem
from motcua.core.workflow.bpmn import read_term
from motcua.core.workflow.definition import Process, StepDefinition, Term
from motcua.core.workflow.diagram import Diagram, read_diagram
from motcua.core.workflow.soundness import check_graph, check_steps


def compile_process(bpmn_xml: str, parameters: Mapping[str, object]) -> Process | tuple[Problem, ...]:
    """Check a process and make it ready to run.

    parameters: step or timer id → {"amount": 2, "unit": "working_days", "role": "clerk"}; role, or amount
    with unit, may be left out: what is not named keeps what the diagram says.
    """
    diagram = read_diagram(bpmn_xml)
    if not isinstance(diagram, Diagram):
        return diagram
    parameter_problems = tuple(_check_parameters(diagram, parameters))
    if parameter_problems:
        return parameter_problems
    steps = tuple(_applied(step, parameters) for step in diagram.steps)
    problems = (*check_steps(steps), *check_graph(diagram.graph, steps))
    return problems or Process(diagram.id, steps, diagram.graph.to_spec())


def _check_parameters(diagram: Diagram, parameters: Mapping[str, object]) -> Iterator[Problem]:
    timers = {outcome.id for step in diagram.steps for outcome in step.outcomes if outcome.after}
    known = {step.id for step in diagram.steps} | timers
    for place, value in parameters.items():
        if place not in known:
            names = ", ".join(sorted(known))
            yield Problem(
                place, "unknown_step", f"Quy trình không có bước “{place}”. Hãy dùng một trong: {names}."
            )
        elif not isinstance(value, Mapping) or not set(value) <= {"amount", "unit", "role"}:
            yield Problem(
                place, "parameters", f"Tham số của bước “{place}” chỉ gồm amount, unit, role. Hãy sửa lại."
            )
        elif {"amount", "unit"} & set(value) and read_term(value.get("amount"), value.get("unit")) is None:
            yield Problem(
                place,
                "term",
                f"Thời hạn của bước “{place}” chưa đúng. Hãy ghi amount là số nguyên từ 1 đến 10000 và "
                "unit là working_days, working_hours, days, hours, months hoặc same_day.",
            )


def _applied(step: StepDefinition, parameters: Mapping[str, object]) -> StepDefinition:
    own = _mapping(parameters.get(step.id))
    outcomes = tuple(
        replace(outcome, after=_term(parameters.get(outcome.id)) or outcome.after)
        if outcome.after
        else outcome
        for outcome in step.outcomes
    )
    role = str(own.get("role") or step.role)
    return replace(step, role=role, term=_term(own) or step.term, outcomes=outcomes)


def _term(value: object) -> Term | None:
    written = _mapping(value)
    return read_term(written.get("amount"), written.get("unit"))


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}
