# SPDX-License-Identifier: EUPL-1.2
"""What an official checks: the papers sent, and the points the service names."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from motcua.catalogue.content import ProcedureContent, needed_components
from motcua.core.conditions import evaluate


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the checklist.

    key: "component:<id>" or "check:<id>"; component: the paper shown beside it, if any;
    automatic: True or False where the answers decide, None where only a person can.
    """

    key: str
    name: str
    component: str
    automatic: bool | None


def checklist_of(
    content: ProcedureContent, answers: Mapping[str, object], sent: Collection[str]
) -> tuple[Item, ...]:
    """The lines for one dossier, papers first."""
    papers = [
        Item(f"component:{need.component.id}", need.component.plain_name, need.component.id, None)
        for need in needed_components(content, answers)
        if need.state == "to_send" or need.component.id in sent
    ]
    points = [
        Item(
            f"check:{point.id}",
            point.text,
            point.component,
            None if point.auto is None else evaluate(point.auto, answers),
        )
        for point in content.checklist
    ]
    return (*papers, *points)
