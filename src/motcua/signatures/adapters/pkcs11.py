# SPDX-License-Identifier: EUPL-1.2
"""Keys in a token, smart card or hardware module, spoken to by PKCS#11. The key never leaves it.

<folder>/pkcs11.toml says where:
    module = "/usr/lib/softhsm/libsofthsm2.so"   # the driver of the token
    token = "motcua"                             # label of the token
    pin_file = "/run/secrets/pin"                # its PIN, readable by this process only
    raw_mechanism = false                        # true for SoftHSM 2.6 with elliptic curves
<folder>/roots.pem holds the certificates to trust. In the token, the label of a key and of its
certificate is the key of the holder.
"""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock

import pkcs11
from asn1crypto import pem
from pyhanko.config.pkcs11 import TokenCriteria
from pyhanko.sign.general import SigningError
from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session

from motcua.core.values import Refusal
from motcua.signatures.pades import PadesSigner
from motcua.signatures.ports import CertificateInfo, Signer, Stamp

# A token knows one login for the whole process: sessions follow one another.
_token = Lock()


@dataclass(frozen=True, slots=True)
class Token:
    """Where the keys are; see the top of this module."""

    module: str
    label: str
    pin: str
    raw_mechanism: bool = False

    @contextmanager
    def key(self, label: str) -> Iterator[PKCS11Signer]:
        """The key of that label, usable while the session is open."""
        criteria = TokenCriteria(label=self.label)
        with _token, open_pkcs11_session(self.module, token_criteria=criteria, user_pin=self.pin) as session:
            yield PKCS11Signer(
                session, cert_label=label, key_label=label, use_raw_mechanism=self.raw_mechanism
            )


@dataclass(frozen=True, slots=True)
class TokenSigner:
    """One key of the token."""

    token: Token
    label: str

    def sign(
        self, pdf: bytes, *, field: str, reason: str, signed_at: datetime, visible: Stamp | None = None
    ) -> bytes:
        """Sign in the token; see the port."""
        with self.token.key(self.label) as key:
            return PadesSigner(key).sign(
                pdf, field=field, reason=reason, signed_at=signed_at, visible=visible
            )

    def certificate(self) -> CertificateInfo:
        """What the certificate in the token says."""
        with self.token.key(self.label) as key:
            return PadesSigner(key).certificate()


class TokenSigners:
    """All keys of one token, as the folder's pkcs11.toml names it."""

    def __init__(self, folder: Path | str) -> None:
        self._folder = Path(folder)
        values = tomllib.loads((self._folder / "pkcs11.toml").read_text(encoding="utf-8"))
        pin = Path(values["pin_file"]).read_text(encoding="utf-8").strip()
        self._token = Token(values["module"], values["token"], pin, values.get("raw_mechanism", False))

    def signer_for(self, key: str) -> Signer | Refusal:
        """The signer of that holder, or a refusal when the token lacks it or cannot be reached."""
        signer = TokenSigner(self._token, key)
        try:
            signer.certificate()
        except (pkcs11.PKCS11Error, SigningError):
            sentence = "Chưa tìm thấy chứng thư số trong thiết bị ký. Hãy kiểm tra thiết bị rồi thử lại."
            return Refusal("no_certificate", sentence)
        return signer

    def trust_roots(self) -> tuple[bytes, ...]:
        """The certificates of roots.pem."""
        armoured = (self._folder / "roots.pem").read_bytes()
        return tuple(part for _, _, part in pem.unarmor(armoured, multiple=True))
