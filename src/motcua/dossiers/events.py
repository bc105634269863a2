# SPDX-License-Identifier: EUPL-1.2
"""What happens to dossiers, for whoever wants to know."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class DossierSubmitted:
    """A person has submitted a dossier; it exists and has a code."""

    dossier_id: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class DossierReceived:
    """The one-stop desk has received a dossier: Mẫu 01 is owed to the applicant."""

    dossier_id: UUID
    paper_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class SupplementAsked:
    """The agency has asked once, completely, for what is lacking: Mẫu 02."""

    dossier_id: UUID
    paper_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class SupplementSent:
    """The applicant has answered a request for supplements."""

    dossier_id: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class DossierRefused:
    """The agency has refused a dossier with reasons: Mẫu 03."""

    dossier_id: UUID
    paper_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class DossierStopped:
    """A dossier has been stopped, as when its time for supplements ran out."""

    dossier_id: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class ResultApproved:
    """The leader has decided to sign a result; the signed file is owed."""

    dossier_id: UUID
    result_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class ResultIssued:
    """The clerk has decided to seal and issue a signed result; the sealed file is owed."""

    dossier_id: UUID
    result_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class DossierFinished:
    """The result exists, signed and sealed; the applicant can have it."""

    dossier_id: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class DossierReturned:
    """The applicant has the result."""

    dossier_id: UUID
    at: datetime
