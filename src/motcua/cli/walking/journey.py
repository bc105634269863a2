# SPDX-License-Identifier: EUPL-1.2
"""What the walk knows on its way, and how it tells each step."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from motcua.cli.walking.visitor import Visitor

# A paper has to be sent in this case: the certificate given before, which is handed back.
PROCEDURE = "1.004873"
SEARCH = "giấy độc thân"
ANSWERS = {
    "purpose": "nha-dat",
    "status": "chua-ket-hon",
    "had_certificate": "yes",
    "can_return_old": "yes",
    "period": "hien-tai",
    "relation": "chinh-toi",
    "holder_ethnicity": "01",
}


@dataclass(frozen=True, slots=True)
class Plan:
    """portal: address; person: who of the stand-in signs in; officials: sign-in names by function."""

    portal: str
    person: str
    officials: dict[str, str]
    password: str
    authority: Path
    folder: Path


@dataclass(frozen=True, slots=True)
class StepDone:
    """One step that went well. evidence: what shows it, as pairs of name and text."""

    title: str
    evidence: tuple[tuple[str, str], ...]
    seconds: float


@dataclass(slots=True)
class Journey:
    """The state of a walk. tell: hears of each step when it is done; begin: of each that begins."""

    plan: Plan
    citizen: Visitor
    tell: Callable[[StepDone], None]
    begin: Callable[[str], None]
    done: list[StepDone] = field(default_factory=list)
    step: str = ""
    dossier_id: str = ""
    code: str = ""
    digits: str = ""
    verify_path: str = ""
    result: bytes = b""

    @contextmanager
    def doing(self, title: str) -> Iterator[list[tuple[str, str]]]:
        """One step; its evidence is put into the list."""
        self.step, started = title, monotonic()
        self.begin(title)
        evidence: list[tuple[str, str]] = []
        yield evidence
        finished = StepDone(title, tuple(evidence), monotonic() - started)
        self.done.append(finished)
        self.tell(finished)

    def dossier_path(self, ending: str = "") -> str:
        """The dossier's address at the portal."""
        return f"/ho-so/{self.dossier_id}/{ending}"

    def office_path(self, ending: str = "") -> str:
        """The dossier's address at the office."""
        return f"/can-bo/ho-so/{self.dossier_id}/{ending}"
