"""motcua verify: words for people, JSON for programs, and an exit code for both."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
import typer
from tests.signatures.papers import unsigned_paper
from typer.testing import CliRunner

from motcua.cli.verify import verify
from motcua.core.values import Refusal
from motcua.signatures.adapters.development_ca import DevelopmentSigners
from motcua.signatures.ports import FIELD_PERSON, Holder

app = typer.Typer()
app.command()(verify)
HOLDER = Holder("a", "Lê Văn Lãnh", "UBND phường Hoa Sữa", "person")


@pytest.fixture
def signers(tmp_path: Path) -> DevelopmentSigners:
    made = DevelopmentSigners(tmp_path / "signing")
    made.seed([HOLDER], now=datetime(2026, 4, 1, tzinfo=UTC))
    return made


@pytest.fixture
def signed(tmp_path: Path, signers: DevelopmentSigners) -> Path:
    signer = signers.signer_for("a")
    assert not isinstance(signer, Refusal)
    moment = datetime(2026, 4, 24, 7, 30, tzinfo=UTC)
    path = tmp_path / "kết quả.pdf"
    path.write_bytes(signer.sign(unsigned_paper(), field=FIELD_PERSON, reason="Ký", signed_at=moment))
    return path


def run(*words: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(word) for word in words])
    return result.exit_code, result.output


def test_a_genuine_paper(signed: Path, signers: DevelopmentSigners) -> None:
    code, output = run(signed, "--ca", signers.authority_path)
    assert code == 0
    assert "Văn bản là thật" in output
    assert "Người ký: Lê Văn Lãnh" in output
    assert "Ký lúc: 14:30:00 24/04/2026" in output


def test_a_genuine_paper_for_programs(signed: Path, signers: DevelopmentSigners) -> None:
    code, output = run(signed, "--ca", signers.authority_path, "--json")
    report = json.loads(output)
    assert (code, report["genuine"]) == (0, True)
    assert report["signatures"][0]["signed_at"] == "2026-04-24T07:30:00+00:00"


def test_a_changed_paper(signed: Path, signers: DevelopmentSigners) -> None:
    content = signed.read_bytes()
    place = content.index(b"endstream") - 20
    signed.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
    code, output = run(signed, "--ca", signers.authority_path)
    assert code == 1
    assert "Nội dung đã bị thay đổi" in output


def test_a_paper_of_an_unknown_authority(signed: Path, tmp_path: Path) -> None:
    other = DevelopmentSigners(tmp_path / "other")
    authority = other.seed([], now=datetime(2026, 4, 1, tzinfo=UTC))
    assert run(signed, "--ca", authority)[0] == 1


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_what_cannot_be_read(tmp_path: Path, signed: Path, form: tuple[str, ...]) -> None:
    text = tmp_path / "a.txt"
    text.write_text("xin chào")
    for words in ((tmp_path / "khong-co.pdf",), (text,), (signed, "--ca", text), (signed, "--ca", tmp_path)):
        code, output = run(*words, *form)
        assert code == 2
        assert "Hãy" in output
