# SPDX-License-Identifier: EUPL-1.2
"""Which way a token can go, when all that is known is the outcome it carries."""

from collections.abc import Mapping

from motcua.core.workflow.condition import Condition, comparisons, holds, parse_condition
from motcua.core.workflow.definition import Flow, Graph, NodeKind


def reads_only_outcome(condition: Condition) -> bool:
    """Whether the outcome alone decides the condition."""
    return all(part.name == "outcome" for part in comparisons(condition))


def possible_flows(graph: Graph, place: str, outcome: str) -> list[Flow]:
    """Arrows a token may take. A condition on other facts may hold or not, so its arrow stays possible."""
    flows = graph.outgoing(place)
    possible: list[Flow] = []
    for flow in flows:
        if flow.condition is None:
            continue
        condition = parse_condition(flow.condition)
        if not reads_only_outcome(condition):
            possible.append(flow)
        elif holds(condition, {"outcome": outcome}):
            return [*possible, flow]
    return possible + [flow for flow in flows if flow.condition is None]


def outcomes_before(graph: Graph, by_step: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str] | None]:
    """What `outcome` can be on arrival at each choice; None where it is unknown (after the start or a join).

    The graph must have no ring of gateways alone.
    """
    found: dict[str, frozenset[str] | None] = {}

    def arriving(choice: str) -> frozenset[str] | None:
        if choice not in found:
            parts = [carried(flow) for flow in graph.incoming(choice)]
            known = [part for part in parts if part is not None]
            found[choice] = frozenset().union(*known) if len(known) == len(parts) else None
        return found[choice]

    def carried(flow: Flow) -> frozenset[str] | None:
        source = graph.node(flow.source)
        if source.kind == NodeKind.STEP:
            return by_step[source.id]
        before = arriving(source.id) if source.kind == NodeKind.CHOICE else None
        if before is None:
            return None
        return frozenset(word for word in before if flow in possible_flows(graph, source.id, word))

    for node in graph.of_kind(NodeKind.CHOICE):
        arriving(node.id)
    return found
