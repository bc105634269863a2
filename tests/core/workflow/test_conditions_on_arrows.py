from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.core.workflow.condition import (
    MAX_DEPTH,
    Comparison,
    ConditionError,
    comparisons,
    holds,
    parse_condition,
)


@pytest.mark.parametrize(
    ("text", "facts", "expected"),
    [
        ("outcome == 'accept'", {"outcome": "accept"}, True),
        ('outcome = "accept"', {"outcome": "refuse"}, False),
        ("outcome != 'accept'", {"outcome": "refuse"}, True),
        ("outcome in ('accept', 'refuse')", {"outcome": "refuse"}, True),
        ("outcome in ('accept')", {"outcome": "stop"}, False),
        ("not outcome == 'accept'", {"outcome": "accept"}, False),
        ("not (a == 1 or a == 2)", {"a": 3}, True),
        ("a == 1 and b == 2 or c == 3", {"c": 3}, True),
        ("a == 1 and b == 2", {"a": 1, "b": 2}, True),
        ("a == 1 and (b == 2 or b == 3)", {"a": 1, "b": 4}, False),
        ("amount > 1000", {"amount": 1000}, False),
        ("amount >= 1000", {"amount": 1000}, True),
        ("amount < 1.5", {"amount": Decimal("1.4")}, True),
        ("amount <= -2", {"amount": -2.5}, True),
        ("amount > 1000", {"amount": "2000"}, False),
        ("amount > 1000", {}, False),
        ("amount != 1", {}, False),
        ("amount == 1", {"amount": True}, False),
        ("online == true", {"online": True}, True),
        ("online == false", {"online": True}, False),
        ("online > false", {"online": True}, False),
        ("applicant.kind == 'công ty'", {"applicant.kind": "công ty"}, True),
        ("name >= 'b'", {"name": "a"}, False),
        ("name == ''", {"name": ["list"]}, False),
    ],
)
def test_a_condition_is_true_of_facts(text: str, facts: dict[str, object], expected: bool) -> None:
    assert holds(parse_condition(text), facts) is expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "outcome",
        "outcome ==",
        "outcome == accept",
        "outcome == 'accept",
        "outcome == 'a' 'b'",
        "== 'a'",
        "outcome in 'a'",
        "outcome in ()",
        "outcome in ('a'",
        "(outcome == 'a'",
        "outcome == 'a' and",
        "true",
        "outcome , 'a'",
        "amount > 1x",
        "amount > 1.2.3",
        "__import__('os')",
        "__import__('os').system('true')",
        "outcome.__class__ == __import__('os')",
        "[x for x in y]",
        "a == 1; b == 2",
        "lambda: 1",
        "${outcome == 'a'}",
        "a == 1 " * 200,
        "(" * (MAX_DEPTH + 1) + "a == 1" + ")" * (MAX_DEPTH + 1),
    ],
)
def test_anything_else_is_not_a_condition(text: str) -> None:
    with pytest.raises(ConditionError):
        parse_condition(text)


def test_comparisons_lists_what_a_condition_reads() -> None:
    found = comparisons(parse_condition("a == 1 and not (b in ('x', true) or c < 2.5)"))
    assert found == (
        Comparison("a", "==", (1,)),
        Comparison("b", "in", ("x", True)),
        Comparison("c", "<", (Decimal("2.5"),)),
    )


VALUES = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.integers())


@given(st.text())
def test_no_text_does_more_than_fail(text: str) -> None:
    try:
        condition = parse_condition(text)
    except ConditionError:
        return
    holds(condition, {})


@given(st.sampled_from(["<", "<=", ">", ">=", "==", "!="]), VALUES)
def test_a_comparison_never_fails_whatever_the_fact(sign: str, value: object) -> None:
    for literal in ("'x'", "3", "2.5", "true"):
        assert holds(parse_condition(f"fact {sign} {literal}"), {"fact": value}) in {True, False}


@given(st.integers(), st.integers())
def test_signs_agree_with_arithmetic(left: int, right: int) -> None:
    facts = {"a": left}
    assert holds(parse_condition(f"a < {right}"), facts) == (left < right)
    assert holds(parse_condition(f"a <= {right}"), facts) == (left <= right)
    assert holds(parse_condition(f"a > {right}"), facts) == (left > right)
    assert holds(parse_condition(f"a >= {right}"), facts) == (left >= right)
    assert holds(parse_condition(f"a == {right}"), facts) == (left == right)
