# SPDX-License-Identifier: EUPL-1.2
"""motcua due: when is a result due, and why? Needs no server; a database only for a unit's calendar."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from motcua.core.deadlines import (
    VIETNAM,
    Calendar,
    Deadline,
    StepCode,
    Suspension,
    Term,
    compute_deadline,
    describe_moment,
    describe_term,
    explain,
    parse_term,
)
from motcua.core.values import Problem, Refusal
from motcua.organisations.national_calendar import (
    NATIONAL_CALENDAR_NAME,
    load_calendar,
    national_calendar,
)

_BAD_INPUT = 2
# Identifiers of QĐ 20/2020, such as H99.12, and the older 000.00.01.H22.
_UNIT_CODE = re.compile(r"[A-Z0-9]+(\.[A-Z0-9]+)*")

Answer = Deadline | Refusal | tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Question:
    """What the person typed, unread."""

    received: str
    term: str
    suspended: Sequence[str]
    calendar: str
    cut_off: str


def due(
    *,
    received: Annotated[
        str, typer.Option(help="Lúc nhận hồ sơ, theo giờ Việt Nam, ví dụ 2026-04-24T14:00.")
    ] = "",
    term: Annotated[str, typer.Option(help="Thời hạn, ví dụ “3 working_days” hoặc “3 ngày làm việc”.")] = "",
    suspended: Annotated[
        list[str] | None,
        typer.Option(help="Khoảng tạm dừng TỪ/ĐẾN; để trống ĐẾN nếu còn đang dừng. Dùng được nhiều lần."),
    ] = None,
    calendar: Annotated[
        str, typer.Option(help="Lịch làm việc: “mac-dinh”, mã đơn vị như H99.12, hoặc đường dẫn tệp YAML.")
    ] = NATIONAL_CALENDAR_NAME,
    cut_off: Annotated[
        str, typer.Option(help="Giờ chót để trả trong ngày; bỏ trống thì theo lịch, ví dụ 15:00.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="In kết quả dạng JSON.")] = False,
) -> None:
    """Tính ngày hẹn trả và giải thích cách tính. Mã thoát: 0 tính được, 2 chưa tính được."""
    answer = _answer(_Question(received, term, suspended or (), calendar, cut_off))
    if isinstance(answer, Deadline):
        _print_json(answer) if as_json else _print_words(answer)
        return
    for fault in (answer,) if isinstance(answer, Refusal) else answer:
        typer.echo(fault.message, err=True)
    raise typer.Exit(_BAD_INPUT)


def _answer(question: _Question) -> Answer:
    received = _moment("received", question.received)
    term = parse_term(question.term)
    calendar = _calendar(question.calendar)
    pauses = [_suspension(text) for text in question.suspended]
    cut_off = _clock(question.cut_off) if question.cut_off else None
    problems = [part for part in (received, term, *pauses, cut_off) if isinstance(part, Problem)]
    if isinstance(calendar, tuple):
        problems.extend(calendar)
    if problems:
        return tuple(problems)
    assert isinstance(received, datetime)
    assert isinstance(term, Term)
    assert isinstance(calendar, Calendar)
    assert not isinstance(cut_off, Problem)
    suspensions = [pause for pause in pauses if isinstance(pause, Suspension)]
    return compute_deadline(received, term, calendar, suspensions, cut_off)


def _moment(option: str, text: str) -> datetime | Problem:
    """A moment with its time of day; without a zone it is Vietnamese time."""
    try:
        moment = datetime.fromisoformat(text)
        there = (moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM)).astimezone(VIETNAM)
    except (ValueError, OverflowError):
        there = None
    if there is None or ":" not in text:
        message = f"Chưa hiểu --{option} “{text}”. Hãy ghi ngày và giờ như 2026-04-24T14:00."
        return Problem(option, "moment", message)
    return there


def _suspension(text: str) -> Suspension | Problem:
    start_text, slash, end_text = text.partition("/")
    if not slash:
        message = f"Chưa hiểu --suspended “{text}”. Hãy ghi TỪ/ĐẾN như 2026-04-24T14:00/2026-04-27T09:00."
        return Problem("suspended", "no_slash", message)
    start = _moment("suspended", start_text)
    end = _moment("suspended", end_text) if end_text else None
    if isinstance(start, Problem):
        return start
    if isinstance(end, Problem):
        return end
    if end is not None and end < start:
        message = f"Khoảng tạm dừng “{text}” kết thúc trước khi bắt đầu. Hãy đổi lại thứ tự."
        return Problem("suspended", "order", message)
    return Suspension(start, end, "")


def _clock(text: str) -> time | Problem:
    try:
        return time.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return Problem("cut_off", "clock", f"Chưa hiểu --cut-off “{text}”. Hãy ghi giờ như 15:00.")


def _calendar(name: str) -> Calendar | tuple[Problem, ...]:
    if name == NATIONAL_CALENDAR_NAME:
        return national_calendar()
    if not _UNIT_CODE.fullmatch(name):
        return load_calendar(Path(name))
    # Only a unit's calendar needs Django and a database, so only asking for one loads them.
    found: Calendar | tuple[Problem, ...] = import_module("motcua.cli.unit_calendar").unit_calendar(name)
    return found


def _print_json(deadline: Deadline) -> None:
    explanation = [explain(step) for step in deadline.derivation]
    data = {**deadline.to_json(), "explanation": explanation}
    typer.echo(json.dumps(data, ensure_ascii=False, indent=2))


def _print_words(deadline: Deadline) -> None:
    console = Console(highlight=False, markup=False, soft_wrap=True)
    result = describe_moment(deadline.due_at) if deadline.due_at else "chưa tính được vì đang tạm dừng"
    console.print(f"Hạn trả: {result}", style="bold")
    console.print(f"Thời hạn: {describe_term(deadline.term)}")
    console.print("\nCách tính:")
    steps = [step for step in deadline.derivation if step.code is not StepCode.DUE]
    for number, step in enumerate(steps, start=1):
        console.print(f"{number:>3}. {explain(step)}")
