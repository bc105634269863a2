"""Signing in an installation: seed, sign, refuse a second signature at one place, verify."""

from pathlib import Path

import pytest
from pytest_django import Settings
from tests.signatures.conftest import LEADER, SEEDED, SIGNED_AT
from tests.signatures.papers import unsigned_paper

from motcua.core.values import Problem, Refusal
from motcua.signatures.ports import FIELD_PERSON
from motcua.signatures.queries import authority_path, trust_roots, verify_stored
from motcua.signatures.services import seed_development_signers, sign_document


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, settings: Settings) -> None:
    settings.MOTCUA = settings.MOTCUA.model_copy(update={"data": tmp_path})


def sign(pdf: bytes, key: str = LEADER.key) -> bytes | Refusal:
    return sign_document(pdf, key=key, field=FIELD_PERSON, reason="Ký", signed_at=SIGNED_AT)


def test_a_seeded_leader_signs_and_the_paper_is_genuine(tmp_path: Path) -> None:
    path = seed_development_signers([LEADER], now=SEEDED)
    assert path == authority_path() == tmp_path / "signing" / "demo-ca.crt"
    assert len(trust_roots()) == 1
    signed = sign(unsigned_paper())
    assert isinstance(signed, bytes)
    outcome = verify_stored(signed, at=SIGNED_AT)
    assert not isinstance(outcome, Problem)
    assert outcome.genuine


def test_a_place_is_signed_once() -> None:
    seed_development_signers([LEADER], now=SEEDED)
    signed = sign(unsigned_paper())
    assert isinstance(signed, bytes)
    again = sign(signed)
    assert isinstance(again, Refusal)
    assert again.code == "already_signed"


def test_someone_without_a_certificate_is_refused() -> None:
    outcome = sign(unsigned_paper(), key="person:404")
    assert isinstance(outcome, Refusal)
    assert outcome.code == "no_certificate"
