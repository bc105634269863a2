# SPDX-License-Identifier: EUPL-1.2
"""What may enter at all: one process, made only of elements we name, with every arrow tied at both ends."""

from collections.abc import Iterator

from lxml import etree

from motcua.core.values import Problem
from motcua.core.workflow.bpmn import (
    ANYWHERE,
    BPMN,
    DRAWING,
    INSIDE,
    NODES,
    flows_from,
    local_name,
    timer_term,
)

MAX_BYTES = 1_000_000
MAX_NODES = 200


def read_process(bpmn_xml: str) -> etree._Element | Problem:
    """The process element, read without entities, network or a document type."""
    if len(bpmn_xml.encode()) > MAX_BYTES:
        return Problem("", "too_large", "Tệp quy trình lớn hơn 1 MB. Hãy bỏ bớt hình và ghi chú rồi tải lại.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(bpmn_xml.encode(), parser)
    except etree.XMLSyntaxError as error:
        return Problem(
            f"line {error.lineno}",
            "not_xml",
            f"Không đọc được tệp quy trình ở dòng {error.lineno}. Hãy lưu lại tệp BPMN 2.0 từ công cụ vẽ.",
        )
    if root.getroottree().docinfo.doctype:
        return Problem(
            "", "document_type", "Tệp quy trình có khai báo DOCTYPE. Hãy xóa khai báo này rồi tải lại."
        )
    processes = root.findall(f"{BPMN}process")
    if len(processes) != 1:
        return Problem(
            "", "one_process", f"Tệp có {len(processes)} quy trình. Hãy để đúng một quy trình trong mỗi tệp."
        )
    if sum(local_name(element) in NODES for element in processes[0]) > MAX_NODES:
        return Problem(
            "", "too_large", f"Quy trình có hơn {MAX_NODES} phần tử. Hãy chia thành các quy trình nhỏ hơn."
        )
    return processes[0]


def strangers(process: etree._Element) -> Iterator[Problem]:
    for element in process:
        name = local_name(element)
        if name not in INSIDE:
            if name not in DRAWING | ANYWHERE:
                yield _forbidden(element)
            continue
        for child in element:
            if local_name(child) not in INSIDE[name] | ANYWHERE:
                yield _forbidden(child)


def _forbidden(element: etree._Element) -> Problem:
    name = etree.QName(element).localname
    parent = element.getparent()
    place = element.get("id") or (parent.get("id") if parent is not None else None) or name
    return Problem(
        place,
        "forbidden_element",
        f"Quy trình có phần tử “{name}” mà hệ thống không chạy. Hãy chỉ dùng bước của người (user task), "
        "cổng rẽ nhánh, cổng song song, bắt đầu, kết thúc và hẹn giờ trên cạnh bước.",
    )


def loose_ends(process: etree._Element) -> Iterator[Problem]:
    """Missing or doubled ids, arrows from or to nowhere, timers that hang on nothing."""
    seen: set[str] = set()
    for element in process.iterfind("*"):
        identifier = element.get("id", "")
        if local_name(element) in INSIDE and (not identifier or identifier in seen):
            yield Problem(
                identifier,
                "id",
                f"Mã “{identifier}” bị thiếu hoặc dùng hai lần. Hãy đặt cho mỗi phần tử một mã riêng.",
            )
        seen.add(identifier)
    nodes = {element.get("id") for element in process if local_name(element) in NODES}
    timers = {element.get("id") for element in process.iterfind(f"{BPMN}boundaryEvent")}
    choices = {element.get("id") for element in process.iterfind(f"{BPMN}exclusiveGateway")}
    for flow in process.iterfind(f"{BPMN}sequenceFlow"):
        place = flow.get("id", "")
        if flow.get("sourceRef") not in nodes | timers or flow.get("targetRef") not in nodes:
            yield Problem(
                place, "loose_flow", f"Mũi tên “{place}” không nối hai phần tử. Hãy nối lại hoặc xóa."
            )
        if flow.find(f"{BPMN}conditionExpression") is not None and flow.get("sourceRef") not in choices:
            yield Problem(
                place,
                "condition_place",
                f"Mũi tên “{place}” có điều kiện nhưng không đi ra từ cổng rẽ nhánh. "
                "Hãy thêm cổng hoặc bỏ điều kiện.",
            )
    for timer in process.iterfind(f"{BPMN}boundaryEvent"):
        yield from _timer_problems(process, timer)


def _timer_problems(process: etree._Element, timer: etree._Element) -> Iterator[Problem]:
    place = timer.get("id", "")
    hosts = {element.get("id") for element in process.iterfind(f"{BPMN}userTask")}
    if timer.get("attachedToRef") not in hosts or len(flows_from(process, place)) != 1:
        yield Problem(
            place,
            "timer_place",
            f"Hẹn giờ “{place}” phải gắn vào một bước và có đúng một mũi tên đi ra. Hãy vẽ lại.",
        )
    if timer.get("cancelActivity") == "false" or timer.find(f"{BPMN}timerEventDefinition") is None:
        yield Problem(
            place,
            "timer_kind",
            f"“{place}” phải là hẹn giờ ngắt bước (interrupting timer). Hãy đổi loại sự kiện.",
        )
    if timer_term(timer) is None:
        yield Problem(
            place,
            "timer_term",
            f"Hẹn giờ “{place}” chưa có thời gian đọc được. "
            "Hãy ghi dạng P5D (ngày), PT8H (giờ) hoặc P1M (tháng).",
        )
