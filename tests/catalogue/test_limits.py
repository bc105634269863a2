"""Whether the steps fit into the legal limit."""

from dataclasses import replace

import pytest

from motcua.catalogue.limits import check_limit
from motcua.core.deadlines import Term as Limit
from motcua.core.deadlines import TermUnit
from motcua.core.workflow import Process, Term, compile_process
from motcua.workflow.patterns import read_pattern


def process(*terms: Term | None) -> Process:
    """The shared pattern with these terms for receive, appraise, sign and issue."""
    compiled = compile_process(read_pattern("same_day"), {})
    assert isinstance(compiled, Process)
    named = dict(zip(("receive", "appraise", "sign", "issue"), terms, strict=True))
    steps = tuple(replace(step, term=named[step.id]) if step.id in named else step for step in compiled.steps)
    return replace(compiled, steps=steps)


def hours(amount: int) -> Term:
    return Term(amount, "working_hours")


@pytest.mark.parametrize(
    ("terms", "limit", "code"),
    [
        ((hours(2), hours(3), hours(2), hours(1)), Limit(1, TermUnit.SAME_DAY), None),
        ((hours(2), hours(3), hours(2), hours(2)), Limit(1, TermUnit.SAME_DAY), "over_limit"),
        ((hours(8), hours(16), hours(8), hours(8)), Limit(5, TermUnit.WORKING_DAYS), None),
        ((Term(1, "working_days"),) * 4, Limit(4, TermUnit.WORKING_DAYS), None),
        ((Term(1, "working_days"),) * 4, Limit(31, TermUnit.WORKING_HOURS), "over_limit"),
        ((Term(1, "days"), hours(1), hours(1), hours(1)), Limit(5, TermUnit.WORKING_DAYS), "other_unit"),
        ((Term(5, "working_days"),) * 4, Limit(28, TermUnit.DAYS), None),
        ((Term(5, "working_days"),) * 4, Limit(27, TermUnit.DAYS), "over_limit"),
        ((Term(1, "months"), hours(1), hours(1), hours(1)), Limit(1, TermUnit.MONTHS), "over_limit"),
        ((Term(6, "hours"),) * 4, Limit(24, TermUnit.HOURS), None),
        ((Term(1, "same_day"), None, hours(1), hours(1)), Limit(5, TermUnit.WORKING_DAYS), "no_term"),
    ],
)
def test_steps_fit_into_the_limit(terms: tuple[Term | None, ...], limit: Limit, code: str | None) -> None:
    found = check_limit(process(*terms), limit, "methods[0].limit")
    assert [problem.code for problem in found] == ([code] if code else [])
