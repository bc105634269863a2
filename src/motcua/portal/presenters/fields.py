# SPDX-License-Identifier: EUPL-1.2
"""A question as a field of a page: which control, with which texts and which error."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from motcua.core.forms import Question, field_names
from motcua.core.values import Problem

_YES_NO = (("yes", "Có"), ("no", "Không"))
_CONTROLS: Mapping[str, str] = {
    **dict.fromkeys(("name", "personal_id", "phone", "email", "text", "number", "money"), "text"),
    **dict.fromkeys(("choice", "yes_no"), "radios"),
    **dict.fromkeys(("date", "partial_date"), "date"),
    "long_text": "textarea",
    "select": "select",
    "address": "address",
    "declaration": "tick",
    "group": "group",
}
_KEYBOARDS: Mapping[str, str] = {
    **dict.fromkeys(("personal_id", "number", "money"), "numeric"),
    "phone": "tel",
    "email": "email",
}
_WIDTHS: Mapping[str, int] = {"personal_id": 20, "phone": 20, "number": 5, "money": 20}
_NOT_FOUND_BY_NAME = frozenset({"day", "line"})


@dataclass(frozen=True, slots=True)
class Field:
    """What the template needs for one question; no decision is left to it.

    control: text, textarea, radios, select, date, address, tick. texts: what stands in its fields, in order.
    errors: by part of a date or an address. note: where a filled-in text comes from.
    """

    id: str
    control: str
    label: str
    hint: str
    why: str
    note: str
    optional: bool
    heading: bool
    texts: tuple[str, ...]
    options: Sequence[tuple[str, str]]
    hints: Mapping[str, str]
    error: str
    errors: Mapping[str, str]
    keyboard: str
    autocomplete: str
    width: int | None
    suffix: str
    limit: int | None
    inline: bool

    @property
    def text(self) -> str:
        """The text of the only field."""
        return self.texts[0]


def field_of(
    question: Question,
    texts: Mapping[str, str],
    problems: Iterable[Problem],
    *,
    heading: bool,
    note: str = "",
) -> Field:
    """The field of a question; texts by field name, problems of the whole page."""
    own = {problem.place: problem.message for problem in problems}
    parts = {name.rpartition(".")[2]: name for name in field_names(question)}
    is_date = _CONTROLS[question.type] == "date"
    errors = {part: own[name] for part, name in parts.items() if "." in name and name in own}
    return Field(
        id=question.id,
        control=_CONTROLS[question.type],
        label=question.label,
        hint=question.hint,
        why=question.why,
        note=note,
        optional=not question.required,
        heading=heading,
        texts=tuple(texts.get(name, "") for name in parts.values()),
        options=_options(question),
        hints={choice.value: choice.hint for choice in question.choices if choice.hint},
        error=own.get(question.id, "") or (next(iter(errors.values()), "") if is_date else ""),
        errors=errors,
        keyboard=_KEYBOARDS.get(question.type, ""),
        autocomplete=question.autocomplete,
        width=_WIDTHS.get(question.type),
        suffix="đồng" if question.type == "money" else "",
        limit=question.maximum if question.type == "long_text" else None,
        inline=question.type == "yes_no",
    )


def links_of(problems: Iterable[Problem]) -> dict[str, str]:
    """Where the error summary leads: the first part of a date or an address carries the question's own id."""
    links = {}
    for problem in problems:
        question, _, part = problem.place.partition(".")
        if part in _NOT_FOUND_BY_NAME:
            links[problem.place] = f"#{question}"
    return links


def _options(question: Question) -> Sequence[tuple[str, str]]:
    return _YES_NO if question.type == "yes_no" else tuple(question.choice_labels.items())
