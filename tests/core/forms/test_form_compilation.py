"""Which forms can be asked, and what is said about those that cannot."""

import copy
import json
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.forms.examples import FORM, SOURCE, compiled, one_page
from tests.core.forms.strategies import few, forms

from motcua.core.forms import Form, compile_form, from_json, to_json, value_type
from motcua.core.values import Problem

TEXT = {"id": "a", "type": "text", "label": "A"}
PICK = {"id": "pick", "type": "choice", "label": "P", "choices": {"x": "X", "y": "Y"}}
FLAG = {"id": "flag", "type": "yes_no", "label": "F"}
NUMBER = {"id": "number", "type": "number", "label": "N", "minimum": 1, "maximum": 10}
GROUP = {"id": "group", "type": "group", "label": "G", "items": [TEXT]}
DATE = {"id": "date", "type": "date", "label": "D"}
HERE = "pages[0].questions[0]"


def when(condition: object, name: str = "b") -> dict[str, object]:
    """A question under a condition."""
    return {"id": name, "type": "text", "label": "B", "visible_if": condition}


def problems(source: object) -> list[tuple[str, str]]:
    """Places and codes of the problems of a source."""
    found = compile_form(source)
    assert isinstance(found, tuple), "the form was accepted"
    assert all(problem.message for problem in found)
    return [(problem.place, problem.code) for problem in found]


@pytest.mark.parametrize("source", [{}, None, [], {"pages": []}, {"pages": {}}])
def test_a_form_has_pages(source: object) -> None:
    assert problems(source) == [("pages", "missing_pages")]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ({**TEXT, "type": "colour"}, [(f"{HERE}.type", "unknown_type")]),
        ({"id": "a", "label": "A"}, [(f"{HERE}.type", "unknown_type")]),
        ({"id": "a", "type": "text"}, [(f"{HERE}.label", "missing_label")]),
        ({**TEXT, "label": 5}, [(f"{HERE}.label", "not_text"), (f"{HERE}.label", "missing_label")]),
        ({**TEXT, "hint": True}, [(f"{HERE}.hint", "not_text")]),
        ({**TEXT, "lable": "A"}, [(f"{HERE}.lable", "unknown_key")]),
        ({**TEXT, "id": "Họ tên"}, [(f"{HERE}.id", "wrong_id")]),
        ({**TEXT, "id": "a" * 61}, [(f"{HERE}.id", "wrong_id")]),
        ({**TEXT, "required": "no"}, [(f"{HERE}.required", "not_a_flag")]),
        ({**TEXT, "visible_if": "x"}, [(f"{HERE}.visible_if", "not_a_condition")]),
        ({**TEXT, "minimum": "1"}, [(f"{HERE}.minimum", "not_a_number")]),
        ({**TEXT, "minimum": 5, "maximum": 4}, [(f"{HERE}.minimum", "wrong_bounds")]),
        ({**FLAG, "maximum": 4}, [(f"{HERE}.maximum", "unexpected_key")]),
        ({**TEXT, "latest": "today"}, [(f"{HERE}.latest", "unexpected_key")]),
        ({**DATE, "latest": "tomorrow"}, [(f"{HERE}.latest", "unknown_day")]),
        ({**TEXT, "items": [TEXT]}, [(f"{HERE}.items", "unexpected_key")]),
        ({**GROUP, "items": []}, [(f"{HERE}.items", "missing_questions")]),
        ({**GROUP, "items": [GROUP]}, [(f"{HERE}.items[0]", "nested_group")]),
        ({**TEXT, "choices": {"x": "X"}}, [(f"{HERE}.choices", "unexpected_key")]),
        ({**PICK, "choices": None}, [(f"{HERE}.choices", "missing_choices")]),
        (
            {**PICK, "choices": {True: "Có"}},
            [
                (f"{HERE}.choices[0].value", "not_text"),
                (f"{HERE}.choices[0].value", "missing_value"),
            ],
        ),
        (
            {**PICK, "choices": [{"value": "x", "label": "X"}] * 2},
            [(f"{HERE}.choices", "duplicate_choice")],
        ),
        (
            {**PICK, "ineligible": ["x"]},
            [
                (f"{HERE}.ineligible[0]", "not_a_mapping"),
                (f"{HERE}.ineligible[0].reason", "missing_reason"),
                (f"{HERE}.ineligible[0].advice", "missing_advice"),
                (f"{HERE}.ineligible[0]", "unknown_choice"),
            ],
        ),
        ({**PICK, "ineligible": "x"}, [(f"{HERE}.ineligible", "not_a_mapping")]),
        (
            {**PICK, "ineligible": {"z": {"reason": "r", "advice": "a"}}},
            [(f"{HERE}.ineligible[0]", "unknown_choice")],
        ),
    ],
)
def test_a_faulty_question_is_named_with_its_place(question: object, found: list[tuple[str, str]]) -> None:
    assert problems(one_page(question)) == found


@pytest.mark.parametrize(
    ("page", "found"),
    [
        (
            "page",
            [
                ("pages[0]", "not_a_mapping"),
                ("pages[0].questions", "missing_questions"),
                ("pages[0].id", "wrong_id"),
                ("pages[0].title", "missing_title"),
            ],
        ),
        ({"id": "p", "title": "T", "questions": [TEXT], "kind": "x"}, [("pages[0].kind", "unknown_kind")]),
        ({"id": "p", "title": "T", "questions": [TEXT, GROUP]}, [("pages[0].questions", "group_not_alone")]),
    ],
)
def test_a_faulty_page_is_named_with_its_place(page: object, found: list[tuple[str, str]]) -> None:
    assert problems({"pages": [page]}) == found


def test_no_two_pages_or_questions_share_an_id() -> None:
    page = one_page(TEXT)["pages"][0]
    assert problems({"pages": [page, page]}) == [
        ("pages[1].id", "duplicate_id"),
        ("pages[1].questions[0].id", "duplicate_id"),
    ]
    assert problems(one_page({**GROUP, "items": [TEXT, TEXT]})) == [(f"{HERE}.items[1].id", "duplicate_id")]


def test_questions_that_wait_for_one_another_are_named() -> None:
    found = compile_form(
        one_page(
            {**TEXT, "visible_if": {"answered": "c"}},
            when({"answered": "a"}),
            when({"answered": "b"}, "c"),
            when({"answered": "c"}, "d"),
        )
    )
    message = "Các câu hỏi “a”, “b”, “c” chờ lẫn nhau nên không bao giờ hiện. Bỏ một điều kiện"
    assert found == (Problem(HERE, "cycle", message),)


def test_a_question_that_waits_for_itself_is_named() -> None:
    found = compile_form(one_page({**TEXT, "visible_if": {"answered": "a"}}))
    message = "Câu hỏi “a” chờ câu trả lời của chính nó nên không bao giờ hiện. Bỏ điều kiện này"
    assert found == (Problem(HERE, "cycle", message),)


def test_a_page_cannot_wait_for_its_own_question() -> None:
    page = {"id": "p", "title": "T", "visible_if": {"answered": "a"}, "questions": [TEXT]}
    assert problems({"pages": [page]}) == [(HERE, "cycle")]


def test_a_condition_on_a_later_question_is_refused_once() -> None:
    first = {"id": "p", "title": "T", "visible_if": {"answered": "z"}, "questions": [TEXT, FLAG]}
    last = {"id": "q", "title": "T", "questions": [{**TEXT, "id": "z"}]}
    assert problems({"pages": [first, last]}) == [("pages[0].visible_if", "later_question")]


def test_faults_of_conditions_are_placed() -> None:
    source = one_page(PICK, when({"equals": ["pick", "z"]}), when({"answered": "nobody"}, "c"))
    assert problems(source) == [
        ("pages[0].questions[1].visible_if", "unknown_choice"),
        ("pages[0].questions[2].visible_if", "unknown_question"),
    ]


def test_questions_of_an_entry_see_only_their_own_entry() -> None:
    group = {**GROUP, "items": [{**TEXT, "visible_if": {"answered": "pick"}}]}
    pages = [one_page(PICK)["pages"][0], {"id": "g", "title": "G", "questions": [group]}]
    assert problems({"pages": pages}) == [("pages[1].questions[0].items[0].visible_if", "unknown_question")]


@pytest.mark.parametrize(
    "condition",
    [
        False,
        {"not": True},
        {"all": [{"equals": ["pick", "x"]}, {"equals": ["pick", "y"]}]},
        {"all": [{"answer": "flag"}, {"equals": ["flag", False]}]},
        {"all": [{"answered": "flag"}, {"not": {"answered": "flag"}}]},
        {"not": {"any": [{"answered": "pick"}, {"not": {"answered": "pick"}}]}},
        {"all": [{"greater": ["number", 5]}, {"less": ["number", 5]}]},
        {"greater": ["number", 10]},
        {"less": ["number", 1]},
        {"in": ["number", [0, 11]]},
        {"all": [{"equals": ["a", "one"]}, {"equals": ["a", "two"]}]},
        {"all": [{"not": {"answered": "date"}}, {"age_at_least": ["date", 18]}]},
        {"all": [{"not": {"answered": "date"}}, {"less": ["date", {"date": "2020"}]}]},
        {"all": [{"not": {"answered": "a"}}, {"contains": ["a", "x"]}]},
        {"all": [{"not": {"answered": "a"}}, {"equals": ["a", {"answer": "pick"}]}]},
        {"all": [{"in": ["date", [{"date": "1/1/2020"}]]}, {"not": {"answered": "date"}}]},
    ],
)
def test_a_question_that_can_never_be_asked_is_refused(condition: object) -> None:
    source = one_page(PICK, FLAG, NUMBER, TEXT, DATE, when(condition))
    assert problems(source) == [("pages[0].questions[5].visible_if", "dead_question")]


@pytest.mark.parametrize(
    "condition",
    [
        True,
        {"not": {"equals": ["pick", "x"]}},
        {"all": [{"not_equals": ["pick", "x"]}, {"not_equals": ["flag", True]}]},
        {"all": [{"greater": ["number", 4]}, {"less": ["number", 6]}]},
        {"all": [{"not_equals": ["a", "one"]}, {"answered": "a"}]},
        {"all": [{"age_at_least": ["date", 18]}, {"not": {"age_at_least": ["date", 60]}}]},
        {"equals": ["a", {"answer": "pick"}]},
        {"not": {"contains": ["a", "x"]}},
        {"in": ["date", [{"date": "1/1/2020"}]]},
        {"greater": ["date", {"date": "1/1/2020"}]},
    ],
)
def test_a_question_that_can_be_asked_is_kept(condition: object) -> None:
    compiled(one_page(PICK, FLAG, NUMBER, TEXT, DATE, when(condition)))


def test_contradictions_are_found_through_other_questions() -> None:
    source = one_page(
        PICK,
        when({"equals": ["pick", "x"]}),
        when({"all": [{"answered": "b"}, {"equals": ["pick", "y"]}]}, "c"),
    )
    assert problems(source) == [("pages[0].questions[2].visible_if", "dead_question")]


def test_a_missing_answer_needs_no_open_question() -> None:
    hidden = {"all": [{"not": {"answered": "b"}}, {"equals": ["pick", "y"]}]}
    compiled(one_page(PICK, when({"equals": ["pick", "x"]}), when(hidden, "c")))


def test_counts_of_entries_are_judged_within_the_bounds() -> None:
    group = {"id": "g", "title": "G", "questions": [{**GROUP, "maximum": 2}]}
    for condition, dead in (
        ({"greater": [{"count": "group"}, 2]}, True),
        ({"in": [{"count": "group"}, [3]]}, True),
        ({"equals": [{"count": "group"}, 0]}, False),
        ({"equals": [{"count": "group"}, 2]}, False),
        ({"less": [{"count": "group"}, {"count": "group"}]}, True),
    ):
        page = {"id": "p", "title": "P", "questions": [when(condition)]}
        assert isinstance(compile_form({"pages": [group, page]}), tuple) is dead, condition


def test_two_counts_compared_are_taken_to_be_possible() -> None:
    groups = [{"id": name, "title": "G", "questions": [{**GROUP, "id": name}]} for name in ("g", "h")]
    page = {"id": "p", "title": "P", "questions": [when({"less": [{"count": "g"}, {"count": "h"}]})]}
    compiled({"pages": [*groups, page]})


def test_what_is_too_long_to_judge_is_taken_to_be_possible() -> None:
    flags = [{**FLAG, "id": f"f{number}"} for number in range(12)]
    either = [{"any": [{"answer": flag["id"]}, {"equals": [flag["id"], False]}]} for flag in flags]
    compiled(one_page(*flags, when({"all": either})))


def test_a_question_in_an_entry_can_be_dead_too() -> None:
    group = {**GROUP, "items": [TEXT, when({"all": [{"answered": "a"}, {"not": {"answered": "a"}}]})]}
    assert problems(one_page(group)) == [(f"{HERE}.items[1].visible_if", "dead_question")]


def test_a_compiled_form_answers_for_its_parts() -> None:
    page = FORM.page("you")
    assert page is not None
    assert FORM.page_of("phone") is page
    assert FORM.question("phone") is page.questions[2]
    assert FORM.page("nowhere") is None
    assert FORM.question("nothing") is None
    assert FORM.page_of("nothing") is None
    members = FORM.page("members")
    assert members is not None
    assert members.kind == "group"
    assert value_type(page.questions[1]).kind == "date"


def test_a_group_is_never_endless() -> None:
    endless = compiled(one_page(GROUP)).question("group")
    assert endless is not None
    assert endless.maximum == 100


def test_compiling_leaves_the_source_alone() -> None:
    before = copy.deepcopy(SOURCE)
    compile_form(SOURCE)
    assert before == SOURCE


def test_a_stored_form_comes_back() -> None:
    assert from_json(json.loads(json.dumps(to_json(FORM)))) == FORM


@few
@given(forms())
def test_every_stored_form_comes_back(form: Form) -> None:
    assert from_json(json.loads(json.dumps(to_json(form)))) == form


@pytest.mark.parametrize("stored", [None, {}, {"version": 99, "pages": []}])
def test_a_form_of_an_unknown_version_is_refused(stored: object) -> None:
    found = from_json(stored)
    assert isinstance(found, tuple)
    assert found[0].code == "unknown_version"


def test_a_broken_stored_form_is_refused() -> None:
    stored = to_json(FORM)
    found = from_json({**stored, "pages": [{"id": "x", "title": "X", "questions": [when("x")]}]})
    assert isinstance(found, tuple)
    assert found[0].code == "unknown_version"


def without_versions(stored: object) -> object:
    """The stored form as an author would write it."""
    if isinstance(stored, Mapping):
        if "tree" in stored:
            return stored["tree"]
        return {key: without_versions(value) for key, value in stored.items() if key != "version"}
    return [without_versions(value) for value in stored] if isinstance(stored, list) else stored


@few
@given(forms())
def test_generated_forms_are_forms_the_compiler_accepts_or_finds_dead(form: Form) -> None:
    found = compile_form(without_versions(to_json(form)))
    if isinstance(found, tuple):
        assert {problem.code for problem in found} == {"dead_question"}
    else:
        assert found == form


keys = st.sampled_from(["pages", "questions", "id", "type", "choices", "items", "ineligible"])


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    )
)
def test_any_source_is_compiled_or_refused(source: object) -> None:
    assert isinstance(compile_form({"pages": [source, {"questions": [source]}]}), tuple | Form)
