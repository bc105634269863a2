"""Accounts, units and posts for tests."""

import datetime as dt

from motcua.identity.models import Account, Kind
from motcua.organisations.models import Calendar, Function, Post, Unit

LONG_AGO = dt.date(2020, 1, 1)
OFFICE_HOURS = {str(day): [["07:30", "11:30"], ["13:30", "17:30"]] for day in range(5)}


def citizen(name: str = "Nguyễn Thị Thử", **fields: object) -> Account:
    """A citizen as after a sign-in."""
    count = Account.objects.count()
    fields = {"username": f"vneid:thu-{count}", "full_name": name, "assurance_level": 2, **fields}
    return Account.objects.create(kind=Kind.CITIZEN, password="!", **fields)


def official(username: str = "thu.motcua1", *, password: str = "") -> Account:
    """An official without posts; without a password nobody can sign in as them."""
    account = Account(username=username, kind=Kind.OFFICIAL, full_name="Trần Văn Thử", password="!")
    if password:
        account.set_password(password)
    account.save()
    return account


def calendar(name: str = "Giờ hành chính", shifts: dict[str, list[list[str]]] | None = None) -> Calendar:
    """Office hours from Monday to Friday unless told otherwise."""
    defaults = {"shifts": shifts or OFFICE_HOURS, "cut_off": dt.time(15)}
    return Calendar.objects.get_or_create(name=name, defaults=defaults)[0]


def unit(code: str = "H99.12", **fields: object) -> Unit:
    """A commune of province 99."""
    fields = {"province": "99", "name": f"UBND xã {code}", **fields}
    return Unit.objects.create(code=code, calendar=fields.pop("calendar", None) or calendar(), **fields)


def post(
    account: Account,
    at: Unit,
    function: Function = Function.ONE_STOP,
    since: dt.date = LONG_AGO,
    until: dt.date | None = None,
) -> Post:
    """A post that holds today unless told otherwise."""
    return Post.objects.create(
        account=account, unit=at, function=function, title="Công chức", valid_from=since, valid_until=until
    )
