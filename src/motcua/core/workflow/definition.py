# SPDX-License-Identifier: EUPL-1.2
"""A compiled process: what a revision stores, and how older stored forms are brought up to date."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum

VERSION = 1

Upgrade = Callable[[dict[str, object]], dict[str, object]]
UPGRADES: Mapping[int, Upgrade] = {}
"""Stored version → function that returns the next version's form. Empty while version 1 is the newest."""


class Kind(StrEnum):
    """What a step asks of the person who holds it; screens and actions follow from it."""

    RECEIVE = "receive"
    APPRAISE = "appraise"
    CONSULT = "consult"
    SIGN = "sign"
    ISSUE = "issue"
    HAND_OVER = "hand_over"
    SUPPLEMENT = "supplement"
    PAY = "pay"


class NodeKind(StrEnum):
    """The five things a token can meet."""

    START = "start"
    STEP = "step"
    CHOICE = "choice"
    PARALLEL = "parallel"
    END = "end"


@dataclass(frozen=True, slots=True)
class Term:
    """How long a step may take, such as 2 "working_days"."""

    amount: int
    unit: str

    def to_json(self) -> dict[str, object]:
        return {"amount": self.amount, "unit": self.unit}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One way a step can be finished.

    after: only for a timer on the step's border: the outcome that happens by itself after that time.
    """

    id: str
    label: str
    needs_reason: bool = False
    after: Term | None = None


@dataclass(frozen=True, slots=True)
class StepDefinition:
    """One user task. role: who does it (the lane); kind: a word of Kind."""

    id: str
    name: str
    role: str
    kind: str
    term: Term | None
    outcomes: tuple[Outcome, ...]

    def outcome(self, outcome_id: str) -> Outcome | None:
        return next((outcome for outcome in self.outcomes if outcome.id == outcome_id), None)


@dataclass(frozen=True, slots=True)
class Node:
    """terminate: an end that also closes every branch still open."""

    id: str
    kind: str
    name: str = ""
    terminate: bool = False


@dataclass(frozen=True, slots=True)
class Flow:
    """An arrow. condition None out of a choice means: when no other condition holds."""

    source: str
    target: str
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class Graph:
    """The diagram without its drawing, in our own words, so that it outlives any engine's storage format."""

    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...]

    def node(self, node_id: str) -> Node:
        return next(node for node in self.nodes if node.id == node_id)

    def of_kind(self, kind: NodeKind) -> tuple[Node, ...]:
        return tuple(node for node in self.nodes if node.kind == kind)

    def outgoing(self, node_id: str) -> tuple[Flow, ...]:
        return tuple(flow for flow in self.flows if flow.source == node_id)

    def incoming(self, node_id: str) -> tuple[Flow, ...]:
        return tuple(flow for flow in self.flows if flow.target == node_id)

    @classmethod
    def from_spec(cls, spec: Mapping[str, object]) -> "Graph":
        nodes, flows = spec["nodes"], spec["flows"]
        assert isinstance(nodes, list)
        assert isinstance(flows, list)
        return cls(tuple(Node(**node) for node in nodes), tuple(Flow(**flow) for flow in flows))

    def to_spec(self) -> dict[str, object]:
        return {
            "nodes": [asdict(node) for node in self.nodes],
            "flows": [asdict(flow) for flow in self.flows],
        }


@dataclass(frozen=True, slots=True)
class Process:
    """A checked process, ready to run. spec: the graph as JSON values."""

    id: str
    steps: tuple[StepDefinition, ...]
    spec: Mapping[str, object]
    version: int = VERSION

    def step(self, step_id: str) -> StepDefinition | None:
        return next((step for step in self.steps if step.id == step_id), None)

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the stored form: equal processes have equal digests."""
        stored = json.dumps(self.to_json(), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(stored.encode()).hexdigest()

    def to_json(self) -> dict[str, object]:
        """JSON values; from_json(to_json()) is equal to the process."""
        steps = [asdict(step) | {"outcomes": [asdict(item) for item in step.outcomes]} for step in self.steps]
        return {"version": self.version, "id": self.id, "steps": steps, "spec": dict(self.spec)}

    @classmethod
    def from_json(cls, data: Mapping[str, object]) -> "Process":
        """Read a stored process of this or an older version. Raises ValueError for an unknown version."""
        stored = upgrade(dict(data), UPGRADES, VERSION)
        steps, spec = stored["steps"], stored["spec"]
        assert isinstance(steps, list)
        assert isinstance(spec, dict)
        return cls(str(stored["id"]), tuple(_step(step) for step in steps), spec)


def upgrade(data: dict[str, object], upgrades: Mapping[int, Upgrade], newest: int) -> dict[str, object]:
    """Walk the chain of upgrades until the newest version. Raises ValueError where the chain breaks."""
    while data.get("version") != newest:
        version = data.get("version")
        if not isinstance(version, int) or version not in upgrades:
            raise ValueError(f"No way from stored version {version!r} to {newest}.")
        data = upgrades[version](data)
    return data


def _step(data: dict[str, object]) -> StepDefinition:
    outcomes = data["outcomes"]
    assert isinstance(outcomes, list)
    return StepDefinition(
        id=str(data["id"]),
        name=str(data["name"]),
        role=str(data["role"]),
        kind=str(data["kind"]),
        term=_term(data["term"]),
        outcomes=tuple(_outcome(outcome) for outcome in outcomes),
    )


def _outcome(data: dict[str, object]) -> Outcome:
    after = _term(data["after"])
    return Outcome(str(data["id"]), str(data["label"]), data["needs_reason"] is True, after)


def _term(data: object) -> Term | None:
    return Term(**data) if isinstance(data, dict) else None
