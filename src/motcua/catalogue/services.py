# SPDX-License-Identifier: EUPL-1.2
"""Publishing a service package: its one way into the catalogue."""

import datetime as dt
from pathlib import Path

from django.conf import settings
from django.db import transaction

from motcua.audit.services import record
from motcua.core.values import Problem
from motcua.organisations.national_calendar import national_calendar

from .models import Procedure, Revision
from .packages import Package, read_package
from .search_terms import search_text
from .trials import try_package


def publish_package(
    package: Path | Package, *, at: dt.datetime, actor: str = "system"
) -> Revision | tuple[Problem, ...]:
    """Publish the package as a new revision; the newest one again when nothing has changed.

    Refused, with the reasons, when something in it is wrong or a scenario does not come out as written.
    at: the moment of publishing. actor: who publishes, as the audit names people.
    """
    read = read_package(package) if isinstance(package, Path) else package
    if isinstance(read, tuple):
        return read
    failed = tuple(_failed_scenarios(read))
    return failed or _record(read, at, actor)


def _failed_scenarios(package: Package) -> list[Problem]:
    report = try_package(package, national_calendar())
    if not report.trials:
        message = "Cần ít nhất một kịch bản trong thư mục scenarios trước khi công bố"
        return [Problem("scenarios", "no_scenario", message)]
    return [
        Problem(f"scenarios/{trial.scenario.id}.yaml", "scenario_failed", difference)
        for trial in report.trials
        for difference in trial.differences
    ]


@transaction.atomic
def _record(package: Package, at: dt.datetime, actor: str) -> Revision:
    procedure = _procedure(package)
    newest = procedure.revisions.order_by("-number").first()
    if newest is not None and newest.digest == package.digest:
        return newest
    revision = Revision.objects.create(
        procedure=procedure,
        number=newest.number + 1 if newest is not None else 1,
        digest=package.digest,
        effective_from=package.content.effective_from,
        published_at=at,
        **package.stored,
    )
    record(
        chain=f"procedure:{procedure.code}",
        act="catalogue:revision:publish",
        actor=actor,
        at=at,
        details={"number": revision.number, "digest": revision.digest},
    )
    return revision


def _procedure(package: Package) -> Procedure:
    """The procedure under its newest names, locked so that two publishings take turns."""
    content = package.content
    names = {
        "plain_name": content.plain_name,
        "official_name": content.official_name,
        "sector": content.sector,
        "position": content.position,
        "search_text": search_text(
            content.plain_name, *content.synonyms, content.official_name, content.sector, content.code
        ),
    }
    key = {"province": settings.MOTCUA.province, "code": content.code}
    procedure, _ = Procedure.objects.get_or_create(**key, defaults=names)
    Procedure.objects.filter(id=procedure.id).update(**names)
    return Procedure.objects.select_for_update().get(id=procedure.id)
