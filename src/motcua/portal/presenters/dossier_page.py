# SPDX-License-Identifier: EUPL-1.2
"""The page of one dossier: whose turn, by when, who, and every paper on both sides."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from motcua.core.deadlines import Deadline, explain
from motcua.dossiers.queries import Dossier, DossierFile, Paper
from motcua.portal.own_dossier import OwnDossier
from motcua.portal.presenters.history import Happening, history_of
from motcua.portal.presenters.papers import fingerprint
from motcua.portal.presenters.standing import Standing, is_citizens_turn, standing_of
from motcua.theme.formats import moment

_SLIPS = {
    "receipt": "Giấy tiếp nhận hồ sơ và hẹn trả kết quả (Mẫu 01)",
    "supplement": "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (Mẫu 02)",
    "refusal": "Phiếu từ chối tiếp nhận giải quyết hồ sơ (Mẫu 03)",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A paper to open. href: "" while it is being made. facts: pages, size, number, time."""

    name: str
    facts: str
    href: str
    fingerprint: str = ""
    older: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing the officer asks for, with the reason."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class DossierPage:
    """Everything on the page. due: the promised moment, None before reception; derivation: how it came about."""

    standing: Standing
    due: datetime | None
    suspended_since: datetime | None
    derivation: tuple[str, ...]
    asked: tuple[Asked, ...]
    history: tuple[Happening, ...]
    files: tuple[Row, ...]
    slips: tuple[Row, ...]
    can_supplement: bool
    has_result: bool
    can_rate: bool


def dossier_page(own: OwnDossier) -> DossierPage:
    """The page at this moment. No query."""
    dossier = own.dossier
    request = own.view.supplement
    return DossierPage(
        standing=standing_of(dossier, own.now),
        due=dossier.due_at,
        suspended_since=dossier.suspended_since,
        derivation=_derivation(dossier),
        asked=tuple(Asked(item["name"], item["reason"]) for item in request.items) if request else (),
        history=history_of(dossier, own.view.events),
        files=_files(own, own.view.files),
        slips=tuple(_slip(own, paper) for paper in own.view.papers),
        can_supplement=request is not None and is_citizens_turn(dossier),
        has_result=bool(own.view.results),
        can_rate=dossier.finished_at is not None,
    )


def file_row(own: OwnDossier, file: DossierFile, *, older: bool = False) -> Row:
    """A paper the person sent."""
    return Row(
        name=file.name,
        facts=f"{file.stored.pages} trang · gửi lúc {moment(file.added_at)}",
        href=own.address("dossier_file", file.stored.sha256),
        fingerprint=fingerprint(file.stored.sha256),
        older=older,
    )


def _derivation(dossier: Dossier) -> tuple[str, ...]:
    if not dossier.due_derivation:
        return ()
    return tuple(explain(step) for step in Deadline.from_json(dossier.due_derivation).derivation)


def _files(own: OwnDossier, files: Iterable[DossierFile]) -> tuple[Row, ...]:
    """Newest version of each component first, as the query orders them."""
    seen: set[str] = set()
    rows = []
    for file in files:
        rows.append(file_row(own, file, older=file.component in seen))
        seen.add(file.component)
    return tuple(rows)


def _slip(own: OwnDossier, paper: Paper) -> Row:
    ready = paper.stored_id is not None
    return Row(
        name=_SLIPS[paper.kind],
        facts=f"Số {paper.number} · {moment(paper.issued_at)}",
        href=own.address("slip", paper.pk) if ready else "",
    )
