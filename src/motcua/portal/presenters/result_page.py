# SPDX-License-Identifier: EUPL-1.2
"""The results of a dossier for the person who gets them, with what a machine says of their signatures."""

from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from motcua.core.values import Problem
from motcua.documents.qr import qr_svg
from motcua.documents.queries import file_content
from motcua.dossiers.queries import Result
from motcua.dossiers.rendering import verify_address
from motcua.portal.own_dossier import OwnDossier
from motcua.signatures.queries import verify_stored
from motcua.signatures.verify import SignatureCheck, Verification


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature in words. good: intact, trusted and nothing added but further signatures."""

    signer: str
    organisation: str
    signed_at: datetime | None
    message: str
    good: bool


@dataclass(frozen=True, slots=True)
class IssuedResult:
    """One issued paper. code: in groups of four, as printed beside the QR."""

    name: str
    number: str
    issued_at: datetime | None
    size: int
    pages: int
    href: str
    code: str
    verify_href: str
    qr: Markup
    validity: str
    genuine: bool
    verdict: str
    signatures: tuple[Signature, ...]


def issued_result(own: OwnDossier, result: Result) -> IssuedResult | None:
    """The page's part about one result; None when its file is not there."""
    stored = result.signed_file
    content = file_content(stored.sha256) if stored else None
    if stored is None or content is None:
        return None
    checked = verify_stored(content)
    described = own.content.result(result.output)
    return IssuedResult(
        name=result.name,
        number=result.number,
        issued_at=result.issued_at,
        size=stored.size,
        pages=stored.pages,
        href=own.address("result_file", result.pk),
        code=in_fours(result.verify_code),
        verify_href=verify_address(result),
        qr=Markup(qr_svg(verify_address(result))),  # noqa: S704 - our own drawing.
        validity=described.validity if described else "",
        genuine=isinstance(checked, Verification) and checked.genuine,
        verdict=checked.message,
        signatures=signatures_of(checked),
    )


def signatures_of(checked: Verification | Problem) -> tuple[Signature, ...]:
    """The signatures of a checked file, in order."""
    return () if isinstance(checked, Problem) else tuple(map(_signature, checked.signatures))


def in_fours(code: str) -> str:
    """A code as it is read aloud: ABCD-EFGH-JKLM."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def _signature(check: SignatureCheck) -> Signature:
    return Signature(check.signer, check.organisation, check.signed_at, check.message, check.bottom_line)
