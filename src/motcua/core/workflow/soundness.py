# SPDX-License-Identifier: EUPL-1.2
"""Whether a drawn process can always go on and always come to an end (before anything is published)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from motcua.core.values import Problem
from motcua.core.workflow.choices import outcomes_before, reads_only_outcome
from motcua.core.workflow.condition import Condition, ConditionError, comparisons, holds, parse_condition
from motcua.core.workflow.definition import Graph, Kind, Node, NodeKind, StepDefinition
from motcua.core.workflow.tokens import Deadlock, Doubled, TooMany, explore

MAX_MOVES = 50_000


def check_steps(steps: Sequence[StepDefinition]) -> Iterator[Problem]:
    """Each step has someone who does it, a kind, a name and at least one outcome a person can choose."""
    for step in steps:
        place = step.id
        if not step.name:
            yield Problem(place, "name", f"Bước “{place}” chưa có tên. Hãy đặt tên cho bước.")
        if not step.role:
            yield Problem(
                place, "role", f"Bước “{place}” chưa thuộc làn nào. Hãy đặt bước vào làn của người làm."
            )
        if step.kind not in tuple(Kind):
            kinds = ", ".join(Kind)
            yield Problem(place, "kind", f"Bước “{place}” chưa có loại đúng. Hãy chọn một trong: {kinds}.")
        yield from _check_outcomes(step)


def _check_outcomes(step: StepDefinition) -> Iterator[Problem]:
    identifiers = [outcome.id for outcome in step.outcomes]
    if all(outcome.after for outcome in step.outcomes):
        yield Problem(
            step.id, "outcomes", f"Bước “{step.id}” chưa có kết quả nào để chọn. Hãy khai báo kết quả."
        )
    if len(set(identifiers)) != len(identifiers):
        yield Problem(step.id, "outcome_twice", f"Bước “{step.id}” có hai kết quả cùng mã. Hãy đổi một mã.")
    for outcome in step.outcomes:
        if not outcome.id or not outcome.label or "'" in outcome.id:
            yield Problem(
                step.id,
                "outcome_label",
                f"Bước “{step.id}” có kết quả thiếu mã hoặc thiếu nhãn. Hãy ghi đủ cả hai.",
            )


def check_graph(graph: Graph, steps: Sequence[StepDefinition]) -> tuple[Problem, ...]:
    """Shape first, then conditions, then every way to run; a later check needs the earlier ones."""
    stages: tuple[Callable[[], Iterable[Problem]], ...] = (
        lambda: _check_shape(graph),
        lambda: _check_paths(graph),
        lambda: _check_rings(graph),
        lambda: _check_text(graph),
        lambda: _check_choices(graph, steps),
        lambda: _check_runs(graph),
    )
    for stage in stages:
        problems = tuple(stage())
        if problems:
            return problems
    return ()


def _check_shape(graph: Graph) -> Iterator[Problem]:
    if len(graph.of_kind(NodeKind.START)) != 1:
        yield Problem("", "one_start", "Quy trình phải có đúng một điểm bắt đầu. Hãy vẽ lại điểm bắt đầu.")
    for node in graph.nodes:
        if not _fits(node, len(graph.incoming(node.id)), len(graph.outgoing(node.id))):
            yield Problem(
                node.id,
                "arrows",
                f"“{node.name or node.id}” có số mũi tên vào hoặc ra chưa đúng: bắt đầu chỉ có "
                "một mũi tên ra, mỗi bước có mũi tên vào và đúng một mũi tên ra, kết thúc không có "
                "mũi tên ra. Hãy nối lại.",
            )
    pairs = [
        (flow.source, flow.target)
        for flow in graph.flows
        if graph.node(flow.source).kind == NodeKind.PARALLEL
    ]
    for source in sorted({source for source, target in pairs if pairs.count((source, target)) > 1}):
        yield Problem(source, "twin_flows", f"“{source}” có hai mũi tên tới cùng một chỗ. Hãy bỏ bớt một.")


def _fits(node: Node, arriving: int, leaving: int) -> bool:
    match node.kind:
        case NodeKind.START:
            return arriving == 0 and leaving == 1
        case NodeKind.END:
            return arriving > 0 and leaving == 0
        case NodeKind.STEP:
            return arriving > 0 and leaving == 1
    return arriving > 0 and leaving > 0


def _check_paths(graph: Graph) -> Iterator[Problem]:
    starts = [node.id for node in graph.of_kind(NodeKind.START)]
    ends = [node.id for node in graph.of_kind(NodeKind.END)]
    reached = _reachable(starts, lambda place: [flow.target for flow in graph.outgoing(place)])
    ending = _reachable(ends, lambda place: [flow.source for flow in graph.incoming(place)])
    for node in graph.nodes:
        if node.id not in reached:
            yield Problem(
                node.id, "unreachable", f"Không có đường nào tới “{node.name or node.id}”. Hãy nối hoặc xóa."
            )
        elif node.id not in ending:
            yield Problem(
                node.id,
                "no_exit",
                f"Từ “{node.name or node.id}” không có đường nào tới kết thúc. Hãy thêm lối ra.",
            )


def _check_rings(graph: Graph) -> Iterator[Problem]:
    """A ring of gateways alone would turn for ever; later checks and the engine rely on there being none."""
    gates = {node.id for node in (*graph.of_kind(NodeKind.CHOICE), *graph.of_kind(NodeKind.PARALLEL))}

    def following(place: str) -> list[str]:
        return [flow.target for flow in graph.outgoing(place) if flow.target in gates]

    rings = [gate for gate in sorted(gates) if gate in _reachable(following(gate), following)]
    if rings:
        names = ", ".join(graph.node(gate).name or gate for gate in rings)
        yield Problem(
            rings[0],
            "endless",
            f"Các cổng {names} nối thành vòng mà không có bước nào của người. Hãy đặt một bước vào vòng.",
        )


def _reachable(places: Iterable[str], following: Callable[[str], Iterable[str]]) -> set[str]:
    seen: set[str] = set()
    waiting = list(places)
    while waiting:
        place = waiting.pop()
        if place not in seen:
            seen.add(place)
            waiting.extend(following(place))
    return seen


def _check_text(graph: Graph) -> Iterator[Problem]:
    for node in graph.of_kind(NodeKind.CHOICE):
        for flow in graph.outgoing(node.id):
            if flow.condition is not None and not _readable(flow.condition):
                yield Problem(
                    node.id,
                    "condition",
                    f"Điều kiện “{flow.condition}” trên mũi tên từ “{node.name or node.id}” không đọc được. "
                    "Hãy viết dạng outcome == 'accept' hoặc amount > 1000, nối bằng and, or, not.",
                )


def _readable(text: str) -> bool:
    try:
        parse_condition(text)
    except ConditionError:
        return False
    return True


def _check_choices(graph: Graph, steps: Sequence[StepDefinition]) -> Iterator[Problem]:
    by_step = {step.id: frozenset(outcome.id for outcome in step.outcomes) for step in steps}
    before = outcomes_before(graph, by_step)
    for node in graph.of_kind(NodeKind.CHOICE):
        flows = graph.outgoing(node.id)
        conditions = [parse_condition(flow.condition) for flow in flows if flow.condition is not None]
        arriving = before[node.id]
        yield from _check_words(node, conditions, arriving)
        if len(conditions) == len(flows):
            yield from _check_cover(node, conditions, arriving)


def _check_words(
    node: Node, conditions: Sequence[Condition], arriving: frozenset[str] | None
) -> Iterator[Problem]:
    """A misspelt outcome would make a branch that is never taken."""
    for condition in conditions:
        for comparison in comparisons(condition):
            unknown = [word for word in comparison.literals if word not in (arriving or frozenset())]
            if comparison.name == "outcome" and unknown:
                yield Problem(
                    node.id,
                    "unknown_outcome",
                    f"Cổng “{node.name or node.id}” hỏi kết quả “{unknown[0]}” mà bước ngay trước không có. "
                    "Hãy sửa điều kiện theo mã kết quả của bước.",
                )


def _check_cover(
    node: Node, conditions: Sequence[Condition], arriving: frozenset[str] | None
) -> Iterator[Problem]:
    """Without a default arrow, conditions on the outcome alone must answer every outcome."""
    sure = [found for found in conditions if reads_only_outcome(found)]
    words = [""] if arriving is None else sorted(arriving)
    known = {word: {"outcome": word} if word else {} for word in words}
    left = [word for word in words if not any(holds(found, known[word]) for found in sure)]
    if left:
        yield Problem(
            node.id,
            "not_covered",
            f"Cổng “{node.name or node.id}” không có đường đi cho trường hợp “{left[0] or 'còn lại'}”. "
            "Hãy thêm điều kiện hoặc đánh dấu một mũi tên mặc định.",
        )


_RUN_PROBLEMS: Mapping[type[object], tuple[str, str]] = {
    Deadlock: (
        "deadlock",
        "Có lúc quy trình chờ mãi ở cổng song song “{}”. Hãy tách và gộp cùng các nhánh.",
    ),
    Doubled: (
        "doubled",
        "Có lúc “{}” mở hai lần cùng lúc. Hãy gộp các nhánh bằng cổng song song trước đó.",
    ),
    TooMany: (
        "too_many",
        "Quy trình có hơn {} cách chạy. Hãy chia nhỏ quy trình.",
    ),
}


def _check_runs(graph: Graph) -> Iterator[Problem]:
    fault = explore(graph, MAX_MOVES)
    if fault is not None:
        code, sentence = _RUN_PROBLEMS[type(fault)]
        yield Problem(fault.place, code, sentence.format(fault.place))
