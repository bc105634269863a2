# SPDX-License-Identifier: EUPL-1.2
"""Finding dossiers, files and results within the official's own units; anything else is not there."""

from uuid import UUID

from motcua.core.workflow import Kind
from motcua.documents.models import StoredFile
from motcua.dossiers.decisions import Actor
from motcua.dossiers.models import Dossier, DossierFile, Paper, Result, ResultState
from motcua.dossiers.worklists import PAGE


def own_units(actor: Actor) -> frozenset[int]:
    """The units the official holds any function in."""
    return frozenset(unit for unit, _ in actor.functions)


def dossier_of_unit(dossier_id: UUID, actor: Actor) -> Dossier | None:
    """The bare dossier of one of the official's units. One query."""
    return (
        Dossier.objects.select_related("procedure", "unit__calendar", "assignee")
        .filter(pk=dossier_id, unit_id__in=own_units(actor))
        .first()
    )


def file_of_dossier(dossier: Dossier, sha256: str) -> tuple[StoredFile, str] | None:
    """A file that belongs to the dossier, with the name to give it: a paper sent, a slip or a result."""
    related = (
        (DossierFile.objects.filter(dossier=dossier, stored=sha256), "stored", "name"),
        (Paper.objects.filter(dossier=dossier, stored=sha256), "stored", "number"),
        (Result.objects.filter(dossier=dossier, signed_file=sha256), "signed_file", "name"),
    )
    for rows, stored, name in related:
        row = rows.select_related(stored).first()
        if row is not None:
            return getattr(row, stored), str(getattr(row, name))
    return None


def results_being_signed(actor: Actor, function: str) -> tuple[Result, ...]:
    """Approved by a leader; the worker is making the signed file. function: as what the official asks. One query."""
    return _results(actor, function, ResultState.SIGNED, Kind.SIGN)


def results_to_issue(actor: Actor) -> tuple[Result, ...]:
    """Signed, waiting for the clerk of these units. One query."""
    return _results(actor, "clerk", ResultState.SIGNED, Kind.ISSUE)


def results_being_sealed(actor: Actor) -> tuple[Result, ...]:
    """Issued by the clerk; the worker is putting the seal on. One query."""
    return _results(actor, "clerk", ResultState.ISSUED, Kind.ISSUE)


def _results(actor: Actor, function: str, state: ResultState, step: Kind) -> tuple[Result, ...]:
    units = [unit for unit, held in actor.functions if held == function]
    return tuple(
        Result.objects.filter(state=state, dossier__unit_id__in=units, dossier__step_kind=step)
        .select_related("dossier__procedure", "dossier__unit__calendar", "signed_by", "signed_file")
        .order_by("dossier__next_event_at")[:PAGE]
    )
