# SPDX-License-Identifier: EUPL-1.2
"""The page on which only what was asked is sent again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from motcua.core.values import Problem
from motcua.dossiers.queries import SupplementRequest
from motcua.portal.inputs_following import NOTE
from motcua.portal.own_dossier import OwnDossier
from motcua.portal.presenters.dossier_page import Row, file_row


@dataclass(frozen=True, slots=True)
class AskedItem:
    """One asked item: the officer's reason, the old file, and what has been typed or kept so far.

    key: name of its file field; note_key: name of its text field. is_paper: a paper is asked for, not a fact.
    """

    key: str
    note_key: str
    name: str
    reason: str
    is_paper: bool
    old: Row | None
    kept: tuple[str, ...]
    note: str
    open: bool
    error: str


@dataclass(frozen=True, slots=True)
class SupplementPage:
    """The page. office: who asks, without a person's name."""

    answer_by: datetime
    office: str
    items: tuple[AskedItem, ...]
    problems: tuple[Problem, ...]


def supplement_page(
    own: OwnDossier,
    request: SupplementRequest,
    *,
    kept: Mapping[str, tuple[str, ...]],
    notes: Mapping[str, str],
    problems: tuple[Problem, ...],
) -> SupplementPage:
    """The page at first, or again with what was typed and what is to be mended."""
    errors = {problem.place: problem.message for problem in reversed(problems)}
    return SupplementPage(
        answer_by=request.answer_by,
        office=own.dossier.unit.name,
        items=tuple(_item(own, item, kept, notes, errors) for item in request.items),
        problems=problems,
    )


def _item(
    own: OwnDossier,
    item: Mapping[str, str],
    kept: Mapping[str, tuple[str, ...]],
    notes: Mapping[str, str],
    errors: Mapping[str, str],
) -> AskedItem:
    key = item["item"]
    is_paper = key.startswith("component:")
    note = notes.get(key, "")
    return AskedItem(
        key=key,
        note_key=NOTE + key,
        name=item["name"],
        reason=item["reason"],
        is_paper=is_paper,
        old=_old_file(own, key),
        kept=kept.get(key, ()),
        note=note,
        open=bool(note),
        error=errors.get(key, ""),
    )


def _old_file(own: OwnDossier, key: str) -> Row | None:
    """The newest version of the paper the item is about."""
    kind, _, name = key.partition(":")
    points = {point.id: point.component for point in own.content.checklist}
    component = name if kind == "component" else points.get(name, "")
    newest = next((file for file in own.view.files if component and file.component == component), None)
    return file_row(own, newest) if newest else None
