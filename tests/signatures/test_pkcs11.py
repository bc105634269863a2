"""The same contract over a PKCS#11 token (SoftHSM): the port fits keys that never leave their device."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pkcs11
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pkcs11.util.x509 import decode_x509_certificate
from tests.contracts.signer import SignerContract
from tests.signatures.conftest import LEADER, SEEDED

from motcua.core.values import Refusal
from motcua.signatures.adapters.pkcs11 import TokenSigners
from motcua.signatures.certificates import issue, new_authority

pytestmark = pytest.mark.softhsm
MODULE, PIN = "/usr/lib/softhsm/libsofthsm2.so", "2468"


def softhsm(*words: str | Path) -> None:
    subprocess.run(["softhsm2-util", *map(str, words)], check=True, capture_output=True)


def store_key(key: rsa.RSAPrivateKey, folder: Path) -> None:
    path = folder / "key.pem"
    path.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    softhsm("--import", path, "--token", "motcua", "--label", LEADER.key, "--id", "01", "--pin", PIN)
    path.unlink()


def store_certificate(certificate: x509.Certificate) -> None:
    token = pkcs11.lib(MODULE).get_token(token_label="motcua")
    with token.open(rw=True, user_pin=PIN) as session:
        values = decode_x509_certificate(certificate.public_bytes(Encoding.DER))
        session.create_object(
            values
            | {pkcs11.Attribute.TOKEN: True, pkcs11.Attribute.LABEL: LEADER.key, pkcs11.Attribute.ID: b"\x01"}
        )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A token with the leader's key, and the settings that name it."""
    made = tmp_path_factory.mktemp("token")
    (made / "tokens").mkdir()
    (made / "softhsm2.conf").write_text(f"directories.tokendir = {made / 'tokens'}\n")
    os.environ["SOFTHSM2_CONF"] = str(made / "softhsm2.conf")
    softhsm("--init-token", "--free", "--label", "motcua", "--so-pin", "13579", "--pin", PIN)
    authority, key = new_authority(now=SEEDED), rsa.generate_private_key(public_exponent=65537, key_size=2048)
    store_key(key, made)
    store_certificate(issue(authority, LEADER, key, now=SEEDED))
    (made / "roots.pem").write_bytes(authority.certificate.public_bytes(Encoding.PEM))
    (made / "pin").write_text(PIN + "\n")
    (made / "pkcs11.toml").write_text(f'module = "{MODULE}"\ntoken = "motcua"\npin_file = "{made / "pin"}"\n')
    yield made
    del os.environ["SOFTHSM2_CONF"]


class TestContract(SignerContract):
    @pytest.fixture(autouse=True)
    def _signer(self, folder: Path) -> None:
        signers = TokenSigners(folder)
        self.signer = lambda: signers.signer_for(LEADER.key)
        self.roots = signers.trust_roots


def test_a_holder_the_token_does_not_know_cannot_sign(folder: Path) -> None:
    outcome = TokenSigners(folder).signer_for("person:999")
    assert isinstance(outcome, Refusal)
    assert outcome.code == "no_certificate"


def test_a_wrong_pin_is_a_refusal_too(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "pin").write_text("0000")
    settings = (folder / "pkcs11.toml").read_text().replace(str(folder / "pin"), str(tmp_path / "pin"))
    (tmp_path / "pkcs11.toml").write_text(settings)
    assert isinstance(TokenSigners(tmp_path).signer_for(LEADER.key), Refusal)
