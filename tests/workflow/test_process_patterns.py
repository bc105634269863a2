import pytest
from lxml import etree

from motcua.workflow.patterns import pattern_names, read_pattern

BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
DRAWN = "{http://www.omg.org/spec/BPMN/20100524/DI}"


def test_the_patterns_that_are_shared() -> None:
    assert pattern_names() == ("receive_appraise_sign_issue", "same_day")


@pytest.mark.parametrize("name", ["", "other", "../patterns/same_day", "__init__"])
def test_another_name_is_an_error(name: str) -> None:
    with pytest.raises(KeyError):
        read_pattern(name)


@pytest.mark.parametrize("name", pattern_names())
def test_everything_in_a_pattern_is_drawn_and_named(name: str) -> None:
    root = etree.fromstring(read_pattern(name).encode())
    drawn = {element.get("bpmnElement") for element in root.iter(f"{DRAWN}BPMNShape", f"{DRAWN}BPMNEdge")}
    elements = [*root.iterfind(f"{BPMN}process/*"), *root.iter(f"{BPMN}lane", f"{BPMN}participant")]
    wanted = {element.get("id") for element in elements} - {"lanes"}
    assert drawn == wanted
    assert all(
        element.get("name")
        for element in elements
        if element.tag not in {f"{BPMN}laneSet", f"{BPMN}sequenceFlow"}
    )
