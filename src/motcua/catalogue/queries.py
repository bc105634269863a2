# SPDX-License-Identifier: EUPL-1.2
"""Finding procedures and their revisions."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db import connection

from .content import Method
from .models import Procedure, Revision
from .revisions import CompiledRevision, RevisionShelf
from .search_terms import search_terms

__all__ = [
    "CompiledRevision",
    "Hit",
    "compiled",
    "current_revision_id",
    "most_used",
    "procedure_page",
    "published_codes",
    "search",
]

_shelf = RevisionShelf(size=300)

# The revision in force on a day is the one that took effect last; a correction has the higher number.
_IN_FORCE = """
    JOIN LATERAL (
        SELECT id FROM catalogue_revision
        WHERE procedure_id = procedure.id AND effective_from <= %(day)s
        ORDER BY effective_from DESC, number DESC LIMIT 1
    ) AS revision ON true
"""

# Names as typed come first, then those with all the words. Only when there are none are names looked for that
# merely resemble the words: people mistype, but who typed rightly must not get noise.
_SEARCH = f"""
    WITH named AS (
        SELECT id, position, CASE
            WHEN code = %(text)s THEN 4
            WHEN %(text)s = ANY (string_to_array(search_text, chr(10))) THEN 3
            WHEN search_text LIKE '%%' || %(phrase)s || '%%' THEN 2
            ELSE 1 END::float AS rank
        FROM catalogue_procedure
        WHERE province = %(province)s AND (code = %(text)s OR search_text LIKE ALL (%(words)s))
    ), alike AS (
        SELECT id, position, word_similarity(%(text)s, search_text)::float AS rank
        FROM catalogue_procedure
        WHERE province = %(province)s AND NOT EXISTS (SELECT FROM named)
          AND word_similarity(%(text)s, search_text) >= %(resemblance)s
    )
    SELECT revision.id FROM (SELECT * FROM named UNION ALL SELECT * FROM alike) AS procedure {_IN_FORCE}
    ORDER BY procedure.rank DESC, procedure.position, procedure.id LIMIT %(limit)s
"""  # noqa: S608 (only our own text is put in)

_MOST_USED = f"""
    SELECT revision.id FROM catalogue_procedure AS procedure {_IN_FORCE}
    WHERE procedure.province = %(province)s
    ORDER BY procedure.position, procedure.id LIMIT %(limit)s
"""  # noqa: S608

_NEWEST = f"""
    SELECT revision.id FROM catalogue_procedure AS procedure {_IN_FORCE}
    WHERE procedure.code = %(code)s AND procedure.province = %(province)s
"""  # noqa: S608

# How much of the letters must agree for a name to be offered: one slip in each word still passes.
_RESEMBLANCE = 0.4


@dataclass(frozen=True, slots=True)
class Hit:
    """A procedure in a list: names, and the three facts by which people choose."""

    code: str
    slug: str
    plain_name: str
    official_name: str
    sector: str
    minutes: int
    fee_text: str
    limit_text: str
    online_level: str
    online_level_text: str
    revision_id: int


def compiled(revision_id: int) -> CompiledRevision:
    """The revision, from memory or by one query. Raises Revision.DoesNotExist for an unknown id."""
    found = _shelf.take(revision_id)
    if found is None:
        found = _shelf.put(_compile(Revision.objects.select_related("procedure").get(id=revision_id)))
    return found


def current_revision_id(procedure_code: str, on: dt.date) -> int | None:
    """The revision in force on the day; None when the procedure is not open then."""
    with connection.cursor() as cursor:
        cursor.execute(_NEWEST, {"code": procedure_code, "province": settings.MOTCUA.province, "day": on})
        row = cursor.fetchone()
    return None if row is None else int(row[0])


def procedure_page(procedure_code: str, on: dt.date) -> CompiledRevision | None:
    """The revision to show on the start page; None when the procedure is not open that day."""
    revision_id = current_revision_id(procedure_code, on)
    return None if revision_id is None else compiled(revision_id)


def published_codes() -> tuple[str, ...]:
    """The codes of all procedures of this province, in order."""
    procedures = Procedure.objects.filter(province=settings.MOTCUA.province)
    return tuple(procedures.order_by("code").values_list("code", flat=True))


def search(text: str, *, on: dt.date, limit: int = 10) -> tuple[Hit, ...]:
    """The procedures a person may mean, the likeliest first; marks, case and slips do not matter."""
    terms = search_terms(text)
    if terms is None:
        return ()
    return _hits(
        _SEARCH,
        {
            "text": terms.text,
            "phrase": terms.phrase,
            "words": list(terms.patterns),
            "resemblance": _RESEMBLANCE,
            "day": on,
            "limit": limit,
        },
    )


def most_used(*, on: dt.date, limit: int = 8) -> tuple[Hit, ...]:
    """The procedures to offer before anyone has searched."""
    return _hits(_MOST_USED, {"day": on, "limit": limit})


def _hits(query: str, values: Mapping[str, str | int | float | dt.date | list[str]]) -> tuple[Hit, ...]:
    with connection.cursor() as cursor:
        cursor.execute(query, {**values, "province": settings.MOTCUA.province})
        ids = [row[0] for row in cursor.fetchall()]
    return tuple(_hit(revision) for revision in _compiled_in_order(ids))


def _compiled_in_order(ids: Sequence[int]) -> list[CompiledRevision]:
    """The revisions in this order; those not in memory by one query."""
    known = {revision_id: _shelf.take(revision_id) for revision_id in ids}
    absent = [revision_id for revision_id, revision in known.items() if revision is None]
    if absent:
        for row in Revision.objects.select_related("procedure").filter(id__in=absent):
            known[row.id] = _shelf.put(_compile(row))
    return [revision for revision in known.values() if revision is not None]


def _compile(row: Revision) -> CompiledRevision:
    return CompiledRevision(
        id=row.id,
        number=row.number,
        procedure_id=row.procedure_id,
        code=row.procedure.code,
        digest=row.digest,
        effective_from=row.effective_from,
        stored={
            "content": row.content,
            "form": row.form,
            "process": row.process,
            "outputs": row.outputs,
            "messages": row.messages,
        },
    )


def _hit(revision: CompiledRevision) -> Hit:
    content = revision.content
    first: Method = content.method("online") or content.methods[0]
    return Hit(
        code=content.code,
        slug=content.slug,
        plain_name=content.plain_name,
        official_name=content.official_name,
        sector=content.sector,
        minutes=content.minutes,
        fee_text=first.fee_text,
        limit_text=first.limit_text,
        online_level=content.online_level,
        online_level_text=content.online_level_text,
        revision_id=revision.id,
    )
