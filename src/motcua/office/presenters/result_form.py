# SPDX-License-Identifier: EUPL-1.2
"""The draft of a result as a form: one box for every field the paper prints."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from motcua.catalogue.content import ProcedureContent, Result
from motcua.catalogue.field_sources import Choose, Each, FieldSource, First, Join, Show, Upper, Words
from motcua.catalogue.queries import CompiledRevision
from motcua.catalogue.result_fields import result_fields
from motcua.core.conditions import with_today
from motcua.dossiers.models import Dossier
from motcua.dossiers.models import Result as ResultRow

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
    answers = with_today(dossier.answers, dossier.submitted_at.date())
    return result_fields(revision.content, result.id, revision.form, answers)


def fields_of(
    revision: CompiledRevision, result: Result, defaults: Mapping[str, str], values: Mapping[str, str]
) -> tuple[Field, ...]:
    """The boxes in the order of the service's own list."""
    printed = labels_printed(revision.outputs[result.id])
    return tuple(
        _field(
            name,
            _label(source, revision, printed.get(name, "")),
            defaults[name],
            values.get(name, defaults[name]),
        )
        for name, source in result.fields.items()
    )


def labels_printed(template: str) -> dict[str, str]:
    """The words a template prints before each field."""
    return {name: label.strip() for label, name in _PRINTED.findall(template)}


def _field(name: str, label: str, original: str, value: str) -> Field:
    return Field(name, label or name, value, len(value) > _LONG_TEXT, original, value != original)


def _label(source: FieldSource, revision: CompiledRevision, printed: str) -> str:
    """The question's words say whose name it is; the paper's words where no question stands behind."""
    names = (question.label for name in _questions(source) if (question := revision.form.question(name)))
    asked = next(names, "")
    return f"{asked} (bằng chữ)" if asked and isinstance(source, Words) else asked or printed


def _questions(source: FieldSource) -> Iterator[str]:
    match source:
        case Show(question) | Words(question):
            yield question
        case Upper(part):
            yield from _questions(part)
        case First(parts) | Join(parts):
            for part in parts:
                yield from _questions(part)
        case Each(group):
            yield group
        case Choose():
            return
