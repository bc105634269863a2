# SPDX-License-Identifier: EUPL-1.2
"""The papers of a dossier and the one being looked at, page by page."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from motcua.documents.queries import readable_size
from motcua.dossiers.models import Dossier, DossierFile, Paper, Result

# The rest of a long paper is read in its PDF.
MOST_PAGES = 30


@dataclass(frozen=True, slots=True)
class PaperLink:
    """One paper in the list over the viewer. current: the one shown."""

    name: str
    facts: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class PageImage:
    """As ui.viewer takes it."""

    src: str
    alt: str
    number: int


@dataclass(frozen=True, slots=True)
class Viewer:
    """The paper shown; previous and next are addresses or ""."""

    name: str
    facts: str
    pdf: str
    pages: tuple[PageImage, ...]
    more: int
    previous: str
    next: str


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip or a result with its file; href is "" while the file is being made."""

    name: str
    href: str


def shown_file(files: tuple[DossierFile, ...], component: str, version: str) -> DossierFile | None:
    """The file asked for; else the newest of the component; else the first paper."""
    of_component = [file for file in files if file.component == component]
    exact = [file for file in of_component if str(file.version) == version]
    return next(iter([*exact, *of_component, *files]), None)


def links_of(files: tuple[DossierFile, ...], shown: DossierFile | None) -> tuple[PaperLink, ...]:
    """Every paper in every version, newest version of a component first."""
    newest = _newest(files)
    return tuple(
        PaperLink(
            name=file.name
            if newest[file.component] == file.version
            else f"{file.name}, bản gửi lần {file.version}",
            facts=_facts(file),
            href=_address(file),
            current=file == shown,
        )
        for file in files
    )


def viewer_of(dossier: Dossier, files: tuple[DossierFile, ...], shown: DossierFile | None) -> Viewer | None:
    """The pages of the paper shown, as pictures."""
    if shown is None:
        return None
    place = files.index(shown)
    count = min(shown.stored.pages, MOST_PAGES)
    return Viewer(
        name=shown.name,
        facts=f"{_facts(shown)} · SHA-256 {shown.stored.pk[:12]}…",
        pdf=file_address(dossier, shown.stored.pk),
        pages=tuple(_page(dossier, shown, number) for number in range(1, count + 1)),
        more=shown.stored.pages - count,
        previous=_address(files[place - 1]) if place else "",
        next=_address(files[place + 1]) if place + 1 < len(files) else "",
    )


def slips_of(dossier: Dossier, papers: Iterable[Paper], results: Iterable[Result]) -> tuple[Slip, ...]:
    """Slips issued and signed results."""
    slips = [
        Slip(f"{paper.get_kind_display()}, số {paper.number}", _href(dossier, paper.stored_id))
        for paper in papers
    ]
    signed = [
        Slip(f"{result.name}, số {result.number}", _href(dossier, result.signed_file_id))
        for result in results
        if result.number
    ]
    return (*slips, *signed)


def file_address(dossier: Dossier, sha256: str) -> str:
    """Where an official opens a file of a dossier."""
    return reverse("office:file", args=[dossier.pk, sha256])


def _href(dossier: Dossier, sha256: str | None) -> str:
    return file_address(dossier, sha256) if sha256 else ""


def _newest(files: Iterable[DossierFile]) -> dict[str, int]:
    newest: dict[str, int] = {}
    for file in files:
        newest[file.component] = max(file.version, newest.get(file.component, 0))
    return newest


def _page(dossier: Dossier, file: DossierFile, number: int) -> PageImage:
    address = reverse("office:page_image", args=[dossier.pk, file.stored.pk, number])
    return PageImage(address, f"{file.name}, trang {number} trên {file.stored.pages}", number)


def _address(file: DossierFile) -> str:
    return f"?{urlencode({'giay': file.component, 'phien': str(file.version)})}#papers"


def _facts(file: DossierFile) -> str:
    return f"{file.stored.pages} trang · {readable_size(file.stored.size)}"
