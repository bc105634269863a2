# SPDX-License-Identifier: EUPL-1.2
"""PAdES baseline B signatures, the same for every place a key may live."""

from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

from asn1crypto import x509
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, BoxConstraints, SimpleBoxLayoutRule
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter, append_signature_field, enumerate_sig_fields
from pyhanko.sign.signers.pdf_signer import PdfSigner, PdfSigningSession
from pyhanko.stamp import StaticStampStyle

from motcua.signatures.ports import FIELD_PERSON, FIELD_SEAL, CertificateInfo, Stamp
from motcua.signatures.stamps import draw


@dataclass(frozen=True, slots=True)
class PadesSigner:
    """The port over any key pyHanko can use."""

    key: signers.Signer

    def sign(
        self, pdf: bytes, *, field: str, reason: str, signed_at: datetime, visible: Stamp | None = None
    ) -> bytes:
        """Add the signature; see the port."""
        writer = IncrementalPdfFileWriter(BytesIO(pdf))
        box = _ready_field(writer, field)
        metadata = signers.PdfSignatureMetadata(
            field_name=field, md_algorithm="sha256", reason=reason, subfilter=SigSeedSubFilter.PADES
        )
        style = _style(visible, box)
        signer = _TimedSigner(metadata, signer=self.key, stamp_style=style, signed_at=signed_at)
        output = signer.sign_pdf(writer, existing_fields_only=True)
        return bytes(output.getbuffer())

    def certificate(self) -> CertificateInfo:
        """What the key's certificate says."""
        certificate = self.key.signing_cert
        assert certificate is not None
        return certificate_info(certificate)


def is_signed(pdf: bytes, field: str) -> bool:
    """Whether the field of that name already holds a signature."""
    reader = PdfFileReader(BytesIO(pdf))
    return any(True for _ in enumerate_sig_fields(reader, filled_status=True, with_name=field))


def certificate_info(certificate: x509.Certificate) -> CertificateInfo:
    """A certificate in our words."""
    subject, issuer = certificate.subject.native, certificate.issuer.native
    return CertificateInfo(
        subject=str(subject.get("common_name", "")),
        organisation=str(subject.get("organization_name", "")),
        issuer=str(issuer.get("common_name", "")),
        serial=str(certificate.serial_number),
        valid_from=certificate.not_valid_before.astimezone(UTC),
        valid_to=certificate.not_valid_after.astimezone(UTC),
    )


class _TimedSigner(PdfSigner):
    """The time of signing is given, not read from the clock."""

    def __init__(
        self,
        metadata: signers.PdfSignatureMetadata,
        *,
        signer: signers.Signer,
        stamp_style: StaticStampStyle | None,
        signed_at: datetime,
    ) -> None:
        super().__init__(metadata, signer=signer, stamp_style=stamp_style)
        self._signed_at = signed_at

    def init_signing_session(
        self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False
    ) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only=existing_fields_only)
        session.system_time = self._signed_at
        return session


def _ready_field(writer: IncrementalPdfFileWriter, field: str) -> tuple[float, float]:
    """Make sure the field is there; answer the width and height of its box in points (0 when invisible).

    When the file has no field of ours yet, both are made now: the second signature must add nothing
    but itself to what the first one covers.
    """
    boxes = {name: reference.get_object() for name, _, reference in enumerate_sig_fields(writer)}
    if field not in boxes:
        for name in dict.fromkeys((field, FIELD_PERSON, FIELD_SEAL)):
            if name not in boxes:
                append_signature_field(writer, SigFieldSpec(name))
        return (0.0, 0.0)
    left, bottom, right, top = (float(side) for side in boxes[field]["/Rect"])
    return (abs(right - left), abs(top - bottom))


def _style(visible: Stamp | None, box: tuple[float, float]) -> StaticStampStyle | None:
    width, height = box
    if visible is None or not width or not height:
        return None
    middle = AxisAlignment.ALIGN_MID
    return StaticStampStyle(
        border_width=0,
        background=_Drawing(draw(visible, width=width, height=height)),
        background_opacity=1,
        background_layout=SimpleBoxLayoutRule(middle, middle),
    )


class _Drawing(PdfContent):
    """A one-page PDF in memory as the content of a stamp."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self._content = content

    def render(self) -> bytes:
        """Copy the page into the file being signed and draw it."""
        assert self.writer is not None
        page = self.writer.import_page_as_xobject(PdfFileReader(BytesIO(self._content)))
        self.resources.xobject[pdf_name("/Stamp")] = page
        left, bottom, right, top = page.get_object()["/BBox"]
        self.box = BoxConstraints(width=abs(right - left), height=abs(top - bottom))
        return b"/Stamp Do"
