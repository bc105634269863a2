# SPDX-License-Identifier: EUPL-1.2
"""The BPMN words we know, and how to read them off an element."""

import re
from collections.abc import Mapping

from lxml import etree

from motcua.core.workflow.definition import NodeKind, Term

BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
OURS = "{https://motcua.vn/bpmn/1}"
UNITS = frozenset({"hours", "working_hours", "days", "working_days", "months", "same_day"})

ANYWHERE = frozenset({"documentation", "extensionElements", "incoming", "outgoing"})
DRAWING = frozenset({"laneSet", "textAnnotation", "association", "group"})
INSIDE: Mapping[str, frozenset[str]] = {
    "startEvent": frozenset(),
    "userTask": frozenset(),
    "exclusiveGateway": frozenset(),
    "parallelGateway": frozenset(),
    "endEvent": frozenset({"terminateEventDefinition"}),
    "boundaryEvent": frozenset({"timerEventDefinition"}),
    "sequenceFlow": frozenset({"conditionExpression"}),
}
"""Every element a process may hold, with the children it may have besides the common ones."""
NODES: Mapping[str, NodeKind] = {
    "startEvent": NodeKind.START,
    "userTask": NodeKind.STEP,
    "exclusiveGateway": NodeKind.CHOICE,
    "parallelGateway": NodeKind.PARALLEL,
    "endEvent": NodeKind.END,
}
_DURATION = re.compile(r"P(?:(?P<days>\d{1,4})D|(?P<months>\d{1,4})M|T(?P<hours>\d{1,4})H)")


def read_term(amount: object, unit: object) -> Term | None:
    """A term of 1 to 10 000 known units, or None."""
    if isinstance(amount, str) and amount.isdecimal():
        amount = int(amount)
    known = isinstance(unit, str) and unit in UNITS
    if isinstance(amount, bool) or not isinstance(amount, int) or not known or not 1 <= amount <= 10_000:
        return None
    return Term(amount, str(unit))


def declared_term(element: etree._Element) -> Term | None:
    declared = element.find(f"{BPMN}extensionElements/{OURS}term")
    return None if declared is None else read_term(declared.get("amount"), declared.get("unit"))


def timer_term(timer: etree._Element) -> Term | None:
    """Our own element if there is one (it knows working days), else an ISO 8601 duration of one part."""
    text = timer.findtext(f"{BPMN}timerEventDefinition/{BPMN}timeDuration", "").strip()
    found = _DURATION.fullmatch(text)
    written = None if found is None else read_term(found[str(found.lastgroup)], found.lastgroup)
    return declared_term(timer) or written


def flows_from(process: etree._Element, node_id: str) -> list[etree._Element]:
    return [flow for flow in process.iterfind(f"{BPMN}sequenceFlow") if flow.get("sourceRef") == node_id]


def local_name(element: etree._Element) -> str:
    """The bare name of a BPMN element; a foreign element keeps its namespace and so matches nothing."""
    return str(element.tag).removeprefix(BPMN)
