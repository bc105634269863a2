"""Fields of result documents: every way to write one, over real answers."""

import pytest
from tests.catalogue.packages import procedure

from motcua.catalogue.content import ProcedureContent, parse_content
from motcua.catalogue.field_sources import parse_field
from motcua.catalogue.result_fields import date_in_words, result_fields
from motcua.core.forms import Form, compile_form
from motcua.core.values import PartialDate

QUESTIONS = [
    {"id": "name", "type": "name", "label": "Tên"},
    {"id": "nick", "type": "text", "label": "Tên khác", "required": False},
    {"id": "born", "type": "partial_date", "label": "Ngày sinh"},
    {"id": "capital", "type": "money", "label": "Vốn"},
    {"id": "people", "type": "number", "label": "Số người"},
    {"id": "kind", "type": "choice", "label": "Loại", "choices": {"a": "Loại A", "b": "Loại B"}},
    {"id": "secret", "type": "text", "label": "Chỉ loại A", "visible_if": {"equals": ["kind", "a"]}},
]
GROUP = {
    "id": "lines",
    "type": "group",
    "label": "Ngành",
    "items": [
        {"id": "line", "type": "text", "label": "Ngành"},
        {"id": "number", "type": "text", "label": "Mã", "required": False},
    ],
}
PAGES = [
    {"id": "p", "title": "P", "questions": QUESTIONS},
    {"id": "q", "title": "Q", "questions": [GROUP]},
]
ANSWERS = {
    "name": "Đỗ Ân",
    "born": {"year": 2026, "month": 4, "day": 5},
    "capital": 50_000_000,
    "people": 21,
    "kind": "b",
    "secret": "không được in",
    "lines": [{"line": "Quán ăn", "number": "5610"}, {"line": "Bán nước"}],
}
EACH = {"each": "lines", "show": {"join": ["number", "line"], "with": " – "}, "with": "; "}
CHOOSE = {
    "choose": [
        {"if": {"equals": ["kind", "a"]}, "show": {"text": "A"}},
        {"if": {"equals": ["kind", "b"]}, "show": {"text": "B"}},
        {"show": {"text": "?"}},
    ]
}


def form() -> Form:
    found = compile_form({"pages": PAGES})
    assert isinstance(found, Form), found
    return found


def text_of(source: object) -> str:
    results = [{"id": "r", "name": "R", "code": "K", "fields": {"f": source}}]
    content = parse_content(procedure(results=results))
    assert isinstance(content, ProcedureContent), content
    return result_fields(content, "r", form(), ANSWERS)["f"]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("name", "Đỗ Ân"),
        ("nick", ""),
        ("kind", "Loại B"),
        ("secret", ""),
        ({"text": "Việt Nam"}, "Việt Nam"),
        ({"upper": "name"}, "ĐỖ ÂN"),
        ({"words": "born"}, "Ngày mùng năm tháng tư năm hai nghìn không trăm hai mươi sáu"),
        ({"words": "capital"}, "Năm mươi triệu đồng"),
        ({"words": "people"}, "Hai mươi mốt"),
        ({"words": "nick"}, ""),
        ({"words": "name"}, ""),
        ({"first": ["nick", "name"]}, "Đỗ Ân"),
        ({"first": ["nick"]}, ""),
        ({"join": ["name", "nick", "kind"]}, "Đỗ Ân, Loại B"),
        (CHOOSE, "B"),
        ({"choose": [CHOOSE["choose"][0]]}, ""),
        ({"choose": [CHOOSE["choose"][2]]}, "?"),
        (EACH, "5610 – Quán ăn; Bán nước"),
        ({"each": "nick", "show": "line"}, ""),
    ],
)
def test_a_field_shows(source: object, text: str) -> None:
    assert text_of(source) == text


@pytest.mark.parametrize(
    "source",
    [
        1,
        "",
        {},
        {"uper": "name"},
        {"upper": "name", "more": 1},
        {"text": ""},
        {"first": []},
        {"choose": []},
        {"choose": ["name"]},
        {"choose": [{"if": {"equals": ["kind"]}, "show": "name"}]},
        {"each": "lines"},
        {"join": ["name"], "with": 3},
    ],
)
def test_a_field_written_wrong_is_named(source: object) -> None:
    found = parse_field(source, "results[0].fields.f")
    assert isinstance(found, tuple)
    assert all(problem.place.startswith("results[0].fields.f") for problem in found)


def test_a_result_that_does_not_exist_is_a_programming_error() -> None:
    content = parse_content(procedure())
    assert isinstance(content, ProcedureContent)
    with pytest.raises(KeyError):
        result_fields(content, "khac", form(), {})


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (PartialDate(1993), "Năm một nghìn chín trăm chín mươi ba"),
        (PartialDate(2026, 10, 27), "Ngày hai mươi bảy tháng mười năm hai nghìn không trăm hai mươi sáu"),
        (None, ""),
    ],
)
def test_dates_in_words(date: PartialDate | None, words: str) -> None:
    assert date_in_words(date) == words
