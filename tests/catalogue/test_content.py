"""procedure.yaml: what is read, what is refused and where, and what an applicant has to send."""

import datetime as dt

import pytest
from tests.catalogue.packages import procedure

from motcua.catalogue.content import ProcedureContent, from_json, needed_components, parse_content, to_json
from motcua.core.deadlines import Term, TermUnit


def read(**changes: object) -> ProcedureContent:
    found = parse_content(procedure(**changes), "xin-ban-sao")
    assert isinstance(found, ProcedureContent), found
    return found


def places(source: object) -> list[tuple[str, str]]:
    found = parse_content(source)
    assert isinstance(found, tuple)
    return [(problem.place, problem.code) for problem in found]


def test_facts_are_read() -> None:
    content = read()
    method = content.method("online")
    assert method is not None
    assert (content.code, content.slug, content.effective_from) == (
        "1.000001",
        "xin-ban-sao",
        dt.date(2026, 1, 1),
    )
    assert (method.label, method.limit_text, method.fee_text) == (
        "Trực tuyến",
        "3 ngày làm việc",
        "8.000 đồng",
    )
    assert content.limit("counter") == Term(3, TermUnit.WORKING_DAYS)
    assert (content.tier_text, content.online_level_text) == ("Cấp xã", "Làm trọn trên mạng")
    assert content.component("giay-uy-quyen") is not None
    assert content.component("khac") is None
    assert content.result("ban-sao") is not None


def test_a_same_day_limit_and_no_fee_read_as_people_say_them() -> None:
    content = read(methods=[{"channel": "counter", "limit": "same_day"}], cut_off="15:00", fees=None)
    method = content.methods[0]
    assert (method.limit_text, method.fee_text, content.cut_off) == ("Trong ngày", "Miễn phí", dt.time(15))


def test_stored_form_gives_the_same_content() -> None:
    content = read()
    assert from_json(to_json(content)) == content


@pytest.mark.parametrize("stored", [None, {}, {"version": 99}, {"version": True}, {"version": 0}])
def test_an_unknown_stored_version_is_refused(stored: object) -> None:
    found = from_json(stored)
    assert isinstance(found, tuple)
    assert found[0].code == "unknown_version"


@pytest.mark.parametrize(
    ("change", "place", "code"),
    [
        ({"code": "1193"}, "code", "wrong_shape"),
        ({"plain_name": None}, "plain_name", "missing"),
        ({"subjects": []}, "subjects", "not_a_list"),
        ({"steps": "Bạn nộp"}, "steps", "not_a_list"),
        ({"steps": [1]}, "steps", "not_text"),
        ({"tier": "city"}, "tier", "unknown_word"),
        ({"minutes": 0}, "minutes", "not_a_number"),
        ({"minutes": True}, "minutes", "not_a_number"),
        ({"effective_from": "30/2/2026"}, "effective_from", "not_a_date"),
        ({"cut_off": "25:00"}, "cut_off", "not_an_hour"),
        ({"cut_off": "15:00"}, "cut_off", "no_same_day"),
        ({"methods": [{"channel": "online", "limit": "soon"}]}, "methods[0].limit", None),
        ({"methods": None}, "methods", "not_a_list"),
        ({"fees": [{"code": "a"}]}, "fees.items[0].name", None),
        ({"results": None}, "results", "not_a_list"),
        ({"checklist": [{"id": "a", "text": "A", "component": "x"}]}, "checklist[0].component", "unknown_component"),
        ({"checklist": [{"id": "a", "text": "A"}, {"id": "a", "text": "B"}]}, "checklist[1]", "repeated"),
        ({"checklist": ["a"]}, "checklist[0]", "not_a_mapping"),
        ({"results": [{"id": "a", "name": "A", "fields": {"f": 1}}]}, "results[0].fields.f", "not_a_field"),
        ({"minuets": 3}, "minuets", "unknown_key"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_place(change: dict[str, object], place: str, code: str | None) -> None:
    found = places(procedure(**change))
    assert any(each == place and code in (None, kind) for each, kind in found), found


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"kind": "fax"}, "components[0].kind"),
        ({"required_if": {"equals": ["a"]}}, "components[0].required_if.equals"),
        ({"optional": "yes"}, "components[0].optional"),
        ({"replaced_by": {"source": "wallet"}}, "components[0].replaced_by.text"),
        ({"replaced_by": "wallet"}, "components[0].replaced_by"),
    ],
)
def test_a_fault_of_a_paper_is_named_with_its_place(change: dict[str, object], place: str) -> None:
    paper = {"id": "a", "name": "A", "plain_name": "A", "kind": "copy", "why": "Vì vậy."} | change
    assert place in [each for each, _ in places(procedure(components=[paper]))]


def test_what_is_not_a_mapping_is_refused() -> None:
    assert ("", "not_a_mapping") in places(["code"])


@pytest.mark.parametrize(
    ("answers", "held", "states"),
    [
        ({"for_whom": "toi"}, (), []),
        ({}, (), []),
        ({"for_whom": "khac"}, (), ["to_send"]),
        ({"for_whom": "khac"}, ("wallet.mandate",), ["held"]),
    ],
)
def test_papers_depend_on_answers_and_on_what_is_held(
    answers: dict[str, object], held: tuple[str, ...], states: list[str]
) -> None:
    assert [need.state for need in needed_components(read(), answers, held)] == states


def test_an_optional_paper_is_offered_not_demanded() -> None:
    paper = {"id": "a", "name": "A", "plain_name": "A", "kind": "copy", "why": "Vì vậy.", "optional": True}
    needs = needed_components(read(components=[paper]), {})
    assert [(need.component.kind_label, need.state) for need in needs] == [("Bản sao", "optional")]
