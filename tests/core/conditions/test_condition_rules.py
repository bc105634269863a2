"""When a condition holds, what is wrong with it, and how it reads."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.conditions.strategies import answer_maps, conditions

from motcua.core.conditions import (
    Answer,
    Compare,
    Condition,
    Constant,
    Not,
    Today,
    ValueType,
    check,
    evaluate,
    explain,
    from_json,
    parse,
    sources,
    to_json,
    to_source,
    with_today,
)
from motcua.core.values import Problem

TYPES = {
    "status": ValueType("choice", ("single", "divorced", "widowed")),
    "resident": ValueType("boolean"),
    "income": ValueType("number"),
    "other_income": ValueType("number"),
    "birth_date": ValueType("date"),
    "wedding_date": ValueType("date"),
    "note": ValueType("text"),
    "home": ValueType("record"),
    "children": ValueType("list"),
}
LABELS = {
    "status": "Tình trạng hôn nhân",
    "resident": "Cư trú ở đây",
    "income": "Thu nhập",
    "birth_date": "Ngày sinh",
    "note": "Ghi chú",
    "children": "Con",
}
CHOICES = {"status": {"single": "Chưa kết hôn", "divorced": "Đã ly hôn", "widowed": "Góa"}}
FULL = {
    "status": "divorced",
    "resident": True,
    "income": 100,
    "other_income": 100,
    "birth_date": {"year": 2008, "month": 11, "day": 21},
    "wedding_date": {"year": 2026, "month": None, "day": None},
    "note": "Nhà trong Hẻm 3",
    "children": [{}, {}],
}

operators = st.sampled_from(["all", "equals", "in", "not", "date", "years_between"])
sources_of_anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | operators, inner, max_size=2),
)


def read(source: object) -> Condition:
    """The condition in the source, which must be right."""
    found = parse(source)
    assert not isinstance(found, tuple), found
    return found


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (True, True),
        (False, False),
        ({"answer": "resident"}, True),
        ({"answer": "absent"}, False),
        ({"answer": "income"}, False),
        ({"answered": "note"}, True),
        ({"answered": "absent"}, False),
        ({"equals": ["status", "divorced"]}, True),
        ({"equals": ["status", "single"]}, False),
        ({"not_equals": ["status", "single"]}, True),
        ({"not_equals": ["absent", "single"]}, False),
        ({"equals": ["resident", 1]}, False),
        ({"equals": ["income", {"answer": "other_income"}]}, True),
        ({"equals": [{"const": "divorced"}, {"answer": "status"}]}, True),
        ({"greater": ["income", 99]}, True),
        ({"greater": ["income", 100]}, False),
        ({"greater_or_equal": ["income", 100]}, True),
        ({"less": ["income", 101]}, True),
        ({"less_or_equal": ["income", 99]}, False),
        ({"less": ["absent", 5]}, False),
        ({"less": ["note", "z"]}, False),
        ({"in": ["status", ["single", "divorced"]]}, True),
        ({"in": ["absent", ["single"]]}, False),
        ({"in": ["income", [True, 100]]}, True),
        ({"contains": ["note", "hem"]}, True),
        ({"contains": ["note", "ngõ"]}, False),
        ({"contains": ["income", "1"]}, False),
        ({"greater": [{"count": "children"}, 1]}, True),
        ({"equals": [{"count": "absent"}, 0]}, True),
        ({"age_at_least": ["birth_date", 18]}, True),
        ({"age_at_least": ["birth_date", 19]}, False),
        ({"age_at_least": ["wedding_date", 0]}, False),
        ({"age_at_least": ["note", 0]}, False),
        ({"less": ["birth_date", {"date": "22/11/2008"}]}, True),
        ({"less": ["birth_date", {"date": "2008"}]}, False),
        ({"less": ["birth_date", {"date": "2009"}]}, True),
        ({"less_or_equal": ["birth_date", {"today": True}]}, True),
        ({"equals": [{"years_between": ["birth_date", {"date": "20/11/2018"}]}, 9]}, True),
        ({"all": [{"answer": "resident"}, {"answered": "note"}]}, True),
        ({"all": [{"answer": "resident"}, {"answered": "absent"}]}, False),
        ({"any": [{"answered": "absent"}, {"answer": "resident"}]}, True),
        ({"any": [{"answered": "absent"}]}, False),
        ({"not": {"equals": ["absent", "single"]}}, True),
    ],
)
def test_holds(source: object, expected: bool) -> None:
    condition = read(source)
    assert evaluate(condition, with_today(FULL, dt.date(2026, 11, 21))) is expected
    assert parse(to_source(condition)) == condition


@pytest.mark.parametrize(
    ("born", "today", "reached"),
    [
        ((2008, 11, 21), dt.date(2026, 11, 20), False),
        ((2008, 11, 21), dt.date(2026, 11, 21), True),
        ((2008, 2, 29), dt.date(2026, 2, 28), False),
        ((2008, 2, 29), dt.date(2026, 3, 1), True),
        ((2008, 11, None), dt.date(2026, 11, 29), False),
        ((2008, 11, None), dt.date(2026, 11, 30), True),
        ((2008, None, None), dt.date(2026, 12, 30), False),
        ((2008, None, None), dt.date(2026, 12, 31), True),
    ],
)
def test_an_age_is_reached_when_it_is_sure(
    born: tuple[int, int | None, int | None], today: dt.date, reached: bool
) -> None:
    answers = {"birth_date": dict(zip(("year", "month", "day"), born, strict=True))}
    assert evaluate(read({"age_at_least": ["birth_date", 18]}), with_today(answers, today)) is reached


def test_no_age_is_reached_when_the_day_is_not_told() -> None:
    assert not evaluate(read({"age_at_least": ["birth_date", 0]}), FULL)


@pytest.mark.parametrize(
    ("source", "place", "code"),
    [
        ("status", "visible_if", "not_a_condition"),
        ({}, "visible_if", "not_a_condition"),
        ({"equal": ["status", "single"]}, "visible_if.equal", "unknown_operator"),
        ({1: 2}, "visible_if.1", "unknown_operator"),
        ({"all": []}, "visible_if.all", "not_a_list"),
        ({"all": [True, {"any": "x"}]}, "visible_if.all[1].any", "not_a_list"),
        ({"equals": ["status"]}, "visible_if.equals", "not_a_pair"),
        ({"equals": ["", "x"]}, "visible_if.equals[0]", "not_a_question"),
        ({"equals": ["status", None]}, "visible_if.equals[1]", "not_a_value"),
        ({"equals": ["status", {"a": 1, "b": 2}]}, "visible_if.equals[1]", "not_a_value"),
        ({"less": ["birth_date", {"date": "30/2/2026"}]}, "visible_if.less[1]", "no_such_day"),
        ({"in": ["status", "single"]}, "visible_if.in[1]", "not_a_list"),
        ({"in": ["status", [[]]]}, "visible_if.in[1][0]", "not_a_value"),
        ({"contains": ["note", " "]}, "visible_if.contains[1]", "not_text"),
        ({"age_at_least": ["birth_date", "18"]}, "visible_if.age_at_least[1]", "not_a_number"),
        ({"answered": 5}, "visible_if.answered", "not_a_question"),
        ({"less": [{"years_between": ["a"]}, 5]}, "visible_if.less[0].years_between", "not_a_pair"),
        (
            {"less": [{"years_between": [1, "today"]}, 5]},
            "visible_if.less[0].years_between[0]",
            "not_a_question",
        ),
    ],
)
def test_says_where_a_condition_is_miswritten(source: object, place: str, code: str) -> None:
    found = parse(source, "visible_if")
    assert isinstance(found, tuple)
    assert [(problem.place, problem.code) for problem in found] == [(place, code)]


def test_all_miswritten_parts_are_told_at_once() -> None:
    found = parse({"any": ["x", {"answered": None}]}, "here")
    assert isinstance(found, tuple)
    assert [problem.place for problem in found] == ["here.any[0]", "here.any[1].answered"]


def test_a_condition_too_deep_to_read_is_refused() -> None:
    deep: object = {"answered": "x"}
    for _ in range(3000):
        deep = {"not": deep}
    found = parse(deep)
    assert isinstance(found, tuple)
    assert [problem.code for problem in found] == ["too_deep"]


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ({"equals": ["nobody", "x"]}, "unknown_question"),
        ({"answered": "nobody"}, "unknown_question"),
        ({"not": {"all": [{"answered": "nobody"}]}}, "unknown_question"),
        ({"equals": ["status", "married"]}, "unknown_choice"),
        ({"equals": [{"const": "married"}, {"answer": "status"}]}, "unknown_choice"),
        ({"in": ["status", ["single", "married"]]}, "unknown_choice"),
        ({"equals": ["income", "5"]}, "wrong_type"),
        ({"equals": ["resident", 5]}, "wrong_type"),
        ({"equals": ["home", {"answer": "home"}]}, "wrong_type"),
        ({"greater": ["note", "a"]}, "wrong_type"),
        ({"greater": ["birth_date", 5]}, "wrong_type"),
        ({"contains": ["income", "5"]}, "wrong_type"),
        ({"answer": "income"}, "wrong_type"),
        ({"less": [{"count": "status"}, 5]}, "wrong_type"),
        ({"less": [{"count": "nobody"}, 5]}, "unknown_question"),
        ({"age_at_least": ["income", 5]}, "wrong_type"),
        ({"less": [{"years_between": ["birth_date", "note"]}, 5]}, "wrong_type"),
    ],
)
def test_says_what_can_never_work(source: object, code: str) -> None:
    problems = check(read(source), TYPES, "pages[0].visible_if")
    assert [(problem.place, problem.code) for problem in problems] == [("pages[0].visible_if", code)]


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (True, "Luôn luôn"),
        (False, "Không bao giờ"),
        ({"equals": ["status", "divorced"]}, "Khi “Tình trạng hôn nhân” là “Đã ly hôn”"),
        ({"not_equals": ["status", "unknown"]}, "Khi “Tình trạng hôn nhân” khác “unknown”"),
        ({"equals": ["resident", True]}, "Khi “Cư trú ở đây” là “Có”"),
        ({"equals": ["resident", False]}, "Khi “Cư trú ở đây” là “Không”"),
        ({"answer": "resident"}, "Khi “Cư trú ở đây” là “Có”"),
        ({"answered": "nickname"}, "Khi đã trả lời “nickname”"),
        ({"greater": ["income", 5000000]}, "Khi “Thu nhập” lớn hơn 5.000.000"),
        (
            {"age_at_least": ["birth_date", 18]},
            "Khi số năm từ “Ngày sinh” đến hôm nay từ 18 trở lên",
        ),
        ({"less": ["birth_date", {"date": "1/1/2020"}]}, "Khi “Ngày sinh” trước ngày 1/1/2020"),
        ({"greater": ["birth_date", {"date": "2020"}]}, "Khi “Ngày sinh” sau năm 2020"),
        ({"less_or_equal": ["birth_date", {"today": True}]}, "Khi “Ngày sinh” không sau hôm nay"),
        ({"greater_or_equal": ["birth_date", {"date": "2020"}]}, "Khi “Ngày sinh” từ năm 2020 trở đi"),
        (
            {"greater_or_equal": [{"today": True}, {"answer": "birth_date"}]},
            "Khi hôm nay từ “Ngày sinh” trở đi",
        ),
        ({"contains": ["note", "hẻm"]}, "Khi “Ghi chú” có chữ “hẻm”"),
        ({"less_or_equal": [{"count": "children"}, 2]}, "Khi số mục của “Con” không quá 2"),
        (
            {"in": ["status", ["single", "widowed"]]},
            "Khi “Tình trạng hôn nhân” là một trong: “Chưa kết hôn”, “Góa”",
        ),
        (
            {"all": [{"answer": "adult"}, {"any": [{"answered": "note"}, False]}, {"not": True}]},
            "Khi “adult” là “Có” và (đã trả lời “Ghi chú” hoặc không bao giờ) và không phải (luôn luôn)",
        ),
    ],
)
def test_reads_as_a_sentence(source: object, sentence: str) -> None:
    assert explain(read(source), LABELS, CHOICES) == sentence


def test_names_the_questions_it_depends_on() -> None:
    source = {
        "all": [
            {"not": {"equals": ["status", {"answer": "note"}]}},
            {"in": ["income", [1]]},
            {"contains": ["nickname", "x"]},
            {"age_at_least": ["birth_date", 3]},
            {"less": [{"count": "children"}, 3]},
            {"answered": "home"},
        ]
    }
    expected = {"status", "note", "income", "nickname", "birth_date", "children", "home"}
    assert sources(read(source)) == expected


@pytest.mark.parametrize(
    "stored", [None, {}, {"version": 2, "tree": True}, {"version": True, "tree": True}, []]
)
def test_what_was_not_stored_by_this_program_is_refused(stored: object) -> None:
    found = from_json(stored, "here")
    assert isinstance(found, tuple)
    assert (found[0].place, found[0].code) == ("here", "unknown_version")


@given(conditions())
def test_what_is_stored_or_written_comes_back(condition: Condition) -> None:
    assert from_json(to_json(condition)) == condition
    assert parse(to_source(condition)) == condition


@given(conditions(), answer_maps())
def test_every_answer_gives_a_verdict_and_not_turns_it(
    condition: Condition, answers: dict[str, object]
) -> None:
    verdict = evaluate(condition, answers)
    assert isinstance(verdict, bool)
    assert evaluate(Not(condition), answers) is not verdict


@given(conditions(), answer_maps(), st.text(max_size=3))
def test_an_answer_it_does_not_read_changes_nothing(
    condition: Condition, answers: dict[str, object], other: str
) -> None:
    if other not in sources(condition):
        assert evaluate(condition, {**answers, other: "x"}) == evaluate(condition, answers)


@given(conditions())
def test_every_condition_can_be_read_aloud_and_checked(condition: Condition) -> None:
    assert explain(condition, LABELS, CHOICES)
    assert all(isinstance(problem, Problem) for problem in check(condition, TYPES))


@given(sources_of_anything)
def test_any_source_is_read_or_refused(source: object) -> None:
    found = parse(source)
    assert not isinstance(found, tuple) or all(isinstance(problem, Problem) for problem in found)


def test_stops_at_the_first_part_that_decides() -> None:
    class Forbidden(dict[str, object]):
        def get(self, key: str, default: object = None) -> object:
            if key == "never":
                pytest.fail("a part was judged although the verdict was known")
            return super().get(key, default)

    answers = Forbidden(first=True)
    never = {"answer": "never"}
    assert evaluate(read({"any": [{"answer": "first"}, never]}), answers)
    assert not evaluate(read({"all": [{"not": {"answer": "first"}}, never]}), answers)


def test_nodes_are_values() -> None:
    one = Compare("less", Answer("a"), Today())
    assert one == Compare("less", Answer("a"), Today())
    assert len({one, Compare("less", Answer("a"), Constant(1))}) == 2
