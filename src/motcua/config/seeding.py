# SPDX-License-Identifier: EUPL-1.2
"""Fills an empty database with the made-up province. May be run again and again: it adds what is missing."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from motcua.catalogue.packages import SAMPLE_SERVICES, package_folders
from motcua.catalogue.services import publish_package
from motcua.config.demo_province import (
    CALENDARS,
    DEMO_LOGINS,
    POSTS_FROM,
    PROVINCE,
    UNITS,
    DemoLogin,
    DemoUnit,
)
from motcua.core.values import Problem, Refusal
from motcua.dossiers.models import Dossier
from motcua.identity.models import Account
from motcua.identity.services import create_official
from motcua.organisations.models import Calendar, Function, Post, Unit
from motcua.signatures.ports import Holder
from motcua.signatures.services import seed_development_signers

__all__ = ["DEMO_LOGINS", "DemoLogin", "SeedReport", "seed_demo"]

SEAL_UNITS = ("H99.1", "H99.12", "H99.13")
CUT_OFF = dt.time(15)

_NOT_A_DEMONSTRATION = Refusal(
    "not_demonstration",
    "Dữ liệu mẫu có mật khẩu ai cũng biết, nên chỉ ghi vào bản chạy thử. "
    "Đặt MOTCUA_DEMONSTRATION=true nếu đây là bản chạy thử.",
)
_REAL_DOSSIERS = Refusal(
    "real_dossiers",
    "Cơ sở dữ liệu này đang giữ hồ sơ của một đơn vị không thuộc tỉnh mẫu. "
    "Chọn cơ sở dữ liệu khác để chạy thử.",
)


@dataclass(frozen=True, slots=True)
class SeedReport:
    """What there is now. problems: what kept a service from being published, by folder name."""

    units: int
    officials: int
    services: int
    problems: tuple[tuple[str, Problem], ...] = ()


def _quiet(_step: str) -> None:
    """Tells nobody."""


def seed_demo(now: dt.datetime, report: Callable[[str], None] = _quiet) -> SeedReport | Refusal:
    """Units, officials, calendars, signing keys and the sample services.

    report: told the Vietnamese name of each step before it begins.
    """
    refusal = _refusal()
    if refusal is not None:
        return refusal
    report("Đơn vị và lịch làm việc")
    with transaction.atomic():
        units = _seed_units()
    report("Cán bộ")
    accounts = {login.login: _seed_official(login, units[login.unit]) for login in DEMO_LOGINS}
    report("Khóa ký thử")
    seed_development_signers(_holders(units, accounts), now=now)
    services, problems = _publish(now, report)
    return SeedReport(len(units), len(accounts), services, problems)


def _refusal() -> Refusal | None:
    if not settings.MOTCUA.demonstration:
        return _NOT_A_DEMONSTRATION
    demo_units = [unit.code for unit in UNITS]
    return _REAL_DOSSIERS if Dossier.objects.exclude(unit__code__in=demo_units).exists() else None


def _seed_units() -> dict[str, Unit]:
    calendars = {
        name: Calendar.objects.get_or_create(name=name, defaults={"shifts": shifts, "cut_off": CUT_OFF})[0]
        for name, shifts in CALENDARS.items()
    }
    units: dict[str, Unit] = {}
    for unit in UNITS:
        units[unit.code] = _seed_unit(unit, units.get(unit.parent), calendars[unit.calendar])
    return units


def _seed_unit(unit: DemoUnit, parent: Unit | None, calendar: Calendar) -> Unit:
    defaults = {
        "province": PROVINCE,
        "name": unit.name,
        "tier": unit.tier,
        "receives": unit.receives,
        "parent": parent,
        "address": unit.address,
        "phone": unit.phone,
        "calendar": calendar,
    }
    return Unit.objects.get_or_create(code=unit.code, defaults=defaults)[0]


@transaction.atomic
def _seed_official(login: DemoLogin, unit: Unit) -> Account:
    account = Account.objects.filter(username=login.login).first()
    if account is None:
        account = create_official(login.login, login.password, full_name=login.name)
    Post.objects.get_or_create(
        account=account,
        unit=unit,
        function=login.function,
        valid_from=POSTS_FROM,
        defaults={"title": login.title},
    )
    return account


def _holders(units: dict[str, Unit], accounts: dict[str, Account]) -> list[Holder]:
    """Leaders sign as persons, units with their seal."""
    leaders = [
        Holder(f"account:{accounts[login.login].pk}", login.name, units[login.unit].name, "person")
        for login in DEMO_LOGINS
        if login.function == Function.LEADER
    ]
    seals = [Holder(f"unit:{code}", units[code].name, units[code].name, "seal") for code in SEAL_UNITS]
    return leaders + seals


def _publish(now: dt.datetime, report: Callable[[str], None]) -> tuple[int, tuple[tuple[str, Problem], ...]]:
    """How many sample services are open, and what kept the others closed."""
    problems: list[tuple[str, Problem]] = []
    folders = package_folders(SAMPLE_SERVICES)
    for folder in folders:
        report(f"Thủ tục {folder.name}")
        published = publish_package(folder, at=now)
        if isinstance(published, tuple):
            problems += [(folder.name, problem) for problem in published]
    return len(folders) - len({name for name, _ in problems}), tuple(problems)
