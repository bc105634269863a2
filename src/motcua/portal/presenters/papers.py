# SPDX-License-Identifier: EUPL-1.2
"""Papers as rows: what is still to be sent, what there is, with pages and fingerprint."""

from collections.abc import Iterable
from dataclasses import dataclass

from motcua.catalogue.content import needed_components
from motcua.core.forms import Evaluation
from motcua.dossiers.queries import DraftFile, DraftPaper
from motcua.portal.holding import Held
from motcua.theme.formats import size

_FINGERPRINT = 12


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One paper. state: sent, to_send, optional or held; status and kind as of ui.status."""

    id: str
    name: str
    state: str
    status: str
    kind: str
    why: str
    held_text: str
    href: str
    file_href: str
    facts: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class PartRow:
    """One photo or file of a paper, as ui.file_list wants it."""

    name: str
    size: int
    pages: int
    href: str
    picture: str
    remove_name: str
    remove_value: int


_STATUS = {
    "sent": ("Đã gửi", "done"),
    "to_send": ("Cần gửi", "yours"),
    "optional": ("Có thì gửi", "draft"),
    "held": ("Đã có sẵn", "done"),
}


def paper_rows(held: Held, evaluation: Evaluation, papers: Iterable[DraftPaper]) -> tuple[PaperRow, ...]:
    """The papers this person is concerned by, in the order of the procedure."""
    sent = {paper.component: paper for paper in papers}
    rows = []
    for need in needed_components(held.revision.content, evaluation.answers):
        component, paper = need.component, sent.get(need.component.id)
        state = "sent" if paper else need.state
        status, kind = _STATUS[state]
        rows.append(
            PaperRow(
                id=component.id,
                name=component.plain_name,
                state=state,
                status=status,
                kind=kind,
                why=component.why,
                held_text=component.replaced_by.text if component.replaced_by else "",
                href=held.address("paper", component.id),
                file_href=held.address("draft_file", component.id, 0) if paper else "",
                facts=f"{paper.stored.pages} trang · {size(paper.stored.size)}" if paper else "",
                fingerprint=fingerprint(paper.stored.sha256) if paper else "",
            )
        )
    return tuple(rows)


def part_rows(held: Held, parts: Iterable[DraftFile]) -> tuple[PartRow, ...]:
    """What was sent for one paper, in order."""
    return tuple(
        PartRow(
            name=part.name,
            size=part.stored.size,
            pages=part.stored.pages,
            href=held.address("draft_file", part.component, part.part),
            picture=held.address("draft_picture", part.component, part.part),
            remove_name="bo",
            remove_value=part.part,
        )
        for part in parts
    )


def fingerprint(sha256: str) -> str:
    """The beginning of a file's SHA-256, in groups that can be compared by eye."""
    return " ".join(sha256[start : start + 4] for start in range(0, _FINGERPRINT, 4))


def size_limit_text(limit: int) -> str:
    """What may be sent, told before choosing."""
    return f"Ảnh hoặc PDF, mỗi tệp tối đa {size(limit)}"
