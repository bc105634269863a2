# SPDX-License-Identifier: EUPL-1.2
"""Issuing slips: the number and what the slip says are fixed at once, its PDF follows."""

from collections.abc import Callable
from datetime import datetime

from motcua.dossiers.decisions import Actor
from motcua.dossiers.models import Dossier, Paper, PaperKind
from motcua.dossiers.numbering import allocate_yearly_number

SIGNS = {PaperKind.RECEIPT: "TNHS", PaperKind.SUPPLEMENT: "HDHS", PaperKind.REFUSAL: "TCHS"}


def issue_slip(
    dossier: Dossier,
    kind: PaperKind,
    actor: Actor,
    now: datetime,
    say: Callable[[str], dict[str, object]],
) -> Paper:
    """Gives a slip its number and freezes what it says; its PDF is made after the commit."""
    number = allocate_yearly_number(dossier.unit, kind.value, SIGNS[kind], now)
    return Paper.objects.create(
        dossier=dossier,
        kind=kind,
        number=number,
        data=say(number),
        issued_at=now,
        issued_by_id=actor.account_id,
    )
