# SPDX-License-Identifier: EUPL-1.2
"""The draft of a result as a form: one box for every field the paper prints."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from motcua.catalogue.content import ProcedureContent, Result
from motcua.catalogue.field_sources import Choose, Each, FieldSource, First, Join, Show, Text, Upper, Words
from motcua.catalogue.queries import CompiledRevision
from motcua.catalogue.result_fields import result_fields
from motcua.dossiers.models import Dossier
from motcua.dossiers.models import Result as ResultRow
from motcua.dossiers.queries import answers_of

# In a template: `line-of([Nơi sinh], data.birth_place)`. The paper's own words name the box best.
_PRINTED = re.compile(r"\[([^\[\]#]+)\],\s*data\.(\w+)")
_LONG_TEXT = 60


@dataclass(frozen=True, slots=True)
class Field:
    """One box. changed: the text is not the one the answers give; original is that one."""

    name: str
    label: str
    value: str
    long: bool
    original: str
    changed: bool


def chosen_result(content: ProcedureContent, wanted: str, row: ResultRow | None) -> Result:
    """The kind of result asked for, else that of the draft, else the first."""
    found = content.result(wanted) or (content.result(row.output) if row else None)
    return found or content.results[0]


def defaults_of(dossier: Dossier, revision: CompiledRevision, result: Result) -> dict[str, str]:
    """What the answers give, ages counted as on the day of submission; "validity" beside the fields."""
    answers = answers_of(dossier)
    return result_fields(revision.content, result.id, revision.form, answers)


def fields_of(
    revision: CompiledRevision, result: Result, defaults: Mapping[str, str], values: Mapping[str, str]
) -> tuple[Field, ...]:
    """The boxes in the order of the paper."""
    template = revision.outputs[result.id]
    printed = labels_printed(template)
    return tuple(
        _field(
            name,
            _label(source, revision, printed.get(name, "")),
            defaults[name],
            values.get(name, defaults[name]),
        )
        for name, source in sorted(result.fields.items(), key=lambda field: _place(template, field[0]))
    )


def _place(template: str, name: str) -> int:
    """Where the paper prints a field first; what it prints nowhere comes last."""
    found = re.search(rf"\bdata\.{re.escape(name)}\b", template)
    return found.start() if found else len(template)


def labels_printed(template: str) -> dict[str, str]:
    """The words a template prints before each field."""
    return {name: label[0].upper() + label[1:].strip() for label, name in _PRINTED.findall(template)}


def _field(name: str, label: str, original: str, value: str) -> Field:
    shown = label or f"Nội dung in sẵn: {original}"
    return Field(name, shown, value, len(value) > _LONG_TEXT, original, value != original)


def _label(source: FieldSource, revision: CompiledRevision, printed: str) -> str:
    """The question's words say whose name it is; where several may answer, the paper's words."""
    found = (revision.form.question(name) for name in _questions(source))
    asked = [question.label for question in found if question]
    if isinstance(source, Words) and asked:
        return f"{asked[0]} (bằng chữ)"
    if len(asked) == 1:
        return asked[0]
    return printed or next(iter(asked), "")


def _questions(source: FieldSource) -> Iterator[str]:
    match source:
        case Show(question) | Words(question):
            yield question
        case Upper(part):
            yield from _questions(part)
        case First(parts) | Join(parts):
            for part in parts:
                yield from _questions(part)
        case Choose(cases):
            for _, part in cases:
                yield from _questions(part)
        case Each(group):
            yield group
        case Text():
            return
