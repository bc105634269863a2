"""What is typed on a page: read, refused with a sentence, and shown again."""

import datetime as dt
import json
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.forms.examples import ADULT, FORM, LAN, compiled, one_page
from tests.core.forms.strategies import ADDRESS, GOOD, few, forms_and_answers, raw_inputs

from motcua.core.conditions import with_today
from motcua.core.forms import (
    Form,
    PageReading,
    apply_reading,
    display,
    evaluate,
    field_names,
    item_fields,
    page_fields,
    read_item,
    read_page,
    summary,
    visible_questions,
)

DAY = dt.date(2026, 11, 21)
TODAY = with_today({}, DAY)


def read(question: Mapping[str, object], **typed: str) -> PageReading:
    """The reading of a page with this one question, q."""
    form = compiled(one_page({"id": "q", "label": "Số tầng", **question}))
    raw = {"q" if name == "q" else f"q.{name}": [text] for name, text in typed.items()}
    return read_page(form, "page", raw, TODAY)


CHOICES = {"a": "Một", "b": "Hai"}


@pytest.mark.parametrize(
    ("question", "typed", "value"),
    [
        ({"type": "name"}, {"q": " Lê  Lan "}, "Lê Lan"),
        ({"type": "personal_id"}, {"q": "001 099 012 345"}, "001099012345"),
        ({"type": "phone"}, {"q": "+84912345678"}, "0912345678"),
        ({"type": "email"}, {"q": "lan@vidu.vn"}, "lan@vidu.vn"),
        ({"type": "date"}, {"day": "29", "month": "2", "year": "2000"}, ADULT),
        (
            {"type": "partial_date"},
            {"day": "", "month": "", "year": "1950"},
            {"year": 1950, "month": None, "day": None},
        ),
        ({"type": "text"}, {"q": "một\x00 hai"}, "một hai"),
        ({"type": "text", "maximum": 3}, {"q": "abc"}, "abc"),
        ({"type": "long_text"}, {"q": "một\r\nhai"}, "một\nhai"),
        ({"type": "choice", "choices": CHOICES}, {"q": "a"}, "a"),
        ({"type": "select", "choices": CHOICES}, {"q": "b"}, "b"),
        ({"type": "yes_no"}, {"q": "no"}, False),
        ({"type": "number"}, {"q": " 1.200 "}, 1200),
        ({"type": "money"}, {"q": "50.000"}, 50_000),
        ({"type": "address"}, {"line": "Số 1", "ward": "Phường Hòa", "province": "Tỉnh Bình"}, ADDRESS),
        ({"type": "declaration"}, {"q": "yes"}, True),
    ],
)
def test_reads_an_answer_and_fills_it_in_again(
    question: Mapping[str, object], typed: dict[str, str], value: object
) -> None:
    reading = read(question, **typed)
    assert reading.problems == ()
    assert reading.answers == {"q": value}
    form = compiled(one_page({"id": "q", "label": "Q", **question}))
    again = read_page(
        form, "page", {k: [v] for k, v in page_fields(form, "page", reading.answers).items()}, {}
    )
    assert again.answers == reading.answers


@pytest.mark.parametrize(
    ("question", "typed", "place", "message"),
    [
        ({"type": "text"}, {}, "q", "Nhập số tầng"),
        ({"type": "text"}, {"q": " \x00 "}, "q", "Nhập số tầng"),
        ({"type": "choice", "choices": CHOICES}, {}, "q", "Chọn số tầng"),
        ({"type": "yes_no", "label": "Có nhà chưa?"}, {}, "q", "Chọn câu trả lời cho câu hỏi “Có nhà chưa?”"),
        ({"type": "text", "label": "Nhà ở đâu?"}, {}, "q", "Trả lời câu hỏi “Nhà ở đâu?”"),
        ({"type": "text", "label": "CCCD của cha"}, {}, "q", "Nhập CCCD của cha"),
        ({"type": "date", "label": "Ngày sinh"}, {}, "q", "Nhập ngày sinh"),
        ({"type": "declaration"}, {}, "q", "Đánh dấu vào ô cam đoan để đi tiếp"),
        ({"type": "declaration"}, {"q": "on"}, "q", "Đánh dấu vào ô cam đoan để đi tiếp"),
        (
            {"type": "date"},
            {"day": "30", "month": "2", "year": "2026"},
            "q.day",
            "Tháng 2/2026 không có ngày 30. Nhập lại ngày",
        ),
        ({"type": "date"}, {"year": "1950"}, "q.month", "Nhập tháng, từ 1 đến 12"),
        (
            {"type": "date", "latest": "today"},
            {"day": "22", "month": "11", "year": "2026"},
            "q",
            "Ngày này chưa đến. Nhập ngày không sau 21/11/2026",
        ),
        (
            {"type": "date", "earliest": "today"},
            {"day": "20", "month": "11", "year": "2026"},
            "q",
            "Ngày này đã qua. Nhập ngày từ 21/11/2026 trở đi",
        ),
        ({"type": "text"}, {"q": "x" * 501}, "q", "Chỉ ghi được 500 ký tự. Viết ngắn hơn"),
        ({"type": "text"}, {"q": "\u0301" * 100_000}, "q", "Chỉ ghi được 500 ký tự. Viết ngắn hơn"),
        ({"type": "text", "minimum": 5}, {"q": "abc"}, "q", "Cần ít nhất 5 ký tự. Viết rõ hơn"),
        ({"type": "long_text"}, {"q": "x" * 5001}, "q", "Chỉ ghi được 5.000 ký tự. Viết ngắn hơn"),
        ({"type": "long_text"}, {"q": "\u0301" * 100_000}, "q", "Chỉ ghi được 5.000 ký tự. Viết ngắn hơn"),
        ({"type": "choice", "choices": CHOICES}, {"q": "z"}, "q", "Chọn một trong các câu trả lời có sẵn"),
        ({"type": "yes_no"}, {"q": "maybe"}, "q", "Chọn “Có” hoặc “Không”"),
        ({"type": "number"}, {"q": "hai"}, "q", "Nhập số tầng bằng chữ số, ví dụ 12"),
        ({"type": "number"}, {"q": "9" * 5000}, "q", "Nhập số tầng bằng chữ số, ví dụ 12"),
        ({"type": "number", "minimum": 2}, {"q": "1"}, "q", "Nhập số từ 2 trở lên"),
        ({"type": "money", "maximum": 1000}, {"q": "1.001"}, "q", "Nhập số không quá 1.000 đồng"),
        ({"type": "money"}, {"q": "x"}, "q", "Số tiền chỉ gồm chữ số, tính bằng đồng, ví dụ 50.000"),
        ({"type": "phone"}, {"q": "0912"}, "q", "Số điện thoại gồm 10 chữ số, ví dụ 0912 345 678"),
        ({"type": "address"}, {"line": "1", "ward": "W"}, "q.province", "Nhập tỉnh, thành phố"),
        (
            {"type": "address"},
            {"line": "x" * 501, "ward": "W", "province": "P"},
            "q.line",
            "Chỉ ghi được 500 ký tự. Viết ngắn hơn",
        ),
    ],
)
def test_says_what_is_wrong_where_and_keeps_what_was_typed(
    question: Mapping[str, object], typed: dict[str, str], place: str, message: str
) -> None:
    reading = read(question, **typed)
    assert [(problem.place, problem.message) for problem in reading.problems] == [(place, message)]
    assert reading.answers == {}
    for name, text in typed.items():
        assert reading.raw["q" if name == "q" else f"q.{name}"] == text.replace("\x00", "")


def test_what_need_not_be_answered_may_stay_empty() -> None:
    assert read({"type": "text", "required": False}).problems == ()
    assert read({"type": "date", "required": False}).problems == ()


def test_without_a_day_no_date_is_too_late() -> None:
    form = compiled(one_page({"id": "q", "type": "date", "label": "Q", "latest": "today"}))
    raw = {"q.day": ["1"], "q.month": ["1"], "q.year": ["2100"]}
    assert read_page(form, "page", raw, {}).problems == ()


def test_an_answer_on_the_page_opens_the_question_below_it() -> None:
    answers = {**TODAY, "resident": True, "full_name": "Lan", "birth_date": ADULT}
    divorced = read_page(FORM, "marriage", {"marital_status": ["divorced"]}, answers)
    assert divorced.question_ids == ("marital_status", "court_decision")
    assert [problem.place for problem in divorced.problems] == ["court_decision"]
    single = read_page(FORM, "marriage", {"marital_status": ["single"], "court_decision": ["1"]}, answers)
    assert single.question_ids == ("marital_status",)
    assert single.answers == {"marital_status": "single"}


def test_saving_a_page_drops_what_was_emptied_and_what_it_hides() -> None:
    answers = {
        **TODAY,
        "resident": True,
        "full_name": "Lan",
        "birth_date": ADULT,
        "phone": "0912345678",
        "marital_status": "divorced",
        "court_decision": "1",
        "court": "A",
    }
    raw = {
        "full_name": ["Lan"],
        "birth_date.day": ["29"],
        "birth_date.month": ["2"],
        "birth_date.year": ["2000"],
    }
    saved = apply_reading(FORM, answers, read_page(FORM, "you", raw, answers))
    assert "phone" not in saved
    assert saved["court"] == "A"
    single = read_page(FORM, "marriage", {"marital_status": ["single"]}, answers)
    assert {"court_decision", "court"}.isdisjoint(apply_reading(FORM, answers, single))


def test_a_page_with_a_group_judges_the_number_of_entries() -> None:
    none = read_page(FORM, "members", {}, {})
    assert [problem.message for problem in none.problems] == [
        "Cần ít nhất 1 mục cho thành viên hộ. Bạn mới có 0 mục"
    ]
    assert read_page(FORM, "members", {}, {"members": [LAN]}).problems == ()
    many = read_page(FORM, "members", {}, {"members": [LAN] * 3})
    assert [problem.message for problem in many.problems] == [
        "Nhiều nhất 2 mục cho thành viên hộ. Bỏ bớt 1 mục"
    ]
    saved = apply_reading(FORM, {"members": [LAN]}, many)
    assert saved["members"] == [LAN]


def test_an_entry_of_a_group_is_read_by_itself() -> None:
    reading = read_item(FORM, "members", {"name": ["Lan"], "has_job": ["yes"], "income": ["50.000"]})
    assert reading.answers == LAN
    assert reading.problems == ()
    idle = read_item(FORM, "members", {"name": [""], "has_job": ["no"], "income": ["50.000"]})
    assert idle.answers == {"has_job": False}
    assert [problem.place for problem in idle.problems] == ["name"]
    assert item_fields(FORM, "members", LAN) == {"name": "Lan", "has_job": "yes", "income": "50.000"}


def test_the_day_reaches_the_entries_of_a_group() -> None:
    item = {"id": "born", "type": "date", "label": "Ngày sinh", "latest": "today"}
    form = compiled(one_page({"id": "g", "type": "group", "label": "Con", "items": [item]}))
    raw = {"born.day": ["1"], "born.month": ["1"], "born.year": ["2100"]}
    assert [problem.code for problem in read_item(form, "g", raw, TODAY).problems] == ["too_late"]


def test_what_does_not_exist_is_said_not_raised() -> None:
    assert [problem.code for problem in read_page(FORM, "nowhere", {}, {}).problems] == ["unknown_page"]
    assert [problem.code for problem in read_item(FORM, "full_name", {}).problems] == ["unknown_page"]
    assert page_fields(FORM, "nowhere", {}) == {}
    assert item_fields(FORM, "nowhere", {}) == {}
    assert visible_questions(FORM, "nowhere", {}) == ()
    assert apply_reading(FORM, {"resident": True}, read_page(FORM, "nowhere", {}, {})) == {"resident": True}


def test_a_page_shows_its_visible_questions() -> None:
    answers = {**TODAY, "resident": True, "birth_date": ADULT, "marital_status": "single"}
    assert [question.id for question in visible_questions(FORM, "marriage", answers)] == ["marital_status"]


def test_one_text_in_place_of_a_list_is_taken_whole() -> None:
    assert read_page(FORM, "eligibility", {"resident": "yes"}, {}).answers == {"resident": True}


def test_a_question_has_a_field_for_each_part() -> None:
    assert field_names(FORM.question_by_id["birth_date"]) == (
        "birth_date.day",
        "birth_date.month",
        "birth_date.year",
    )
    assert field_names(FORM.question_by_id["full_name"]) == ("full_name",)


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("name", "Lan", "Lan"),
        ("personal_id", "001099012345", "001 099 012 345"),
        ("phone", "0912345678", "0912 345 678"),
        ("date", ADULT, "29/2/2000"),
        ("partial_date", {"year": 1950, "month": None, "day": None}, "năm 1950"),
        ("choice", "a", "Một"),
        ("select", "b", "Hai"),
        ("yes_no", True, "Có"),
        ("yes_no", False, "Không"),
        ("number", 1200, "1.200"),
        ("money", 50_000, "50.000 đồng"),
        ("address", ADDRESS, "Số 1, Phường Hòa, Tỉnh Bình"),
        ("declaration", True, "Đã cam đoan"),
        ("text", None, "Chưa trả lời"),
        ("choice", "z", "Chưa trả lời"),
    ],
)
def test_shows_an_answer_in_words(kind: str, value: object, text: str) -> None:
    extra = {"choices": CHOICES} if kind in {"choice", "select"} else {}
    form = compiled(one_page({"id": "q", "type": kind, "label": "Q", **extra}))
    assert display(form.question_by_id["q"], value) == text


def test_a_summary_follows_the_pages() -> None:
    answers = {
        **TODAY,
        "resident": True,
        "full_name": "Lan",
        "birth_date": ADULT,
        "members": [LAN, {"name": "Mai"}],
    }
    sections = {section.page_id: section for section in summary(FORM, answers)}
    assert list(sections) == ["eligibility", "you", "marriage", "members", "promise"]
    you = sections["you"]
    assert you.title == "Về bạn"
    assert [(row.label, row.text, row.answered) for row in you.rows] == [
        ("Họ, chữ đệm và tên", "Lan", True),
        ("Ngày sinh", "29/2/2000", True),
        ("Số điện thoại", "Chưa trả lời", False),
    ]
    assert [(row.label, row.text) for row in sections["members"].rows] == [
        ("Thành viên hộ (1)", "Họ tên: Lan; Có việc làm: Có; Thu nhập: 50.000 đồng"),
        ("Thành viên hộ (2)", "Họ tên: Mai"),
    ]
    members = FORM.question_by_id["members"]
    assert display(members, [{"name": "Lan"}, {"name": "Mai"}]) == "Họ tên: Lan\nHọ tên: Mai"


@few
@given(forms_and_answers(), raw_inputs(), st.dates(), st.data())
def test_no_input_makes_an_exception_or_an_unstorable_answer(
    pair: tuple[Form, dict[str, object]], raw: dict[str, list[str]], day: dt.date, data: st.DataObject
) -> None:
    form, answers = pair
    answers = with_today(answers, day)
    page = data.draw(st.sampled_from(form.pages))
    reading = read_page(form, page.id, raw, answers)
    assert set(reading.answers) <= set(reading.question_ids)
    stored = json.dumps(reading.answers, ensure_ascii=False)
    assert "\\u0000" not in stored
    assert stored.encode()
    saved = apply_reading(form, answers, reading)
    assert (
        set(reading.answers) - set(saved)
        <= set(form.question_by_id) - evaluate(form, with_today(saved, day)).question_ids
    )
    for question in page.questions:
        items = read_item(form, question.id, raw, answers)
        assert isinstance(items, PageReading)


@few
@given(forms_and_answers())
def test_saved_answers_fill_the_fields_and_are_read_back(pair: tuple[Form, dict[str, object]]) -> None:
    form, answers = pair
    counted = evaluate(form, answers).answers
    for page in form.pages:
        fields = {name: [text] for name, text in page_fields(form, page.id, counted).items()}
        reading = read_page(form, page.id, fields, counted)
        for question in page.questions:
            value = counted.get(question.id)
            if question.type != "group" and value in GOOD[question.type]:
                assert reading.answers[question.id] == value


@few
@given(forms_and_answers())
def test_every_visible_question_stands_in_the_summary(pair: tuple[Form, dict[str, object]]) -> None:
    form, answers = pair
    rows = [row for section in summary(form, answers) for row in section.rows]
    assert {row.question_id for row in rows} == evaluate(form, answers).question_ids
    assert all(row.text or row.question_id.endswith("group") for row in rows)
