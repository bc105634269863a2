# SPDX-License-Identifier: EUPL-1.2
"""SpiffWorkflow, the BPMN engine, behind values: a marking goes in, a marking comes out.

Its own storage format grows with every loop, holds clock readings and random ids, and repeats the spec. So
nothing of it is stored: before a move its task tree is rebuilt from the open steps and the arrivals at joins,
which is all a process needs to go on, and after the move the same few facts are read back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from SpiffWorkflow.bpmn.specs.bpmn_process_spec import BpmnProcessSpec
from SpiffWorkflow.bpmn.specs.defaults import (
    EndEvent,
    ExclusiveGateway,
    ParallelGateway,
    StartEvent,
    UserTask,
)
from SpiffWorkflow.bpmn.specs.event_definitions.simple import NoneEventDefinition, TerminateEventDefinition
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.task import Task
from SpiffWorkflow.util.task import TaskState

from motcua.core.workflow.condition import Condition, comparisons, holds, parse_condition
from motcua.core.workflow.definition import Graph, Node, NodeKind

# Spiff has task specs of its own named "Start" and "End"; a diagram may use the same words as ids.
_PREFIX = "node "
_NOT_BEGUN = TaskState.FUTURE | TaskState.PREDICTED_MASK


@dataclass(frozen=True, slots=True)
class Marking:
    """Where a process stands.

    tokens: open steps, token number → step id, in order of opening.
    arrivals: join id → ids of the nodes whose token already waits there.
    next_token: the number the next opened step gets.
    ended: the id of the end that closed the process, else None.
    """

    tokens: Mapping[int, str] = field(default_factory=dict)
    arrivals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    next_token: int = 1
    ended: str | None = None


class Machine:
    """One process as Spiff sees it; built once, used for any number of dossiers."""

    def __init__(self, graph: Graph) -> None:
        self._conditions = {
            flow.condition: parse_condition(flow.condition) for flow in graph.flows if flow.condition
        }
        self._spec = _spec(graph)
        self._ends = {node.id for node in graph.of_kind(NodeKind.END)}

    @property
    def fact_names(self) -> frozenset[str]:
        """The facts that some condition reads; nothing else needs to be kept."""
        read = {part.name for found in self._conditions.values() for part in comparisons(found)}
        return frozenset(read - {"outcome"})

    def begin(self, facts: Mapping[str, object]) -> Marking:
        """Run from the start until people are needed."""
        workflow = BpmnWorkflow(self._spec, script_engine=_ScriptEngine(self._conditions, facts))
        return self._settled(workflow, Marking())

    def finish(self, marking: Marking, token: int, outcome: str, facts: Mapping[str, object]) -> Marking:
        """Finish the open step of that token and run until people are needed again."""
        workflow = self._rebuilt(marking, facts)
        task = workflow.tasks[token]
        task.data = {"outcome": outcome}
        task.run()
        return self._settled(workflow, marking)

    def _rebuilt(self, marking: Marking, facts: Mapping[str, object]) -> BpmnWorkflow:
        workflow = BpmnWorkflow(
            self._spec, script_engine=_ScriptEngine(self._conditions, facts), deserializing=True
        )
        root = Task(workflow, self._spec.start, state=TaskState.COMPLETED)
        workflow.task_tree = root
        for token, step in marking.tokens.items():
            self._open(workflow, root, token, step)
        for join, sources in marking.arrivals.items():
            self._arrive(workflow, root, join, sources)
        return workflow

    def _open(self, workflow: BpmnWorkflow, root: Task, token: int, step: str) -> None:
        spec = self._spec.task_specs[_PREFIX + step]
        task = Task(workflow, spec, root, state=TaskState.FUTURE, id=token)
        spec._predict(task, mask=_NOT_BEGUN)  # noqa: SLF001 - Spiff has no public way to rebuild a tree.
        task._ready()  # noqa: SLF001

    def _arrive(self, workflow: BpmnWorkflow, root: Task, join: str, sources: tuple[str, ...]) -> None:
        """Spiff keeps one waiting task per join, the newest; the older arrivals count as cancelled."""
        for number, source in enumerate(sources, 1):
            state = TaskState.WAITING if number == len(sources) else TaskState.CANCELLED
            passed = Task(workflow, self._spec.task_specs[_PREFIX + source], root, state=TaskState.COMPLETED)
            Task(workflow, self._spec.task_specs[_PREFIX + join], passed, state=state)

    def _settled(self, workflow: BpmnWorkflow, before: Marking) -> Marking:
        workflow.do_engine_steps()
        tokens, next_token = self._tokens(workflow, before.next_token)
        return Marking(tokens, self._arrivals(workflow), next_token, None if tokens else self._end(workflow))

    def _tokens(self, workflow: BpmnWorkflow, next_token: int) -> tuple[dict[int, str], int]:
        """Open steps; one that was open before keeps its number, a new one gets the next."""
        tokens: dict[int, str] = {}
        for task in workflow.get_tasks(state=TaskState.READY, manual=True):
            # Tasks that Spiff opens carry a random id of its own; only those we rebuilt have a number.
            opened = len([key for key in tokens if key >= next_token])
            number = task.id if isinstance(task.id, int) else next_token + opened
            tokens[number] = _node_id(task)
        ordered = dict(sorted(tokens.items()))
        return ordered, max([next_token - 1, *ordered]) + 1

    def _arrivals(self, workflow: BpmnWorkflow) -> dict[str, tuple[str, ...]]:
        waiting = {
            _node_id(task)
            for task in workflow.get_tasks(state=TaskState.WAITING)
            if isinstance(task.task_spec, ParallelGateway)
        }
        return {join: self._sources(workflow, join) for join in sorted(waiting)}

    def _sources(self, workflow: BpmnWorkflow, join: str) -> tuple[str, ...]:
        tasks = workflow.get_tasks(spec_name=_PREFIX + join, state=TaskState.WAITING | TaskState.CANCELLED)
        return tuple(sorted(_node_id(task.parent) for task in tasks))

    def _end(self, workflow: BpmnWorkflow) -> str:
        """The end reached by the move that closed the process."""
        done = workflow.get_tasks(state=TaskState.COMPLETED)
        return [_node_id(task) for task in done if _node_id(task) in self._ends][-1]


class _ScriptEngine:
    """Stands where Spiff would use Python's eval. It has no execute and no call_service on purpose."""

    def __init__(self, conditions: Mapping[str, Condition], facts: Mapping[str, object]) -> None:
        self._conditions = conditions
        self._facts = facts

    def evaluate(self, task: Task, expression: str, external_context: object = None) -> bool:  # noqa: ARG002
        return holds(self._conditions[expression], {**self._facts, "outcome": task.data.get("outcome")})


def _node_id(task: Task) -> str:
    return str(task.task_spec.name).removeprefix(_PREFIX)


def _spec(graph: Graph) -> BpmnProcessSpec:
    spec = BpmnProcessSpec("process")
    tasks = {node.id: _task_spec(spec, node) for node in graph.nodes}
    for node in graph.nodes:
        task = tasks[node.id]
        if node.kind == NodeKind.START:
            spec.start.connect(task)
        elif node.kind == NodeKind.END:
            task.connect(spec.end)
        for flow in graph.outgoing(node.id):
            task.connect_outgoing_if(flow.condition, tasks[flow.target])
    return spec


def _task_spec(
    spec: BpmnProcessSpec, node: Node
) -> StartEvent | EndEvent | UserTask | ExclusiveGateway | ParallelGateway:
    name = _PREFIX + node.id
    match node.kind:
        case NodeKind.START:
            return StartEvent(spec, name, NoneEventDefinition())
        case NodeKind.END:
            event = TerminateEventDefinition() if node.terminate else NoneEventDefinition()
            return EndEvent(spec, name, event)
        case NodeKind.STEP:
            return UserTask(spec, name)
        case NodeKind.CHOICE:
            return ExclusiveGateway(spec, name)
    return ParallelGateway(spec, name)
