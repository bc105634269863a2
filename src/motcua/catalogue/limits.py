# SPDX-License-Identifier: EUPL-1.2
"""Whether the steps of a process fit into the legal limit.

Working units are compared in working hours, eight to a working day; a limit in days or months is compared in
calendar days. Steps that run side by side are added up too: strict, but never wrong on the unsafe side.
"""

from fractions import Fraction

from motcua.core.deadlines import Term as Limit
from motcua.core.deadlines import describe_term
from motcua.core.values import Problem
from motcua.core.workflow import Kind, Process, Term

# Practice of the one-stop systems: a working day is eight hours of work.
_WORKING_HOURS = {
    "working_hours": Fraction(1),
    "working_days": Fraction(8),
    "same_day": Fraction(8),
}
# A working week of five days takes seven; a month may have 28 days as a limit and 31 as a step.
_LIMIT_DAYS = {"days": Fraction(1), "months": Fraction(28), "hours": Fraction(1, 24)}
_STEP_DAYS = {
    "days": Fraction(1),
    "months": Fraction(31),
    "hours": Fraction(1, 24),
    "working_hours": Fraction(7, 40),
    "working_days": Fraction(7, 5),
    "same_day": Fraction(7, 5),
}
# The person's own time is not the agency's, and the clock stops when the result is there to be fetched.
_NOT_COUNTED = frozenset({Kind.SUPPLEMENT, Kind.PAY, Kind.HAND_OVER})


def check_limit(process: Process, limit: Limit, place: str) -> tuple[Problem, ...]:
    """Every step without a term or with one that cannot be compared, and a sum above the limit."""
    steps = [step for step in process.steps if step.kind not in _NOT_COUNTED]
    missing = [step for step in steps if step.term is None]
    problems = [
        Problem(place, "no_term", f"Bước “{step.name}” chưa có thời hạn. Ghi ở process.parameters.{step.id}")
        for step in missing
    ]
    terms = [step.term for step in steps if step.term is not None]
    total, allowed = _comparable(terms, limit)
    if total is None:
        message = (
            f"Thời hạn chung tính theo ngày giờ làm việc ({describe_term(limit)}), các bước cũng phải vậy"
        )
        problems.append(Problem(place, "other_unit", message))
    elif total > allowed:
        message = f"Các bước cộng lại {_show(total, limit)}, trên hạn {_show(allowed, limit)}. Rút ngắn"
        problems.append(Problem(place, "over_limit", message))
    return tuple(problems)


def _comparable(terms: list[Term], limit: Limit) -> tuple[Fraction | None, Fraction]:
    if limit.unit in _WORKING_HOURS:
        allowed = limit.amount * _WORKING_HOURS[limit.unit]
        if any(term.unit not in _WORKING_HOURS for term in terms):
            return None, allowed
        return sum((term.amount * _WORKING_HOURS[term.unit] for term in terms), Fraction()), allowed
    total = sum((term.amount * _STEP_DAYS[term.unit] for term in terms), Fraction())
    return total, limit.amount * _LIMIT_DAYS[limit.unit]


def _show(amount: Fraction, limit: Limit) -> str:
    unit = "giờ làm việc" if limit.unit in _WORKING_HOURS else "ngày"
    return f"{float(amount):g} {unit}".replace(".", ",")
