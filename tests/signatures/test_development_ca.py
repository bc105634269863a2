"""The development authority: its keys are private, its seeding can be repeated, its signatures are good."""

import re
import stat
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from cryptography import x509
from tests.contracts.signer import SignerContract
from tests.signatures.conftest import LEADER, SEAL, SEEDED, SIGNED_AT
from tests.signatures.papers import paper_without_fields

from motcua.core.values import Problem, Refusal
from motcua.signatures.adapters.development_ca import DevelopmentSigners
from motcua.signatures.certificates import LABEL
from motcua.signatures.ports import FIELD_PERSON, FIELD_SEAL, Holder
from motcua.signatures.verify import verify_pdf


class TestContract(SignerContract):
    @pytest.fixture(autouse=True)
    def _signer(self, development: DevelopmentSigners) -> None:
        self.signer = lambda: development.signer_for(LEADER.key)
        self.roots = development.trust_roots


def test_only_the_authoritys_certificate_can_be_read_by_others(development: DevelopmentSigners) -> None:
    folder = development.authority_path.parent
    open_to_others = [path.name for path in folder.iterdir() if stat.S_IMODE(path.stat().st_mode) & 0o077]
    assert set(open_to_others) <= {"demo-ca.crt"}
    assert stat.S_IMODE(folder.stat().st_mode) & 0o077 == 0 or folder.parent != folder


def test_certificates_say_that_they_are_for_trial(development: DevelopmentSigners) -> None:
    authority = x509.load_pem_x509_certificate(development.authority_path.read_bytes())
    assert LABEL in authority.subject.rfc4514_string()
    assert "thử nghiệm" in authority.subject.rfc4514_string()


def test_seeding_again_keeps_old_keys_and_adds_new_holders(tmp_path: Path) -> None:
    signers = DevelopmentSigners(tmp_path / "signing")
    path = signers.seed([LEADER], now=SEEDED)
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    signers.seed([LEADER, SEAL], now=datetime(2026, 5, 1, tzinfo=UTC))
    after = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    assert before.items() <= after.items()
    assert len(after) == len(before) + 1


def test_a_holder_without_a_certificate_cannot_sign(development: DevelopmentSigners) -> None:
    outcome = development.signer_for("person:999")
    assert isinstance(outcome, Refusal)
    assert outcome.code == "no_certificate"


def test_before_seeding_nothing_is_trusted(tmp_path: Path) -> None:
    assert DevelopmentSigners(tmp_path).trust_roots() == ()


def test_names_longer_than_certificates_allow_are_shortened(tmp_path: Path) -> None:
    signers = DevelopmentSigners(tmp_path)
    signers.seed([Holder("../a/b", "Tên " * 40, "Cơ quan " * 30, "person")], now=SEEDED)
    signer = signers.signer_for("../a/b")
    assert not isinstance(signer, Refusal)
    assert signer.certificate().subject == "Tên Tên Tên Tên Tên Tên Tên Tên Tên Tên Tên Tên Tên"[:51]
    assert len(signer.certificate().organisation) <= 64


def test_the_stamps_can_be_read_on_the_page(signed_and_sealed: bytes) -> None:
    with pypdfium2.PdfDocument(signed_and_sealed) as document:
        document.init_forms()
        page = document[0]
        page.flatten()
        page.close()
        text = re.sub(r"\s+", " ", document[0].get_textpage().get_text_bounded())
    for words in ("Người ký: Lê Văn Lãnh", "Ký lúc: 14:30:00 24/04/2026", "Đóng dấu số lúc: 14:30:00"):
        assert words in text


def test_a_pdf_without_fields_can_be_signed_and_sealed_too(development: DevelopmentSigners) -> None:
    leader, seal = development.signer_for(LEADER.key), development.signer_for(SEAL.key)
    assert not isinstance(leader, Refusal)
    assert not isinstance(seal, Refusal)
    once = leader.sign(paper_without_fields(), field=FIELD_PERSON, reason="Ký", signed_at=SIGNED_AT)
    twice = seal.sign(once, field=FIELD_SEAL, reason="Dấu", signed_at=SIGNED_AT)
    outcome = verify_pdf(twice, development.trust_roots(), at=SIGNED_AT)
    assert not isinstance(outcome, Problem)
    assert outcome.genuine


def test_a_certificate_lost_on_the_way_is_written_again(tmp_path: Path) -> None:
    signers = DevelopmentSigners(tmp_path)
    shown = signers.seed([], now=SEEDED).read_bytes()
    signers.authority_path.unlink()
    assert signers.seed([], now=SEEDED).read_bytes() == shown
