# SPDX-License-Identifier: EUPL-1.2
"""Plays a scenario: fills in the form page by page, walks the process, moves the clock. Nothing is stored."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from motcua.core.conditions import with_today
from motcua.core.deadlines import Calendar, Suspension, compute_deadline
from motcua.core.fees import assess
from motcua.core.forms import (
    Form,
    add_item,
    apply_reading,
    evaluate,
    field_names,
    first_page,
    next_page,
    page_fields,
    read_item,
    read_page,
)
from motcua.core.values import Problem, Refusal
from motcua.core.workflow import (
    ActiveStep,
    Engine,
    Kind,
    Process,
    Status,
    available,
    complete,
    start,
)

from .content import ProcedureContent, needed_components
from .result_fields import result_fields
from .scenarios import Act, Given, Scenario

_ENDS = {"returned": Status.RETURNED, "stopped": Status.STOPPED}


@dataclass(slots=True)
class Played:
    """What came of a scenario.

    steps: (step id, outcome id) in order. trouble: sentences about acts that could not be done.
    """

    answers: dict[str, object] = field(default_factory=dict)
    pages: list[str] = field(default_factory=list)
    problems: tuple[Problem, ...] = ()
    ineligible: str | None = None
    unused: tuple[str, ...] = ()
    steps: list[tuple[str, str]] = field(default_factory=list)
    trouble: list[str] = field(default_factory=list)
    submitted_at: dt.datetime | None = None
    received_at: dt.datetime | None = None
    finished_at: dt.datetime | None = None
    suspensions: list[Suspension] = field(default_factory=list)
    status: Status | None = None
    ended: str | None = None
    due: dt.datetime | None = None
    fee: int = 0
    components: tuple[str, ...] = ()
    results: dict[str, dict[str, str]] = field(default_factory=dict)


def play(
    scenario: Scenario, content: ProcedureContent, form: Form, process: Process, calendar: Calendar
) -> Played:
    """Everything that comes of the scenario, up to the first act that cannot be done."""
    played = Played()
    fill_in(form, scenario.given, played)
    counted = with_today(
        evaluate(form, with_today(played.answers, scenario.given.today)).answers, scenario.given.today
    )
    needs = needed_components(content, counted, scenario.given.held)
    played.components = tuple(need.component.id for need in needs if need.state == "to_send")
    played.fee = assess(content.fees, counted, scenario.given.channel).total
    played.results = {each.id: result_fields(content, each.id, form, counted) for each in content.results}
    if not played.problems and played.ineligible is None:
        _work(scenario.when, Engine(process), played)
    _find_due(played, content, scenario.given.channel, calendar)
    return played


def fill_in(form: Form, given: Given, played: Played) -> None:
    """Answer page after page, as a browser would send them, until a problem or the last page."""
    used: set[str] = set()
    page_id = first_page(form, with_today({}, given.today))
    while page_id is not None and not played.problems and played.ineligible is None:
        played.pages.append(page_id)
        used |= _fill_page(form, page_id, given, played)
        now = with_today(played.answers, given.today)
        ended = evaluate(form, now).ineligible
        played.ineligible = ended.place if ended is not None else None
        page_id = next_page(form, now, page_id)
    played.unused = tuple(name for name in given.answers if name not in used)


def _fill_page(form: Form, page_id: str, given: Given, played: Played) -> set[str]:
    """Send one page; the names of the answers that were used."""
    page = form.page(page_id)
    assert page is not None
    now = with_today(played.answers, given.today)
    if page.kind == "group":
        return _fill_group(form, page.questions[0].id, given, played)
    prefilled = {
        question.id: given.known[question.source]
        for question in page.questions
        if question.source in given.known
    }
    names = {name for question in page.questions for name in field_names(question)}
    raw = page_fields(form, page_id, {**now, **prefilled}) if prefilled else {}
    raw |= {name: text for name, text in given.answers.items() if name in names and isinstance(text, str)}
    reading = read_page(form, page_id, {name: [text] for name, text in raw.items()}, now)
    played.problems = reading.problems
    played.answers = apply_reading(form, now, reading)
    shown = {
        name
        for question in page.questions
        if question.id in reading.question_ids
        for name in field_names(question)
    }
    return names & shown


def _fill_group(form: Form, group: str, given: Given, played: Played) -> set[str]:
    entries = given.answers.get(group, ())
    for entry in entries if isinstance(entries, tuple) else ():
        reading = read_item(
            form, group, {name: [text] for name, text in entry.items()}, with_today({}, given.today)
        )
        added = add_item(form, played.answers, group, reading.answers)
        played.problems = reading.problems
        if isinstance(added, Refusal):
            played.problems = (Problem(group, added.code, added.message),)
            return {group}
        played.answers = added
    page = form.page_of(group)
    assert page is not None
    closing = read_page(form, page.id, {}, with_today(played.answers, given.today))
    played.problems = (*played.problems, *closing.problems)
    return {group}


def _work(acts: Sequence[Act], engine: Engine, played: Played) -> None:
    state: Mapping[str, object] = start(engine)
    for act in acts:
        if act.step == "submit":
            played.submitted_at, played.status = act.at, Status.NEW
            continue
        if played.submitted_at is None:
            played.trouble.append(f"Bước “{act.step}” đứng trước lúc nộp")
            return
        before = {step.step_id: step for step in available(engine, state)}
        progress = complete(engine, state, act.step, act.outcome)
        if isinstance(progress, Refusal):
            played.trouble.append(f"Bước “{act.step}” lúc {act.at:%H:%M %d/%m/%Y}: {progress.message}")
            return
        state = progress.state
        played.steps.append((act.step, act.outcome))
        played.ended = progress.ended
        _move(played, before[act.step], progress.active, act)


def _move(played: Played, done: ActiveStep, active: tuple[ActiveStep, ...], act: Act) -> None:
    """Bring clock and status up to date after a step."""
    kinds = {step.kind for step in active}
    waiting = bool(kinds & {Kind.SUPPLEMENT, Kind.PAY})
    if played.suspensions and played.suspensions[-1].end is None and not waiting:
        last = played.suspensions.pop()
        played.suspensions.append(Suspension(last.start, act.at, last.basis))
    if done.kind == Kind.RECEIVE and not waiting and played.ended is None:
        played.received_at = act.at
    if waiting and played.received_at is not None:
        played.suspensions.append(Suspension(act.at, None, "Chờ người nộp bổ sung, nộp phí"))
    if Kind.HAND_OVER in kinds:
        played.finished_at = act.at
    played.status = _status(played, kinds)


def _status(played: Played, kinds: set[str]) -> Status:
    if played.ended is not None:
        refused = Status.STOPPED if played.received_at else Status.NOT_RECEIVED
        return _ENDS.get(played.ended, refused)
    if Kind.SUPPLEMENT in kinds:
        return Status.SUPPLEMENT
    if Kind.PAY in kinds:
        return Status.PAYMENT
    if Kind.HAND_OVER in kinds:
        return Status.FINISHED
    # The national list has no way back from "supplement asked" to "new".
    return Status.PROCESSING if played.received_at else Status.SUPPLEMENT


def _find_due(played: Played, content: ProcedureContent, channel: str, calendar: Calendar) -> None:
    if played.received_at is None:
        return
    found = compute_deadline(
        played.received_at,
        content.limit(channel),
        calendar,
        tuple(played.suspensions),
        cut_off=content.cut_off,
    )
    if isinstance(found, Refusal):
        played.trouble.append(found.message)
    else:
        played.due = found.due_at
