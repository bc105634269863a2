"""A program that is not ours agrees: pdfsig (poppler-utils) with the authority in an NSS database."""

import subprocess
from pathlib import Path

import pytest

from motcua.signatures.adapters.development_ca import DevelopmentSigners


def run(*words: str | Path) -> str:
    return subprocess.run([str(word) for word in words], check=True, capture_output=True, text=True).stdout


@pytest.mark.pdfsig
def test_pdfsig_accepts_both_signatures(
    sealed_file: Path, development: DevelopmentSigners, tmp_path: Path
) -> None:
    database = tmp_path / "nss"
    database.mkdir()
    run("certutil", "-N", "-d", f"sql:{database}", "--empty-password")
    run(
        "certutil", "-A", "-d", f"sql:{database}", "-n", "demo-ca", "-t", "CT,C,C",
        "-i", development.authority_path,
    )  # fmt: skip
    report = run("pdfsig", "-nssdir", f"sql:{database}", sealed_file)
    assert report.count("Signature Validation: Signature is Valid.") == 2
    assert report.count("Certificate Validation: Certificate is Trusted.") == 2
    assert "Total document signed" in report
