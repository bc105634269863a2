"""Any condition, and any answers, for properties."""

import datetime as dt
from typing import get_args

from hypothesis import strategies as st

from motcua.core.conditions import (
    TODAY,
    All,
    Answer,
    Answered,
    AnyOf,
    Compare,
    Condition,
    Constant,
    Contains,
    Count,
    In,
    Not,
    Operator,
    Today,
    YearsBetween,
)
from motcua.core.values import PartialDate

QUESTIONS = (
    "status",
    "resident",
    "income",
    "birth_date",
    "wedding_date",
    "note",
    "home",
    "children",
    "unknown",
)

questions = st.sampled_from(QUESTIONS)
full_dates = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)).map(PartialDate.of)
dates = full_dates | full_dates.map(lambda date: PartialDate(date.year, date.month))
scalars = st.sampled_from(["single", "divorced", "x", ""]) | st.integers(0, 3) | st.booleans() | dates
moments = questions.map(Answer) | st.just(Today()) | dates.map(Constant)
expressions = (
    questions.map(Answer)
    | scalars.map(Constant)
    | st.just(Today())
    | questions.map(Count)
    | st.builds(YearsBetween, moments, moments)
)
_leaves = (
    st.booleans().map(Constant)
    | questions.map(Answer)
    | questions.map(Answered)
    | st.builds(Compare, st.sampled_from(get_args(Operator)), expressions, expressions)
    | st.builds(In, expressions, st.lists(scalars, min_size=1, max_size=3).map(tuple))
    | st.builds(Contains, expressions, st.sampled_from(["a", "hẻm"]))
)


def conditions() -> st.SearchStrategy[Condition]:
    """Conditions of every operator over the questions above."""

    def grow(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        parts = st.lists(inner, min_size=1, max_size=3).map(tuple)
        return parts.map(All) | parts.map(AnyOf) | inner.map(Not)

    return st.recursive(_leaves, grow, max_leaves=8)


def answer_maps() -> st.SearchStrategy[dict[str, object]]:
    """Answers of right and wrong kinds, some missing, sometimes with the day."""
    json = st.none() | st.booleans() | st.integers(0, 3) | st.sampled_from(["single", "x", ""])
    values = json | dates.map(PartialDate.to_json) | st.lists(st.just({}), max_size=3) | st.just({})
    return st.dictionaries(questions | st.just(TODAY), values)
