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
    file_error: str
    note_error: str


@dataclass(frozen=True, slots=True)
class SupplementPage:
    """The page. office: who asks, without a person's name; links: where each problem is mended."""

    answer_by: datetime
    office: str
    items: tuple[AskedItem, ...]
    links: Mapping[str, str]
    any_kept: bool


def supplement_page(
    own: OwnDossier,
    request: SupplementRequest,
    *,
    kept: Mapping[str, tuple[str, ...]],
    notes: Mapping[str, str],
    problems: tuple[Problem, ...],
) -> SupplementPage:
    """The page at first, or again with what was typed and what is to be mended."""
    first = {problem.place: problem for problem in reversed(problems)}
    items = tuple(_item(own, item, kept, notes, first.get(item["item"])) for item in request.items)
    return SupplementPage(
        answer_by=request.answer_by,
        office=own.dossier.unit.name,
        items=items,
        links={item.key: f"#{item.note_key}" for item in items if item.note_error},
        any_kept=bool(kept),
    )


def _item(
    own: OwnDossier,
    item: Mapping[str, str],
    kept: Mapping[str, tuple[str, ...]],
    notes: Mapping[str, str],
    problem: Problem | None,
) -> AskedItem:
    key = item["item"]
    is_paper = key.startswith("component:")
    note = notes.get(key, "")
    error = problem.message if problem else ""
    # A fact is answered in words: what is missing is asked for there, what is wrong with a file stays with the file.
    in_words = problem is not None and problem.code == "missing" and not is_paper
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
        file_error="" if in_words else error,
        note_error=error if in_words else "",
    )


def _old_file(own: OwnDossier, key: str) -> Row | None:
    """The newest version of the paper the item is about."""
    kind, _, name = key.partition(":")
    points = {point.id: point.component for point in own.content.checklist}
    component = name if kind == "component" else points.get(name, "")
    newest = next((file for file in own.view.files if component and file.component == component), None)
    return file_row(own, newest) if newest else None
