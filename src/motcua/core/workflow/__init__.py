# SPDX-License-Identifier: EUPL-1.2
"""Electronic processes (quy trình điện tử): checked once, run as values; and the ten national statuses."""

from motcua.core.workflow.actions import Action, actions
from motcua.core.workflow.compilation import compile_process
from motcua.core.workflow.definition import Kind, Outcome, Process, StepDefinition, Term
from motcua.core.workflow.description import Row, describe
from motcua.core.workflow.engine import (
    ActiveStep,
    Engine,
    Progress,
    State,
    available,
    complete,
    ended,
    replay,
    start,
)
from motcua.core.workflow.status import Ball, Status, ball_of, citizen_words, may_change

__all__ = [
    "Action",
    "ActiveStep",
    "Ball",
    "Engine",
    "Kind",
    "Outcome",
    "Process",
    "Progress",
    "Row",
    "State",
    "Status",
    "StepDefinition",
    "Term",
    "actions",
    "available",
    "ball_of",
    "citizen_words",
    "compile_process",
    "complete",
    "describe",
    "ended",
    "may_change",
    "replay",
    "start",
]
