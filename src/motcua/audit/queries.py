# SPDX-License-Identifier: EUPL-1.2
"""Reading and verifying the record."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.dateparse import parse_datetime

from motcua.audit.models import Record


@dataclass(frozen=True, slots=True)
class Break:
    """A row that does not follow from the one before it."""

    chain: str
    sequence: int
    what: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What a check of the record found. It walks every chain from its first row."""

    chains: int
    rows: int
    breaks: tuple[Break, ...]


def records_of(chain: str) -> tuple[Record, ...]:
    """The rows of one chain in order."""
    return tuple(Record.objects.filter(chain=chain).order_by("sequence"))


def verify_record(chain: str = "") -> Verification:
    """Recomputes all hashes, of one chain or of all. Memory use does not grow with the number of rows."""
    rows = Record.objects.order_by("chain", "sequence")
    chains = counted = 0
    breaks: list[Break] = []
    previous: Record | None = None
    for row in (rows.filter(chain=chain) if chain else rows).iterator(chunk_size=2000):
        if previous is None or previous.chain != row.chain:
            chains, previous = chains + 1, None
        breaks.extend(Break(row.chain, row.sequence, what) for what in _faults(row, previous))
        previous, counted = row, counted + 1
    return Verification(chains, counted, tuple(breaks))


def _faults(row: Record, previous: Record | None) -> Iterator[str]:
    if row.sequence != (previous.sequence + 1 if previous else 1):
        yield "Thiếu dòng ngay trước dòng này"
    if row.previous_hash != (previous.hash if previous else ""):
        yield "Không nối với dòng trước"
    text = f"{row.previous_hash}|{row.sequence}|{row.payload}"
    if hashlib.sha256(text.encode()).hexdigest() != row.hash:
        yield "Nội dung đã bị sửa"
    if _columns(row) != _said(row.payload):
        yield "Cột không khớp với nội dung"


def _columns(row: Record) -> tuple[object, ...]:
    return (row.act, row.actor, row.chain, row.at.replace(microsecond=0))


def _said(payload: str) -> tuple[object, ...]:
    try:
        said = json.loads(payload)
        at = parse_datetime(said["at"])
        return (said["act"], said["actor"], said["chain"], at.replace(microsecond=0) if at else None)
    except (ValueError, LookupError, TypeError, RecursionError):
        return ()  # Whoever changed the row left no payload to read.
