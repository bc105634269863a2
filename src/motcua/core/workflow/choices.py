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


def outcomes_before(
    graph: Graph, place: str, by_step: Mapping[str, frozenset[str]], seen: frozenset[str] = frozenset()
) -> frozenset[str] | None:
    """What `outcome` can be on arrival; None where it is not known (after the start or a join)."""
    found: set[str] = set()
    for flow in graph.incoming(place):
        carried = _carried(graph, flow, by_step, seen | {place})
        if carried is None:
            return None
        found |= carried
    return frozenset(found)


def _carried(
    graph: Graph, flow: Flow, by_step: Mapping[str, frozenset[str]], seen: frozenset[str]
) -> frozenset[str] | None:
    source = graph.node(flow.source)
    if source.kind == NodeKind.STEP:
        return by_step[source.id]
    if source.kind != NodeKind.CHOICE:
        return None
    if source.id in seen:
        return frozenset()
    before = outcomes_before(graph, source.id, by_step, seen)
    if before is None:
        return None
    return frozenset(word for word in before if flow in possible_flows(graph, source.id, word))
