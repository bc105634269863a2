# SPDX-License-Identifier: EUPL-1.2
"""The legal clock: terms, working calendars, suspensions, and due dates that explain themselves."""

from .calendar import VIETNAM, Calendar, CalendarMissing, DayEntry, DayKind, Shift
from .deadline import Deadline
from .derivation import DerivationStep, StepCode, explain
from .due import USUAL_CUT_OFF, calendar_missing, compute_deadline
from .remaining import Remaining, RemainingKind, remaining
from .suspensions import Suspension, merge_suspensions
from .term import Term, TermUnit, describe_term, parse_term
from .words import describe_date, describe_day, describe_duration, describe_moment
from .working_time import (
    add_working_time,
    next_working_day,
    next_working_moment,
    working_days_left,
    working_time_between,
)

__all__ = [
    "USUAL_CUT_OFF",
    "VIETNAM",
    "Calendar",
    "CalendarMissing",
    "DayEntry",
    "DayKind",
    "Deadline",
    "DerivationStep",
    "Remaining",
    "RemainingKind",
    "Shift",
    "StepCode",
    "Suspension",
    "Term",
    "TermUnit",
    "add_working_time",
    "calendar_missing",
    "compute_deadline",
    "describe_date",
    "describe_day",
    "describe_duration",
    "describe_moment",
    "describe_term",
    "explain",
    "merge_suspensions",
    "next_working_day",
    "next_working_moment",
    "parse_term",
    "remaining",
    "working_days_left",
    "working_time_between",
]
