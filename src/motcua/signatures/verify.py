# SPDX-License-Identifier: EUPL-1.2
"""Checking the signatures of a PDF, without a server and without the network."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

from asn1crypto import pem, x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus
from pyhanko_certvalidator import ValidationContext

from motcua.core.values import Problem

# What parsers raise for damaged or hostile files: a stranger's file must never become a server error.
_DAMAGE = (
    PdfError,
    SigningError,
    SignatureValidationError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
    zlib.error,
)
# Each costs its own walk through the file.
MOST_SIGNATURES = 20
_NOT_PDF = Problem(
    "tep", "not_pdf", "Chúng tôi không đọc được tệp này như một tệp PDF. Hãy chọn đúng tệp PDF đã ký."
)
_TOO_MANY = Problem(
    "tep",
    "too_many_signatures",
    f"Tệp này có quá {MOST_SIGNATURES} chữ ký nên chúng tôi không kiểm tra được. Hãy mở bằng phần mềm đọc PDF.",
)
_NOT_CERTIFICATE = Problem(
    "ca",
    "not_certificate",
    "Chúng tôi không đọc được tệp chứng thư gốc. Hãy chọn tệp .crt của nơi cấp chứng thư.",
)


@dataclass(frozen=True, slots=True)
class SignatureCheck:
    """What is known of one signature.

    intact: the bytes it covers are unchanged. trusted: its certificate leads to a trusted root.
    covers_whole: nothing was added to the file after it. bottom_line: it is good, all considered:
    what was added later, if anything, is no more than a further signature.
    signed_at: the time the signer claims; None when it claims none.
    """

    field: str
    signer: str
    organisation: str
    signed_at: datetime | None
    intact: bool
    trusted: bool
    covers_whole: bool
    bottom_line: bool
    message: str


@dataclass(frozen=True, slots=True)
class Verification:
    """genuine: there is a signature and every one is good."""

    signatures: tuple[SignatureCheck, ...]
    genuine: bool
    message: str


def verify_pdf(
    content: bytes, trust_roots: Sequence[bytes], *, at: datetime | None = None
) -> Verification | Problem:
    """Check every signature of the PDF.

    trust_roots: certificates, DER or PEM. at: the time for which certificates are judged, by default now.
    """
    try:
        reader = PdfFileReader(BytesIO(content), strict=False)
        embedded = reader.embedded_regular_signatures
    except _DAMAGE:
        return _NOT_PDF
    if len(embedded) > MOST_SIGNATURES:
        return _TOO_MANY
    roots = _certificates(trust_roots)
    if roots is None:
        return _NOT_CERTIFICATE
    context = ValidationContext(trust_roots=roots, allow_fetching=False, moment=at)
    checks = tuple(_check(signature, context) for signature in embedded)
    genuine = (
        bool(checks) and all(check.bottom_line for check in checks) and any(c.covers_whole for c in checks)
    )
    return Verification(checks, genuine, _verdict(checks, genuine=genuine))


def _certificates(roots: Sequence[bytes]) -> list[x509.Certificate] | None:
    """The roots, or None when one of them is no certificate."""
    found = []
    try:
        for root in roots:
            armoured = pem.detect(root)
            parts = [part for _, _, part in pem.unarmor(root, multiple=True)] if armoured else [root]
            found += [x509.Certificate.load(part, strict=True) for part in parts]
    except ValueError:
        return None
    return found


def _check(signature: EmbeddedPdfSignature, context: ValidationContext) -> SignatureCheck:
    try:
        return _described(signature, validate_pdf_signature(signature, signer_validation_context=context))
    except _DAMAGE:
        return _unreadable(signature)


def _described(signature: EmbeddedPdfSignature, status: PdfSignatureStatus) -> SignatureCheck:
    subject = status.signing_cert.subject.native
    return SignatureCheck(
        field=signature.field_name,
        signer=str(subject.get("common_name", "")),
        organisation=str(subject.get("organization_name", "")),
        signed_at=_utc(status.signer_reported_dt),
        intact=bool(status.intact and status.valid),
        trusted=bool(status.trusted),
        covers_whole=_covers_whole(status),
        bottom_line=bool(status.bottom_line),
        message=_message(status),
    )


def _unreadable(signature: EmbeddedPdfSignature) -> SignatureCheck:
    return SignatureCheck(
        field=signature.field_name,
        signer="",
        organisation="",
        signed_at=None,
        intact=False,
        trusted=False,
        covers_whole=False,
        bottom_line=False,
        message="Không đọc được chữ ký này.",
    )


def _covers_whole(status: PdfSignatureStatus) -> bool:
    return status.coverage is not None and status.coverage.name == "ENTIRE_FILE"


def _utc(when: datetime | None) -> datetime | None:
    return None if when is None else when.astimezone(UTC)


def _message(status: PdfSignatureStatus) -> str:
    if not (status.intact and status.valid):
        return "Nội dung đã bị thay đổi sau khi ký."
    if not status.trusted:
        return "Nội dung còn nguyên nhưng chúng tôi không nhận ra nơi cấp chứng thư của người ký."
    if not status.bottom_line:
        return "Tệp đã bị sửa thêm sau khi ký."
    return "Chữ ký đúng, nội dung còn nguyên như khi ký."


def _verdict(checks: tuple[SignatureCheck, ...], *, genuine: bool) -> str:
    if not checks:
        return "Tệp này không có chữ ký số."
    if genuine:
        return "Văn bản là thật: chữ ký đúng và nội dung còn nguyên."
    return "Chưa thể xác nhận văn bản này. Hãy hỏi cơ quan ghi trên văn bản."
