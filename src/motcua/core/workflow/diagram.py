# SPDX-License-Identifier: EUPL-1.2
"""From BPMN 2.0 text to our graph. Only what we name is read; anything else in a process is a Problem.

The engine never sees the uploaded text: it gets the graph, so a script, a service call or an expression that
hides in the file has no way to run.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from motcua.core.values import Problem
from motcua.core.workflow.admission import loose_ends, read_process, strangers
from motcua.core.workflow.bpmn import BPMN, NODES, OURS, declared_term, flows_from, local_name, timer_term
from motcua.core.workflow.definition import Flow, Graph, Node, NodeKind, Outcome, StepDefinition


@dataclass(frozen=True, slots=True)
class Diagram:
    """What a BPMN file says, not yet checked for sense."""

    id: str
    graph: Graph
    steps: tuple[StepDefinition, ...]


def read_diagram(bpmn_xml: str) -> Diagram | tuple[Problem, ...]:
    """The one process of the file, or what stands in the way of reading it."""
    process = read_process(bpmn_xml)
    if isinstance(process, Problem):
        return (process,)
    problems = (*strangers(process), *loose_ends(process))
    if problems:
        return problems
    roles = dict(_roles(process))
    steps = tuple(_step(process, element, roles) for element in process.iterfind(f"{BPMN}userTask"))
    return Diagram(process.get("id", ""), _graph(process), steps)


def _roles(process: etree._Element) -> Iterator[tuple[str, str]]:
    """Step id → role, from the lane that names it; our attribute wins over the lane's id."""
    for lane in process.iter(f"{BPMN}lane"):
        role = lane.get(f"{OURS}role") or lane.get("id", "")
        for reference in lane.iterfind(f"{BPMN}flowNodeRef"):
            yield (reference.text or "").strip(), role


def _step(process: etree._Element, element: etree._Element, roles: Mapping[str, str]) -> StepDefinition:
    identifier = element.get("id", "")
    declared = tuple(_outcome(child) for child in element.iterfind(f"{BPMN}extensionElements/{OURS}outcome"))
    timers = tuple(
        Outcome(timer.get("id", ""), timer.get("name", ""), after=timer_term(timer))
        for timer in process.iterfind(f"{BPMN}boundaryEvent")
        if timer.get("attachedToRef") == identifier
    )
    return StepDefinition(
        id=identifier,
        name=element.get("name", ""),
        role=roles.get(identifier, ""),
        kind=element.get(f"{OURS}kind", ""),
        term=declared_term(element),
        outcomes=declared + timers,
    )


def _outcome(element: etree._Element) -> Outcome:
    return Outcome(element.get("id", ""), element.get("label", ""), element.get("needsReason") == "true")


def _graph(process: etree._Element) -> Graph:
    """Nodes and arrows; a timer becomes a choice behind its step, taken when the timer's outcome arrives."""
    nodes = [_node(element) for element in process if local_name(element) in NODES]
    flows = [_flow(process, flow) for flow in process.iterfind(f"{BPMN}sequenceFlow")]
    for timer in process.iterfind(f"{BPMN}boundaryEvent"):
        nodes, flows = _with_timer(nodes, flows, timer.get("id", ""), timer.get("attachedToRef", ""))
    return Graph(tuple(nodes), tuple(flows))


def _with_timer(nodes: list[Node], flows: list[Flow], timer: str, host: str) -> tuple[list[Node], list[Flow]]:
    choice = f"{timer}.reached"
    moved = [Flow(choice, flow.target, flow.condition) if flow.source == host else flow for flow in flows]
    taken = [
        Flow(choice, flow.target, f"outcome == '{timer}'") if flow.source == timer else flow for flow in moved
    ]
    return [*nodes, Node(choice, NodeKind.CHOICE)], [*taken, Flow(host, choice)]


def _node(element: etree._Element) -> Node:
    terminate = element.find(f"{BPMN}terminateEventDefinition") is not None
    return Node(element.get("id", ""), NODES[local_name(element)], element.get("name", ""), terminate)


def _flow(process: etree._Element, element: etree._Element) -> Flow:
    """A choice's arrow that has no condition and is not the default gets empty text: a Problem later."""
    source, target = element.get("sourceRef", ""), element.get("targetRef", "")
    choice = next(
        (gate for gate in process.iterfind(f"{BPMN}exclusiveGateway") if gate.get("id") == source), None
    )
    only = len(flows_from(process, source)) == 1
    if choice is None or choice.get("default") == element.get("id"):
        return Flow(source, target)
    text = (element.findtext(f"{BPMN}conditionExpression") or "").strip()
    return Flow(source, target, None if only and not text else text)
