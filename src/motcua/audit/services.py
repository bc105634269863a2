# SPDX-License-Identifier: EUPL-1.2
"""Writing the record."""

import json
from collections.abc import Mapping
from datetime import datetime

from django.core.serializers.json import DjangoJSONEncoder

from motcua.audit.models import Record


def record(
    *, chain: str, act: str, actor: str, at: datetime, details: Mapping[str, object] | None = None
) -> None:
    """Adds one row, in the transaction of the act it tells of.

    chain: what it is about, such as "dossier:<id>"; act: "area:thing:verb";
    actor: "account:<id>", "system" or "visitor".
    One query: the database fills in sequence and hashes.
    """
    payload = {"act": act, "actor": actor, "at": at, "chain": chain, "details": details or {}}
    Record.objects.create(
        chain=chain,
        sequence=0,
        at=at,
        act=act,
        actor=actor,
        payload=json.dumps(
            payload, cls=DjangoJSONEncoder, ensure_ascii=False, sort_keys=True, separators=(",", ":")
        ),
    )
