"""Terms as people and data write them."""

import pytest

from motcua.core.deadlines import Term, TermUnit, describe_term, parse_term
from motcua.core.values import Problem


@pytest.mark.parametrize(
    ("text", "amount", "unit", "words"),
    [
        ("3 working_days", 3, TermUnit.WORKING_DAYS, "3 ngày làm việc"),
        ("3 working days", 3, TermUnit.WORKING_DAYS, "3 ngày làm việc"),
        ("  3  Ngày làm việc ", 3, TermUnit.WORKING_DAYS, "3 ngày làm việc"),
        ("8 hours", 8, TermUnit.HOURS, "8 giờ"),
        ("4 giờ làm việc", 4, TermUnit.WORKING_HOURS, "4 giờ làm việc"),
        ("15 ngày", 15, TermUnit.DAYS, "15 ngày"),
        ("2 months", 2, TermUnit.MONTHS, "2 tháng"),
        ("same_day", 1, TermUnit.SAME_DAY, "trong ngày"),
        ("Trong ngày", 1, TermUnit.SAME_DAY, "trong ngày"),
    ],
)
def test_a_term_is_read_and_said(text: str, amount: int, unit: TermUnit, words: str) -> None:
    term = parse_term(text)
    assert term == Term(amount, unit)
    assert isinstance(term, Term)
    assert describe_term(term) == words


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not_understood"),
        ("3", "not_understood"),
        ("ba ngày", "not_understood"),
        ("3 weeks", "not_understood"),
        ("3 same_day", "not_understood"),
        ("²  days", "not_understood"),
        ("-3 days", "not_understood"),
        ("0 days", "out_of_range"),
        ("10001 days", "out_of_range"),
        ("1000000000000 days", "out_of_range"),
    ],
)
def test_what_is_no_term_gets_a_sentence(text: str, code: str) -> None:
    problem = parse_term(text)
    assert isinstance(problem, Problem)
    assert problem.code == code


def test_a_term_has_a_length() -> None:
    with pytest.raises(ValueError, match="1 to 10000"):
        Term(0, TermUnit.DAYS)
