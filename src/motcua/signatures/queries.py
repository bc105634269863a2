# SPDX-License-Identifier: EUPL-1.2
"""Checking signed papers against the roots of this installation."""

from datetime import datetime
from pathlib import Path

from motcua.core.values import Problem
from motcua.signatures.registry import current_signers, signing_folder
from motcua.signatures.verify import Verification, verify_pdf


def trust_roots() -> tuple[bytes, ...]:
    """Certificates (DER) under which our signatures are genuine."""
    return current_signers().trust_roots()


def authority_path() -> Path:
    """The development authority's certificate (PEM), for pdfsig and PDF viewers."""
    return signing_folder() / "demo-ca.crt"


def verify_stored(content: bytes, *, at: datetime | None = None) -> Verification | Problem:
    """Check the signatures of a PDF this installation issued."""
    return verify_pdf(content, trust_roots(), at=at)
