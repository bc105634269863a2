# SPDX-License-Identifier: EUPL-1.2
"""What signatures needs from the outside: keys that sign, and the roots to trust."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from motcua.core.values import Refusal

# The two fields of a result: first the person who decides, then the seal of the agency.
FIELD_PERSON = "NguoiKy"
FIELD_SEAL = "ConDau"


@dataclass(frozen=True, slots=True)
class Holder:
    """Someone a certificate is made for. key: a stable word such as "account:12" or "unit:H99.12"."""

    key: str
    name: str
    organisation: str
    kind: Literal["person", "seal"]


@dataclass(frozen=True, slots=True)
class Stamp:
    """Lines drawn in the field's box beside the invisible signature."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CertificateInfo:
    """What a certificate says. serial is decimal."""

    subject: str
    organisation: str
    issuer: str
    serial: str
    valid_from: datetime
    valid_to: datetime


class Signer(Protocol):
    """One key with its certificate, in a file, a token or a signing service."""

    def sign(
        self, pdf: bytes, *, field: str, reason: str, signed_at: datetime, visible: Stamp | None = None
    ) -> bytes:
        """The PDF with a PAdES B-B signature added behind its bytes.

        field: an empty signature field, made if the PDF lacks it (then nothing is drawn).
        signed_at: an aware time; it is what the signature claims.
        """
        ...

    def certificate(self) -> CertificateInfo:
        """What the certificate says."""
        ...


class Signers(Protocol):
    """All keys of an installation."""

    def signer_for(self, key: str) -> Signer | Refusal:
        """The signer of that holder, or why there is none."""
        ...

    def trust_roots(self) -> tuple[bytes, ...]:
        """The certificates (DER) under which our signatures are genuine."""
        ...
