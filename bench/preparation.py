# SPDX-License-Identifier: EUPL-1.2
"""A fresh database gets one commune, its officials, the two services to measure, and people who are signed in."""

import datetime as dt
from pathlib import Path

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from motcua.catalogue.models import Revision
from motcua.catalogue.services import publish_package
from motcua.identity.models import Account, Kind
from motcua.organisations.models import Calendar, Function, Post, Tier, Unit

SERVICES = Path(__file__).parent / "services"
_BACKEND = "django.contrib.auth.backends.ModelBackend"
_HOURS = {str(day): [["07:30", "11:30"], ["13:30", "17:30"]] for day in range(5)}


def prepare(users: str) -> dict[str, object]:
    """Returns {"citizens": [session key…], "official": session key}."""
    now = timezone.now()
    for folder in sorted(SERVICES.iterdir()):
        published = publish_package(folder, at=now)
        if not isinstance(published, Revision):
            raise SystemExit(f"{folder.name}: {published}")
    calendar = Calendar.objects.create(name="Giờ hành chính", shifts=_HOURS, cut_off=dt.time(15))
    unit = Unit.objects.create(
        code="H99.12",
        province="99",
        name="UBND phường Hòa Bến",
        tier=Tier.COMMUNE,
        receives=True,
        calendar=calendar,
    )
    official = Account.objects.create(
        username="do.motcua", kind=Kind.OFFICIAL, full_name="Cán bộ Đo", password="!"
    )
    Post.objects.create(
        account=official,
        unit=unit,
        function=Function.ONE_STOP,
        title="Công chức",
        valid_from=dt.date(2020, 1, 1),
    )
    citizens = [_citizen(number) for number in range(int(users))]
    return {"citizens": [_signed_in(each) for each in citizens], "official": _signed_in(official)}


def _citizen(number: int) -> Account:
    return Account.objects.create(
        username=f"vneid:do-{number}", full_name="Trần Thị Đo", assurance_level=2, password="!"
    )


def _signed_in(account: Account) -> str:
    """Signing in is no part of the job: the session is there already."""
    session = SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = _BACKEND
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.create()
    return str(session.session_key)
