# SPDX-License-Identifier: EUPL-1.2
"""Every way a process can run, played with tokens and without facts: each branch of a choice may be taken.

A marking is the set of places that hold a token: steps by their id, joins by the arrow that arrived ("a>b").
"""

from collections.abc import Iterator
from dataclasses import dataclass

from motcua.core.workflow.definition import Flow, Graph, NodeKind

Marking = frozenset[str]


@dataclass(frozen=True, slots=True)
class Deadlock:
    """Tokens wait at a join and no step is open."""

    place: str


@dataclass(frozen=True, slots=True)
class Doubled:
    """Two tokens meet in one place: a step would be open twice at once."""

    place: str


@dataclass(frozen=True, slots=True)
class TooMany:
    """More ways to run than we are ready to play."""

    place: str


Fault = Deadlock | Doubled | TooMany


class _Stop(Exception):
    def __init__(self, fault: Fault) -> None:
        self.fault = fault


def explore(graph: Graph, limit: int) -> Fault | None:
    """The first fault found among all markings reachable from the start, or None.

    limit: how many single moves of a token may be played. The graph must have no ring of gateways alone.
    """
    game = _Game(graph, limit)
    start = graph.of_kind(NodeKind.START)[0]
    try:
        waiting = list(game.after(start.id, frozenset()))
        seen = set(waiting)
        while waiting:
            for marking in game.following(waiting.pop()):
                if marking not in seen:
                    seen.add(marking)
                    waiting.append(marking)
    except _Stop as stop:
        return stop.fault
    return None


class _Game:
    def __init__(self, graph: Graph, limit: int) -> None:
        self._limit = limit
        self._moves = 0
        self._kinds = {node.id: node.kind for node in graph.nodes}
        self._terminating = {node.id for node in graph.nodes if node.terminate}
        self._out = {node.id: graph.outgoing(node.id) for node in graph.nodes}
        self._in = {node.id: graph.incoming(node.id) for node in graph.nodes}

    def following(self, marking: Marking) -> Iterator[Marking]:
        """The markings after one open step has been finished."""
        steps = sorted(place for place in marking if self._kinds.get(place) == NodeKind.STEP)
        if marking and not steps:
            raise _Stop(Deadlock(min(marking).split(">")[1]))
        for step in steps:
            yield from self.after(step, marking - {step})

    def after(self, place: str, marking: Marking) -> Iterator[Marking]:
        """Let a token leave a place by its only arrow and run until it rests."""
        return self._run([self._out[place][0]], marking)

    def _run(self, moving: list[Flow], marking: Marking) -> Iterator[Marking]:
        self._moves += 1
        if self._moves > self._limit:
            raise _Stop(TooMany(str(self._limit)))
        if not moving:
            yield marking
            return
        flow, *rest = moving
        target = flow.target
        match self._kinds[target]:
            case NodeKind.END:
                done = target in self._terminating
                yield from self._run([] if done else rest, frozenset() if done else marking)
            case NodeKind.STEP:
                yield from self._run(rest, self._put(marking, target))
            case NodeKind.CHOICE:
                for taken in self._out[target]:
                    yield from self._run([taken, *rest], marking)
            case _:
                yield from self._join(flow, rest, marking)

    def _join(self, flow: Flow, rest: list[Flow], marking: Marking) -> Iterator[Marking]:
        arrived = self._put(marking, f"{flow.source}>{flow.target}")
        needed = {f"{arrow.source}>{arrow.target}" for arrow in self._in[flow.target]}
        if not needed <= arrived:
            yield from self._run(rest, arrived)
            return
        leaving = [*self._out[flow.target], *rest]
        yield from self._run(leaving, arrived - needed)

    def _put(self, marking: Marking, place: str) -> Marking:
        if place in marking:
            raise _Stop(Doubled(place.rsplit(">", maxsplit=1)[-1]))
        return marking | {place}
