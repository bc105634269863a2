# SPDX-License-Identifier: EUPL-1.2
"""Recording: every change of a dossier writes its event and its audit row in one place."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from motcua.audit.services import record
from motcua.dossiers.models import Dossier, Event


def remember(
    dossier: Dossier,
    *,
    kind: str,
    now: datetime,
    actor_id: int | None = None,
    role: str = "",
    details: Mapping[str, object] | None = None,
) -> None:
    """Writes the event both sides see and the audit row, with the dossier's status as it is now.

    kind: a past-tense word such as "received"; role: applicant, one_stop, specialist, leader, clerk or system.
    """
    Event.objects.create(
        dossier=dossier,
        at=now,
        kind=kind,
        status=dossier.status,
        actor_id=actor_id,
        actor_role=role,
        details=dict(details or {}),
    )
    record(
        chain=chain_of(dossier.pk),
        act=f"dossier:{kind}",
        actor=f"account:{actor_id}" if actor_id else "system",
        at=now,
        details={"role": role, "status": dossier.status, "version": dossier.version, **(details or {})},
    )


def record_view(
    *, dossier_id: UUID, account_id: int, role: str, now: datetime, what: str = "dossier"
) -> None:
    """Writes that somebody looked; the citizen can see it."""
    record(
        chain=chain_of(dossier_id),
        act="dossier:viewed",
        actor=f"account:{account_id}",
        at=now,
        details={"role": role, "what": what},
    )


def chain_of(dossier_id: UUID) -> str:
    """Name of a dossier's audit chain."""
    return f"dossier:{dossier_id}"
