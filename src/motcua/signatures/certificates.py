# SPDX-License-Identifier: EUPL-1.2
"""X.509 certificates of the development authority. They say on their face that they are for trial."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

from motcua.signatures.ports import Holder

PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
LABEL = "Chứng thư thử nghiệm"
_LONGEST = 64  # X.520 allows 64 letters; the library counts the bytes of the common name.
_VALID = timedelta(days=3652)
_BACKDATED = timedelta(days=1)  # Clocks of verifying machines may be a little behind.


@dataclass(frozen=True, slots=True)
class Authority:
    """The development certificate authority."""

    key: PrivateKey
    certificate: x509.Certificate


def new_key() -> ec.EllipticCurvePrivateKey:
    """A key on the curve P-256, which pdfsig and PDF viewers check; it opens and signs faster than RSA."""
    return ec.generate_private_key(ec.SECP256R1())


def new_authority(*, now: datetime) -> Authority:
    """A self-signed authority valid for ten years from a day before now."""
    key = new_key()
    name = _name("Một Cửa – CA thử nghiệm", "Môi trường thử nghiệm")
    builder = _builder(name, name, key, now)
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    builder = builder.add_extension(_usage(certificates=True), critical=True)
    return Authority(key, builder.sign(key, hashes.SHA256()))


def issue(authority: Authority, holder: Holder, key: PrivateKey, *, now: datetime) -> x509.Certificate:
    """A signing certificate for the holder, valid for ten years."""
    subject = _name(holder.name, holder.organisation)
    builder = _builder(subject, authority.certificate.subject, key, now)
    builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    builder = builder.add_extension(_usage(certificates=False), critical=True)
    builder = builder.add_extension(
        x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.key.public_key()), critical=False
    )
    return builder.sign(authority.key, hashes.SHA256())


def _name(common_name: str, organisation: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation[:_LONGEST].strip()),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, LABEL),
            x509.NameAttribute(NameOID.COMMON_NAME, _fitting(common_name)),
        ]
    )


def _fitting(name: str) -> str:
    """The name, cut between letters when it is longer than a certificate can carry."""
    return name.encode()[:_LONGEST].decode(errors="ignore").strip()


def _builder(
    subject: x509.Name, issuer: x509.Name, key: PrivateKey, now: datetime
) -> x509.CertificateBuilder:
    start = now.astimezone(UTC) - _BACKDATED
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + _VALID)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _usage(*, certificates: bool) -> x509.KeyUsage:
    """Authorities sign certificates; holders sign documents and cannot deny it."""
    return x509.KeyUsage(
        digital_signature=not certificates,
        content_commitment=not certificates,
        key_cert_sign=certificates,
        crl_sign=certificates,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
