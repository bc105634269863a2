"""Filling messages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.core.messages import Template, check, fill, missing, placeholders

RECEIVED = Template("Hồ sơ {code} đã nộp. Hẹn trả {due}. Mã: {code}")


def test_the_places_of_a_message() -> None:
    assert placeholders(RECEIVED) == ("code", "due")
    assert missing(RECEIVED, {"code": "H1", "due": "  "}) == ("due",)


def test_a_full_message() -> None:
    assert fill(RECEIVED, {"code": "H1", "due": "5/11"}) == "Hồ sơ H1 đã nộp. Hẹn trả 5/11. Mã: H1"


def test_a_hole_is_named() -> None:
    problems = fill(RECEIVED, {"due": "5/11"})
    assert isinstance(problems, tuple)
    assert [(problem.place, problem.code) for problem in problems] == [("code", "missing")]


@pytest.mark.parametrize(
    ("text", "filled"),
    [("{{a}}", "{a}"), ("}}{{", "}{"), ("{{{a}}}", "{1}"), ("không có chỗ trống", "không có chỗ trống")],
)
def test_doubled_braces_are_braces(text: str, filled: str) -> None:
    assert fill(Template(text), {"a": "1"}) == filled


@pytest.mark.parametrize("text", ["{", "}", "{Tên}", "{a b}", "{}", "giá {a"])
def test_a_stray_brace_is_a_problem(text: str) -> None:
    problems = fill(Template(text), {"a": "1"})
    assert problems == check(Template(text))
    assert {problem.code for problem in check(Template(text))} == {"brace"}


def test_values_are_taken_literally() -> None:
    assert fill(Template("{a}"), {"a": "{b}"}) == "{b}"


NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,5}", fullmatch=True)
WORDS = st.text(st.characters(exclude_characters="{}"))


@given(st.lists(st.tuples(WORDS, NAMES)), st.text(min_size=1).filter(str.strip))
def test_what_is_filled_has_no_hole(pieces: list[tuple[str, str]], value: str) -> None:
    template = Template("".join(f"{words}{{{name}}}" for words, name in pieces))
    values = dict.fromkeys(placeholders(template), value)
    assert fill(template, values) == "".join(f"{words}{value}" for words, _ in pieces)
