# SPDX-License-Identifier: EUPL-1.2
"""Judges the scenarios of a package: what came out otherwise than written, and what none of them reaches."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from motcua.core.deadlines import Calendar, describe_moment

from .packages import Package
from .scenarios import Expected, Scenario
from .simulation import Played, play


@dataclass(frozen=True, slots=True)
class Trial:
    """One scenario played. differences: sentences; empty means it came out as written."""

    scenario: Scenario
    played: Played
    differences: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether everything came out as written."""
        return not self.differences


@dataclass(frozen=True, slots=True)
class Report:
    """All scenarios of a package, with the pages and outcomes (step.outcome) that none of them reaches."""

    trials: tuple[Trial, ...]
    pages: int
    pages_missed: tuple[str, ...]
    outcomes: int
    outcomes_missed: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether there are scenarios and all of them passed."""
        return bool(self.trials) and all(trial.passed for trial in self.trials)


def try_package(package: Package, calendar: Calendar) -> Report:
    """Play all scenarios of the package."""
    trials = tuple(_try(scenario, package, calendar) for scenario in package.scenarios)
    pages = [page.id for page in package.form.pages]
    seen = {page for trial in trials for page in trial.played.pages}
    outcomes = [
        f"{step.id}.{outcome.id}"
        for step in package.process.steps
        for outcome in step.outcomes
        if outcome.after is None
    ]
    done = {f"{step}.{outcome}" for trial in trials for step, outcome in trial.played.steps}
    return Report(
        trials,
        len(pages),
        tuple(page for page in pages if page not in seen),
        len(outcomes),
        tuple(outcome for outcome in outcomes if outcome not in done),
    )


def _try(scenario: Scenario, package: Package, calendar: Calendar) -> Trial:
    played = play(scenario, package.content, package.form, package.process, calendar)
    return Trial(scenario, played, tuple(_differences(scenario.then, played)))


def _differences(then: Expected, played: Played) -> Iterator[str]:
    yield from played.trouble
    yield from (f"Câu trả lời “{name}” không được hỏi tới" for name in played.unused if _all_asked(played))
    for problem in played.problems:
        if problem.place not in then.problems:
            yield f"Trang báo lỗi ở “{problem.place}”: {problem.message}"
    places = {problem.place for problem in played.problems}
    yield from (f"Không báo lỗi ở “{place}”" for place in then.problems if place not in places)
    if played.ineligible != then.ineligible:
        yield _other("Câu làm dừng lại", then.ineligible or "không có", played.ineligible or "không có")
    yield from _different_values(then, played)
    yield from _different_results(then, played)


def _all_asked(played: Played) -> bool:
    return not played.problems and played.ineligible is None


def _different_values(then: Expected, played: Played) -> Iterator[str]:
    status = played.status.name.lower() if played.status else None
    late = played.due is None or played.finished_at is None or played.finished_at > played.due
    pairs: tuple[tuple[str, object, object], ...] = (
        ("Trạng thái", then.status, status),
        ("Nơi kết thúc", then.ended, played.ended),
        ("Ngày hẹn trả", _moment(then.due), _moment(played.due)),
        ("Đúng hẹn", then.on_time, not late),
        ("Lệ phí", then.fee, played.fee),
        ("Giấy tờ cần gửi", then.components, played.components),
        ("Các trang đã hỏi", then.pages, tuple(played.pages)),
    )
    for name, wanted, found in pairs:
        if wanted is not None and wanted != found:
            yield _other(name, wanted, found)


def _different_results(then: Expected, played: Played) -> Iterator[str]:
    for result, texts in then.results.items():
        for name, wanted in texts.items():
            found = played.results.get(result, {}).get(name)
            if found != wanted:
                yield _other(f"Mục “{name}” của “{result}”", wanted, found)


def _moment(moment: dt.datetime | None) -> str | None:
    return None if moment is None else describe_moment(moment)


def _other(name: str, wanted: object, found: object) -> str:
    return f"{name}: cần {_show(wanted)}, có {_show(found)}"


def _show(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(str(each) for each in value) or "không có"
    words = {None: "không có", True: "có", False: "không"}
    return words[value] if value is None or isinstance(value, bool) else f"“{value}”"
