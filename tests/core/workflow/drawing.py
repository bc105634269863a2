"""Small BPMN files for tests, written as lines of "element arguments"."""

from itertools import pairwise

from motcua.core.workflow import Engine, Process, compile_process

HEAD = (
    '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"'
    ' xmlns:motcua="https://motcua.vn/bpmn/1" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">'
)


def document(*elements: str, process: str = '<bpmn:process id="p" isExecutable="true">') -> str:
    return f"{HEAD}{process}{''.join(elements)}</bpmn:process></bpmn:definitions>"


def lane(role: str, *steps: str) -> str:
    references = "".join(f"<bpmn:flowNodeRef> {step} </bpmn:flowNodeRef>" for step in steps)
    return f'<bpmn:laneSet id="l"><bpmn:lane id="{role}">{references}</bpmn:lane></bpmn:laneSet>'


def step(identifier: str, *outcomes: str, kind: str = "appraise", inner: str = "") -> str:
    declared = "".join(f'<motcua:outcome id="{word}" label="{word}"/>' for word in outcomes or ("done",))
    return (
        f'<bpmn:userTask id="{identifier}" name="Bước {identifier}" motcua:kind="{kind}">'
        f"<bpmn:extensionElements>{declared}</bpmn:extensionElements>{inner}</bpmn:userTask>"
    )


def flow(source: str, target: str, condition: str | None = None) -> str:
    opening = f'<bpmn:sequenceFlow id="{source}-{target}" sourceRef="{source}" targetRef="{target}"'
    if condition is None:
        return opening + "/>"
    escaped = condition.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"{opening}><bpmn:conditionExpression>{escaped}</bpmn:conditionExpression></bpmn:sequenceFlow>"


def start(identifier: str = "start") -> str:
    return f'<bpmn:startEvent id="{identifier}"/>'


def end(identifier: str = "end", inner: str = "") -> str:
    return f'<bpmn:endEvent id="{identifier}" name="Hết {identifier}">{inner}</bpmn:endEvent>'


def choice(identifier: str, default: str = "") -> str:
    marked = f' default="{default}"' if default else ""
    return f'<bpmn:exclusiveGateway id="{identifier}"{marked}/>'


def parallel(identifier: str) -> str:
    return f'<bpmn:parallelGateway id="{identifier}"/>'


def timer(identifier: str, host: str, duration: str = "P5D", inner: str = "", more: str = "") -> str:
    return (
        f'<bpmn:boundaryEvent id="{identifier}" name="Quá hạn" attachedToRef="{host}"{more}>{inner}'
        f"<bpmn:timerEventDefinition><bpmn:timeDuration>{duration}</bpmn:timeDuration>"
        "</bpmn:timerEventDefinition></bpmn:boundaryEvent>"
    )


def chain(*nodes: str) -> str:
    return "".join(flow(source, target) for source, target in pairwise(nodes))


def compiled(*elements: str, parameters: dict[str, object] | None = None) -> Process:
    process = compile_process(document(*elements), parameters or {})
    assert isinstance(process, Process), process
    return process


def engine(*elements: str) -> Engine:
    return Engine(compiled(*elements))


def codes(*elements: str, parameters: dict[str, object] | None = None) -> list[str]:
    """The problem codes of a process that must not compile."""
    return problem_codes(document(*elements), parameters or {})


def problem_codes(text: str, parameters: dict[str, object] | None = None) -> list[str]:
    problems = compile_process(text, parameters or {})
    assert not isinstance(problems, Process)
    for problem in problems:
        assert problem.message.endswith(".")
        assert "!" not in problem.message
        assert "không hợp lệ" not in problem.message
    return [problem.code for problem in problems]


SIMPLE = (lane("specialist", "a"), start(), step("a"), end(), chain("start", "a", "end"))

PARALLEL = (
    lane("specialist", "a", "b", "c"),
    start("Start"),
    parallel("fork"),
    step("a"),
    step("b", "yes", "no"),
    choice("again"),
    parallel("join"),
    step("c"),
    end("End"),
    chain("Start", "fork", "a", "join", "c", "End"),
    chain("fork", "b", "again"),
    flow("again", "join", "outcome == 'yes'"),
    flow("again", "b", "outcome == 'no'"),
)
"""Two branches, one of them with a loop inside; ids that the engine uses for parts of its own."""

TIMED = (
    lane("specialist", "a", "b"),
    start(),
    step("a", "yes", "no"),
    timer("late", "a"),
    choice("gate"),
    step("b"),
    end("good"),
    end("bad"),
    chain("start", "a", "gate"),
    flow("gate", "good", "outcome == 'yes'"),
    flow("gate", "bad", "outcome == 'no'"),
    chain("late", "b", "bad"),
)
