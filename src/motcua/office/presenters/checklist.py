# SPDX-License-Identifier: EUPL-1.2
"""The checklist beside a dossier: what a person has ticked, else what the machine can already say."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.http import urlencode

from motcua.catalogue.content import ProcedureContent
from motcua.catalogue.queries import CompiledRevision
from motcua.core.forms import Evaluation, display, evaluate
from motcua.core.values import Problem
from motcua.dossiers.checklist import Item, checklist_of
from motcua.dossiers.decisions import ItemVerdict
from motcua.dossiers.models import Check, Verdict
from motcua.dossiers.queries import DossierView, answers_of
from motcua.office.inputs import CHOICES

_NOT_ASKED = "Câu hỏi về việc này không có trong hồ sơ"
_HOLDS = "Đối chiếu từ câu trả lời trong hồ sơ"


@dataclass(frozen=True, slots=True)
class CheckLine:
    """As ui.checklist_item takes it; words: the verdict to read where it cannot be changed."""

    name: str
    label: str
    index: int
    value: str
    words: str
    reason_name: str
    reason: str
    text: str
    source: str
    auto: bool
    href: str
    error: str


def items_of(view: DossierView, revision: CompiledRevision) -> tuple[Item, ...]:
    """The lines of this dossier's checklist; ages count as on the day of submission."""
    dossier = view.dossier
    answers = answers_of(dossier)
    return checklist_of(revision.content, answers, {file.component for file in view.files})


def verdicts_of(checks: Mapping[str, Check]) -> dict[str, ItemVerdict]:
    """Stored ticks as the services take them."""
    return {item: ItemVerdict(item, check.verdict, check.reason) for item, check in checks.items()}


def lines_of(
    view: DossierView,
    revision: CompiledRevision,
    verdicts: Mapping[str, ItemVerdict],
    problems: tuple[Problem, ...] = (),
) -> tuple[CheckLine, ...]:
    """The checklist as it stands."""
    dossier = view.dossier
    evaluation = evaluate(revision.form, answers_of(dossier))
    errors = {problem.place: problem.message for problem in problems}
    sent = {file.component for file in view.files}
    return tuple(
        _line(number, item, revision, evaluation, verdicts.get(item.key), item.component in sent, errors)
        for number, item in enumerate(items_of(view, revision), start=1)
    )


def _line(
    number: int,
    item: Item,
    revision: CompiledRevision,
    evaluation: Evaluation,
    verdict: ItemVerdict | None,
    paper_sent: bool,
    errors: Mapping[str, str],
) -> CheckLine:
    asked = _asked(revision.content, item)
    declared = _declared(revision, evaluation, asked)
    machine, source = _machine(item, evaluation, asked, paper_sent=paper_sent)
    chosen = verdict.verdict if verdict else machine
    return CheckLine(
        name=item.key,
        label=item.name,
        index=number,
        value=CHOICES.get(chosen, ""),
        words=Verdict(chosen).label if chosen else "Chưa chọn",
        reason_name=f"reason:{item.key}",
        reason=verdict.reason if verdict else "",
        text=declared,
        source=source if chosen == machine else "",
        auto=chosen == machine and bool(source),
        href=f"?{urlencode({'giay': item.component})}#papers" if paper_sent else "",
        error=errors.get(item.key, ""),
    )


def _machine(
    item: Item, evaluation: Evaluation, asked: tuple[str, ...], *, paper_sent: bool
) -> tuple[str, str]:
    """A verdict to start from, with its source; "" where only a person can tell."""
    if item.automatic:
        return Verdict.PASSED.value, _HOLDS
    if asked and not paper_sent and not evaluation.question_ids.intersection(asked):
        return Verdict.NOT_APPLICABLE.value, _NOT_ASKED
    return "", ""


def _asked(content: ProcedureContent, item: Item) -> tuple[str, ...]:
    """The questions a point is about."""
    return next((point.questions for point in content.checklist if f"check:{point.id}" == item.key), ())


def _declared(revision: CompiledRevision, evaluation: Evaluation, asked: tuple[str, ...]) -> str:
    """What the person said about it, to be read without searching."""
    found = [
        (question.label, display(question, evaluation.answers[name]))
        for name in asked
        if name in evaluation.answers and (question := revision.form.question(name)) is not None
    ]
    return "; ".join(f"{label.removesuffix('?')}: {text}" for label, text in found)
