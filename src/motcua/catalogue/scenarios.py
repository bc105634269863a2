# SPDX-License-Identifier: EUPL-1.2
"""Scenarios of a service: who applies with which answers, what the offices do when, what must come of it.

name: Sinh ở bệnh viện, nộp buổi sáng
given:
  today: 2026-11-02             # the day of filling in
  channel: online               # online | counter | post
  held: [wallet.birth_notice]   # data sources that answer; may be left out
  known: {identity.full_name: Trần Thị Hoa}     # what prefills questions with this source
  answers: {child_name: Trần Minh An, child_birth_date.day: "1", lines: [{line_name: Quán ăn}]}
when:
  - {submit: "2026-11-02 09:00"}
  - {step: receive, outcome: accept, at: "2026-11-02 09:30"}
then:                           # only what is written is checked
  status: processing            # a national status: new, received, …, returned
  ended: returned               # id of the end of the process
  due: "2026-11-02 17:30"
  on_time: true
  fee: 0
  components: [giay-chung-sinh] # papers to send
  pages: [dieu-kien, con]       # pages asked
  ineligible: already_registered
  problems: [child_birth_date.day]
  results: {giay-khai-sinh: {child_name: TRẦN MINH AN}}
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from motcua.core.deadlines import VIETNAM
from motcua.core.values import Problem
from motcua.core.workflow import Status

from .content.definition import Channel
from .content.fields import Fields

RawAnswers = Mapping[str, str | tuple[Mapping[str, str], ...]]

_STATUSES = tuple(status.name.lower() for status in Status)
_EARLIEST = dt.datetime(2000, 1, 1, tzinfo=VIETNAM)


@dataclass(frozen=True, slots=True)
class Given:
    """The applicant: raw answers by HTML field name, a group's as entries; known: values by source."""

    today: dt.date
    channel: Channel
    held: tuple[str, ...]
    known: Mapping[str, object]
    answers: RawAnswers


@dataclass(frozen=True, slots=True)
class Act:
    """Somebody finishes a step at a moment. step "submit" is the applicant handing in the dossier."""

    step: str
    outcome: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Expected:
    """What must come of it; None is not checked."""

    status: str | None
    ended: str | None
    due: dt.datetime | None
    on_time: bool | None
    fee: int | None
    components: tuple[str, ...] | None
    pages: tuple[str, ...] | None
    ineligible: str | None
    problems: tuple[str, ...]
    results: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Scenario:
    """id: the name of its file."""

    id: str
    name: str
    given: Given
    when: tuple[Act, ...]
    then: Expected


def parse_scenario(source: object, scenario_id: str) -> Scenario | tuple[Problem, ...]:
    """The scenario written in the mapping, or every problem with its place, such as "when[2].at"."""
    problems: list[Problem] = []
    fields = Fields(source, "", problems)
    scenario = Scenario(
        id=scenario_id,
        name=fields.text("name"),
        given=_given(fields.inner("given")),
        when=tuple(_act(entry) for entry in fields.each("when")),
        then=_expected(fields.inner("then")),
    )
    fields.finish()
    return tuple(problems) or scenario


def _given(fields: Fields) -> Given:
    found = Given(
        today=fields.day("today"),
        channel=fields.one_of("channel", get_args(Channel), "online"),
        held=fields.texts("held"),
        known=fields.mapping("known"),
        answers=_answers(fields),
    )
    fields.finish()
    return found


def _answers(fields: Fields) -> RawAnswers:
    answers: dict[str, str | tuple[Mapping[str, str], ...]] = {}
    for name, value in fields.mapping("answers").items():
        if isinstance(value, str):
            answers[name] = value
        elif isinstance(value, list) and all(isinstance(entry, Mapping) for entry in value):
            answers[name] = tuple({str(k): str(v) for k, v in entry.items()} for entry in value)
        else:
            message = "Câu trả lời ghi trong dấu nháy, như người dân gõ; nhóm ghi danh sách các mục"
            fields.wrong(f"answers.{name}", "not_text", message)
    return answers


def _act(fields: Fields) -> Act:
    if fields.has("submit"):
        return Act("submit", "", _moment(fields, "submit"))
    return Act(fields.text("step"), fields.text("outcome"), _moment(fields, "at"))


def _expected(fields: Fields) -> Expected:
    found = Expected(
        status=fields.one_of("status", _STATUSES, "new") if fields.has("status") else None,
        ended=fields.text("ended") if fields.has("ended") else None,
        due=_moment(fields, "due") if fields.has("due") else None,
        on_time=fields.flag("on_time") if fields.has("on_time") else None,
        fee=fields.number("fee", 0, 10**12) if fields.has("fee") else None,
        components=fields.texts("components") if fields.has("components") else None,
        pages=fields.texts("pages") if fields.has("pages") else None,
        ineligible=fields.text("ineligible") if fields.has("ineligible") else None,
        problems=fields.texts("problems"),
        results={
            result: {str(name): str(text) for name, text in texts.items()}
            for result, texts in fields.mapping("results").items()
            if isinstance(texts, Mapping)
        },
    )
    fields.finish()
    return found


def _moment(fields: Fields, key: str) -> dt.datetime:
    """A moment in Vietnamese time, written as "2026-11-02 09:00"."""
    try:
        return dt.datetime.fromisoformat(str(fields.raw(key))).replace(tzinfo=VIETNAM)
    except ValueError:
        fields.wrong(key, "not_a_moment", 'Ghi ngày giờ trong dấu nháy, như "2026-11-02 09:00"')
        return _EARLIEST
