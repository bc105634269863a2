"""Keys are made once: each costs a tenth of a second."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.signatures.papers import unsigned_paper

from motcua.core.values import Refusal
from motcua.signatures.adapters.development_ca import DevelopmentSigners
from motcua.signatures.ports import FIELD_PERSON, FIELD_SEAL, Holder
from motcua.signatures.stamps import person_stamp, seal_stamp

SEEDED = datetime(2026, 4, 1, tzinfo=UTC)
SIGNED_AT = datetime(2026, 4, 24, 7, 30, tzinfo=UTC)
OFFICE = "UBND phường Hoa Sữa"
LEADER = Holder("person:1", "Lê Văn Lãnh", OFFICE, "person")
SEAL = Holder("unit:1", OFFICE, OFFICE, "seal")


@pytest.fixture(scope="session")
def development(tmp_path_factory: pytest.TempPathFactory) -> DevelopmentSigners:
    signers = DevelopmentSigners(tmp_path_factory.mktemp("khóa ký"))
    signers.seed([LEADER, SEAL], now=SEEDED)
    return signers


@pytest.fixture(scope="session")
def signed_once(development: DevelopmentSigners) -> bytes:
    signer = development.signer_for(LEADER.key)
    assert not isinstance(signer, Refusal)
    stamp = person_stamp(LEADER.name, OFFICE, SIGNED_AT)
    return signer.sign(
        unsigned_paper(), field=FIELD_PERSON, reason="Ký kết quả", signed_at=SIGNED_AT, visible=stamp
    )


@pytest.fixture(scope="session")
def signed_and_sealed(development: DevelopmentSigners, signed_once: bytes) -> bytes:
    signer = development.signer_for(SEAL.key)
    assert not isinstance(signer, Refusal)
    stamp = seal_stamp(OFFICE, SIGNED_AT)
    return signer.sign(signed_once, field=FIELD_SEAL, reason="Đóng dấu", signed_at=SIGNED_AT, visible=stamp)


@pytest.fixture
def sealed_file(tmp_path: Path, signed_and_sealed: bytes) -> Path:
    path = tmp_path / "kết quả.pdf"
    path.write_bytes(signed_and_sealed)
    return path
