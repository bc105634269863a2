# SPDX-License-Identifier: EUPL-1.2
"""Signing papers, and making the keys of a demonstration."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from django.utils.module_loading import import_string

from motcua.core.values import Refusal
from motcua.signatures.pades import is_signed
from motcua.signatures.ports import Holder, Stamp
from motcua.signatures.registry import DEVELOPMENT, current_signers, signing_folder


def sign_document(
    pdf: bytes, *, key: str, field: str, reason: str, signed_at: datetime, visible: Stamp | None = None
) -> bytes | Refusal:
    """The PDF signed by that holder in that field, or why it cannot be."""
    if is_signed(pdf, field):
        return Refusal("already_signed", "Văn bản này đã có chữ ký ở chỗ đó. Tải lại trang để xem bản đã ký.")
    signer = current_signers().signer_for(key)
    if isinstance(signer, Refusal):
        return signer
    return signer.sign(pdf, field=field, reason=reason, signed_at=signed_at, visible=visible)


def refuse_signing(key: str) -> Refusal | None:
    """Why nothing can be signed for this holder, or None: asked before a decision that promises a signature."""
    signer = current_signers().signer_for(key)
    return signer if isinstance(signer, Refusal) else None


def seed_development_signers(holders: Iterable[Holder], *, now: datetime) -> Path:
    """Make the development authority and the certificates that are missing; answer the authority's (PEM)."""
    signers = import_string(DEVELOPMENT)(signing_folder())
    path: Path = signers.seed(holders, now=now)
    return path
