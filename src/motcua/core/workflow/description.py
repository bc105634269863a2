# SPDX-License-Identifier: EUPL-1.2
"""The text twin of the diagram: who does what, for how long, and what comes next."""

from dataclasses import dataclass

from motcua.core.workflow.choices import possible_flows
from motcua.core.workflow.definition import Graph, NodeKind, Process, StepDefinition, Term


@dataclass(frozen=True, slots=True)
class Row:
    """One step. outcomes: label and the names of the steps or ends it can lead to, comma separated."""

    step_id: str
    name: str
    role: str
    kind: str
    term: Term | None
    outcomes: tuple[tuple[str, str], ...]


def describe(process: Process) -> tuple[Row, ...]:
    """One row per step, in the order a dossier meets them."""
    graph = Graph.from_spec(process.spec)
    found = {step.id: step for step in process.steps}
    return tuple(_row(graph, found[place]) for place in _walk(graph) if place in found)


def _row(graph: Graph, step: StepDefinition) -> Row:
    outcomes = tuple(
        (outcome.label, ", ".join(dict.fromkeys(_names(graph, step.id, outcome.id))))
        for outcome in step.outcomes
    )
    return Row(step.id, step.name, step.role, step.kind, step.term, outcomes)


def _names(graph: Graph, step_id: str, outcome: str) -> list[str]:
    """The steps and ends next to a step, looking through gateways; all branches of a parallel one count."""
    names, places = [], [step_id]
    for place in places:  # It grows while we walk it.
        for target in (graph.node(flow.target) for flow in possible_flows(graph, place, outcome)):
            if target.kind in {NodeKind.STEP, NodeKind.END}:
                names.append(target.name or target.id)
            elif target.id not in places:
                places.append(target.id)
    return names


def _walk(graph: Graph) -> list[str]:
    """Node ids breadth first from the start."""
    reached = [node.id for node in graph.of_kind(NodeKind.START)]
    for place in reached:  # It grows while we walk it.
        for flow in graph.outgoing(place):
            if flow.target not in reached:
                reached.append(flow.target)
    return reached
