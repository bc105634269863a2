"""What is asked, what counts, and in what order one goes."""

import datetime as dt
import sys
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.forms.examples import ADULT, CHILD, FORM, LAN, compiled, one_page
from tests.core.forms.strategies import few, forms_and_answers

from motcua.core.conditions import TODAY, sources, with_today
from motcua.core.forms import (
    Form,
    Page,
    Question,
    add_item,
    can_visit,
    evaluate,
    first_incomplete,
    first_page,
    list_items,
    next_page,
    previous_page,
    progress,
    remove_item,
    replace_item,
)
from motcua.core.values import Refusal

DAY = dt.date(2026, 11, 21)
DONE = with_today(
    {
        "resident": True,
        "full_name": "Lan",
        "birth_date": ADULT,
        "marital_status": "divorced",
        "court_decision": "12/2020",
        "court": "Tòa án A",
        "members": [LAN],
        "promise": True,
    },
    DAY,
)


def test_a_complete_form_misses_nothing() -> None:
    found = evaluate(FORM, DONE)
    assert found.missing == ()
    assert found.ineligible is None
    assert found.page_ids == ("eligibility", "you", "marriage", "decision-place", "members", "promise")
    assert "phone" in found.question_ids
    assert TODAY not in found.answers


def test_hidden_answers_never_count_even_through_others() -> None:
    found = evaluate(FORM, {**DONE, "marital_status": "single"})
    assert "court_decision" not in found.answers
    assert "court" not in found.answers
    assert found.page_ids == ("eligibility", "you", "marriage", "members", "promise")
    child = evaluate(FORM, {**DONE, "birth_date": CHILD})
    assert child.page_ids == ("eligibility", "you", "members", "promise")
    assert {"marital_status", "court_decision", "court"}.isdisjoint(child.answers)


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({"full_name": ""}, ("full_name",)),
        ({"full_name": 5}, ("full_name",)),
        ({"marital_status": "married"}, ("marital_status",)),
        ({"birth_date": {"year": 2000, "month": None, "day": None}}, ("birth_date",)),
        ({"promise": False}, ("promise",)),
        ({"members": []}, ("members",)),
        ({"members": [{"name": "Lan"}]}, ("members",)),
        ({"members": [LAN, LAN, LAN]}, ("members",)),
        ({"members": "Lan"}, ("members",)),
        ({"phone": None}, ()),
    ],
)
def test_a_value_that_is_no_answer_is_missing(change: dict[str, object], missing: tuple[str, ...]) -> None:
    found = evaluate(FORM, {**DONE, **change})
    assert tuple(question for question in found.missing if question in change) == missing


def test_hidden_parts_of_an_entry_do_not_count() -> None:
    found = evaluate(FORM, {**DONE, "members": [{**LAN, "has_job": False, "other": 1}]})
    assert found.answers["members"] == [{"name": "Lan", "has_job": False}]


def test_an_answer_that_ends_the_journey_says_why_and_what_else() -> None:
    found = evaluate(FORM, {"resident": False})
    assert found.ineligible is not None
    assert found.ineligible.place == "resident"
    assert found.ineligible.message == (
        "Trường hợp của bạn chưa làm được thủ tục này. Lý do: bạn ở nơi khác. "
        "Việc bạn có thể làm: nộp ở nơi bạn ở."
    )
    assert not can_visit(FORM, {"resident": False}, "you")
    assert first_incomplete(FORM, {"resident": False}) == "eligibility"
    assert first_incomplete(FORM, {**DONE, "resident": False}) == "eligibility"


def test_a_page_without_visible_questions_is_passed_over() -> None:
    source = {
        "pages": [
            {"id": "one", "title": "1", "questions": [{"id": "a", "type": "yes_no", "label": "A"}]},
            {
                "id": "two",
                "title": "2",
                "questions": [{"id": "b", "type": "text", "label": "B", "visible_if": {"answer": "a"}}],
            },
            {"id": "three", "title": "3", "questions": [{"id": "c", "type": "text", "label": "C"}]},
        ]
    }
    form = compiled(source)
    assert next_page(form, {"a": False}, "one") == "three"
    assert previous_page(form, {"a": False}, "three") == "one"
    assert next_page(form, {"a": True}, "one") == "two"
    assert next_page(form, {"a": False}, "two") == "three"


def test_the_way_through_the_form() -> None:
    assert first_page(FORM, {}) == "eligibility"
    assert next_page(FORM, DONE, "promise") is None
    assert next_page(FORM, DONE, "nowhere") is None
    assert previous_page(FORM, DONE, "eligibility") is None
    assert previous_page(FORM, DONE, "nowhere") is None
    assert first_incomplete(FORM, DONE) is None
    assert first_incomplete(FORM, {"resident": True}) == "you"
    assert progress(FORM, DONE, "you") == (2, 6)
    assert progress(FORM, DONE, "nowhere") == (0, 6)


def test_a_page_is_open_when_all_before_it_is_done() -> None:
    assert can_visit(FORM, {}, "eligibility")
    assert not can_visit(FORM, {}, "you")
    assert can_visit(FORM, {"resident": True}, "you")
    assert not can_visit(FORM, {"resident": True}, "members")
    assert can_visit(FORM, DONE, "promise")
    assert not can_visit(FORM, DONE, "nowhere")


def test_a_form_that_asks_nothing_has_no_first_page() -> None:
    assert first_page(Form(1, ()), {}) is None


def test_entries_are_added_replaced_and_removed_in_new_answers() -> None:
    none: dict[str, object] = {"full_name": "A"}
    one = add_item(FORM, none, "members", {**LAN, "strange": 1})
    assert one == {"full_name": "A", "members": [LAN]}
    assert none == {"full_name": "A"}
    two = add_item(FORM, one, "members", {"name": "Minh"})
    assert isinstance(two, dict)
    assert list_items(two, "members") == (LAN, {"name": "Minh"})
    changed = replace_item(FORM, two, "members", 1, {"name": "Mai"})
    assert isinstance(changed, dict)
    assert list_items(changed, "members") == (LAN, {"name": "Mai"})
    assert remove_item(FORM, changed, "members", 0) == {"full_name": "A", "members": [{"name": "Mai"}]}
    full = add_item(FORM, two, "members", LAN)
    assert isinstance(full, Refusal)
    assert full.message == "Chỉ thêm được 2 mục cho thành viên hộ. Bỏ một mục rồi thêm lại"


@pytest.mark.parametrize("index", [-1, 1])
def test_an_entry_that_is_not_there_cannot_be_changed(index: int) -> None:
    answers = {"members": [LAN, "broken"]}
    assert isinstance(replace_item(FORM, answers, "members", index, LAN), Refusal)
    assert isinstance(remove_item(FORM, answers, "members", index), Refusal)


def test_only_groups_have_entries() -> None:
    assert isinstance(add_item(FORM, {}, "full_name", {}), Refusal)
    assert isinstance(replace_item(FORM, {}, "nothing", 0, {}), Refusal)
    assert isinstance(remove_item(FORM, {"full_name": [{}]}, "full_name", 0), Refusal)
    assert list_items({"members": "x"}, "members") == ()


def test_a_group_nobody_must_fill_is_not_missing() -> None:
    item = {"id": "a", "type": "text", "label": "A"}
    group = {"id": "g", "type": "group", "label": "G", "items": [item]}
    assert evaluate(compiled(one_page(group)), {}).missing == ()
    assert evaluate(compiled(one_page({**group, "minimum": 1})), {}).missing == ("g",)
    assert evaluate(compiled(one_page({**group, "minimum": 1, "required": False})), {}).missing == ()


@few
@given(forms_and_answers())
def test_what_counts_is_visible_and_counting_again_changes_nothing(
    pair: tuple[Form, dict[str, object]],
) -> None:
    form, answers = pair
    found = evaluate(form, answers)
    assert set(found.answers) <= found.question_ids
    assert set(found.missing) <= found.question_ids
    again = evaluate(form, found.answers)
    assert again == found


@few
@given(forms_and_answers(), st.data())
def test_a_hidden_answer_changes_nothing(pair: tuple[Form, dict[str, object]], data: st.DataObject) -> None:
    form, answers = pair
    found = evaluate(form, answers)
    hidden = sorted(set(form.question_by_id) - found.question_ids)
    if hidden:
        changed = {
            **answers,
            data.draw(st.sampled_from(hidden)): data.draw(st.sampled_from(["a", True, None])),
        }
        assert evaluate(form, changed) == found


@few
@given(forms_and_answers())
def test_forward_and_back_are_one_way(pair: tuple[Form, dict[str, object]]) -> None:
    form, answers = pair
    pages = evaluate(form, answers).page_ids
    walked = []
    page = first_page(form, answers)
    while page is not None:
        walked.append(page)
        following = next_page(form, answers, page)
        assert following is None or previous_page(form, answers, following) == page
        page = following
    assert tuple(walked) == pages
    stop = first_incomplete(form, answers)
    open_pages = [page for page in pages if can_visit(form, answers, page)]
    assert open_pages == list(pages[: pages.index(stop) + 1] if stop else pages)


def count_judgements(form: Form, answers: dict[str, object]) -> int:
    """How many times evaluating the form judges a condition or a part of one."""
    found = 0

    def watch(frame: FrameType, event: str, _: object) -> None:
        nonlocal found
        code = frame.f_code
        found += event == "call" and code.co_name == "evaluate" and "conditions" in code.co_filename

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        evaluate(form, answers)
    finally:
        sys.setprofile(before)
    return found


@few
@given(forms_and_answers())
def test_no_condition_is_judged_twice(pair: tuple[Form, dict[str, object]]) -> None:
    form, answers = pair
    nodes = 0
    for page in form.pages:
        nodes += _nodes(page)
        for question in page.questions:
            entries = len(list_items(answers, question.id)) if question.type == "group" else 0
            nodes += _nodes(question) + entries * sum(_nodes(item) for item in question.items)
    assert count_judgements(form, answers) <= nodes


def _nodes(part: Page | Question) -> int:
    """At most so many nodes stand in the condition of a generated page or question."""
    return 0 if part.visible_if is None else 2 + len(sources(part.visible_if))
