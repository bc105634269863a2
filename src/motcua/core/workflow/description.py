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


def _names(graph: Graph, place: str, outcome: str) -> list[str]:
    """The steps and ends next to a place. All branches of a parallel gateway count.

    It comes to an end because a compiled process has no ring of gateways alone.
    """
    names: list[str] = []
    for flow in possible_flows(graph, place, outcome):
        node = graph.node(flow.target)
        if node.kind in {NodeKind.STEP, NodeKind.END}:
            names.append(node.name or node.id)
        else:
            names += _names(graph, node.id, outcome)
    return names


def _walk(graph: Graph) -> list[str]:
    """Node ids breadth first from the start."""
    reached = [node.id for node in graph.of_kind(NodeKind.START)]
    for place in reached:  # It grows while we walk it.
        for flow in graph.outgoing(place):
            if flow.target not in reached:
                reached.append(flow.target)
    return reached
