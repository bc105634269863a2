# SPDX-License-Identifier: EUPL-1.2
"""Keys in files under <data>/signing, with certificates of an authority made on this machine.

For trial and demonstration only: whoever can read the folder can sign. Real installations keep keys in a
token or a module (see pkcs11) and use certificates of a licensed authority.
"""

import os
import secrets
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from pyhanko.sign.signers import SimpleSigner

from motcua.core.values import Refusal
from motcua.signatures.certificates import Authority, PrivateKey, issue, new_authority, new_key
from motcua.signatures.pades import PadesSigner
from motcua.signatures.ports import Holder, Signer

_AUTHORITY = "authority"


class DevelopmentSigners:
    """The signers of a demonstration, from PKCS#12 files that only the owner can read."""

    def __init__(self, folder: Path | str) -> None:
        self._folder = Path(folder)

    @property
    def authority_path(self) -> Path:
        """The authority's certificate (PEM), for pdfsig and PDF viewers."""
        return self._folder / "demo-ca.crt"

    def seed(self, holders: Iterable[Holder], *, now: datetime) -> Path:
        """Make the authority and the certificates that are missing; answer where the authority's is."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not self._passphrase_path.exists():
            _write_private(self._passphrase_path, secrets.token_urlsafe(32).encode())
        authority = self._authority(now)
        for holder in holders:
            if not self._path(holder.key).exists():
                self._store(holder, authority, now)
        return self.authority_path

    def signer_for(self, key: str) -> Signer | Refusal:
        """The signer of that holder, or a refusal when no certificate was made for it."""
        path = self._path(key)
        if not path.is_file():
            return Refusal(
                "no_certificate", "Chưa có chứng thư số để ký. Hãy nhờ quản trị viên cấp chứng thư."
            )
        return PadesSigner(_load(path, self._passphrase()))

    def trust_roots(self) -> tuple[bytes, ...]:
        """The authority's certificate, or nothing before seeding."""
        if not self.authority_path.is_file():
            return ()
        return (x509.load_pem_x509_certificate(self.authority_path.read_bytes()).public_bytes(Encoding.DER),)

    @property
    def _passphrase_path(self) -> Path:
        return self._folder / "passphrase"

    def _passphrase(self) -> bytes:
        return self._passphrase_path.read_bytes()

    def _path(self, key: str) -> Path:
        # Keys of holders may hold any letters; file names may not.
        return self._folder / f"{sha256(key.encode()).hexdigest()[:24]}.p12"

    def _authority(self, now: datetime) -> Authority:
        path = self._path(_AUTHORITY)
        if path.exists():
            key, certificate, _ = pkcs12.load_key_and_certificates(path.read_bytes(), self._passphrase())
            assert isinstance(key, (rsa.RSAPrivateKey, ec.EllipticCurvePrivateKey))
            assert certificate is not None
            self._show(certificate)
            return Authority(key, certificate)
        authority = new_authority(now=now)
        self._bundle(_AUTHORITY, authority.key, authority.certificate, ())
        self._show(authority.certificate)
        return authority

    def _show(self, certificate: x509.Certificate) -> None:
        """Writes the authority's certificate unless it is there: the last seeding may have been cut short."""
        if not self.authority_path.is_file():
            self.authority_path.write_bytes(certificate.public_bytes(Encoding.PEM))

    def _store(self, holder: Holder, authority: Authority, now: datetime) -> None:
        key = new_key()
        certificate = issue(authority, holder, key, now=now)
        self._bundle(holder.key, key, certificate, (authority.certificate,))

    def _bundle(
        self, name: str, key: PrivateKey, certificate: x509.Certificate, chain: tuple[x509.Certificate, ...]
    ) -> None:
        encryption = BestAvailableEncryption(self._passphrase())
        bundle = pkcs12.serialize_key_and_certificates(name.encode(), key, certificate, chain, encryption)
        _write_private(self._path(name), bundle)


def _write_private(path: Path, content: bytes) -> None:
    """Whole or not at all, and for the owner only from the first byte on."""
    temporary = path.with_suffix(".new")
    temporary.unlink(missing_ok=True)
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    temporary.replace(path)


@lru_cache(maxsize=64)
def _load(path: Path, passphrase: bytes) -> SimpleSigner:
    """Unlocking costs tens of milliseconds; the file of a key never changes."""
    load: Callable[..., SimpleSigner | None] = SimpleSigner.load_pkcs12
    signer = load(path, passphrase=passphrase)
    assert signer is not None
    return signer
