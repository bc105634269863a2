# SPDX-License-Identifier: EUPL-1.2
"""Who signs in."""

import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.contrib.auth.hashers import make_password
from django.db import connection, transaction
from django.utils.timezone import localtime

from motcua.audit.services import record
from motcua.core.values import Refusal, clean_line
from motcua.identity.claims import CitizenClaims, read_claims
from motcua.identity.models import Account, Kind, SignInAttempt

VNEID = "VNeID"
WRONG_LIMIT = 5
_LONGEST_SUBJECT = 144  # With "vneid:" before it, as long as a name of an account may be.
WINDOW = timedelta(minutes=15)

_WRONG = Refusal(
    "wrong_password",
    "Tên đăng nhập hoặc mật khẩu chưa đúng. "
    "Kiểm tra lại, hoặc nhờ người quản trị của đơn vị đặt lại mật khẩu.",
)
_BUSY = Refusal("busy", "Tên này đang được thử đăng nhập ở nơi khác. Chờ vài giây rồi thử lại.")
_CLOSED = Refusal("closed", "Tài khoản này đã bị khóa. Gọi đường dây nóng để được mở lại.")
_NOBODY = Refusal("no_subject", "VNeID chưa cho biết bạn là ai. Bạn thử đăng nhập lại sau ít phút.")


@transaction.atomic
def citizen_from_claims(claims: Mapping[str, object], *, now: datetime) -> Account | Refusal:
    """The citizen's account, made at the first sign-in and refreshed at each one.

    claims: those of a verified ID token and of userinfo, together. Values of other sources are kept.
    """
    citizen = read_claims(claims)
    if not 0 < len(citizen.subject) <= _LONGEST_SUBJECT:
        return _NOBODY
    account, _ = Account.objects.select_for_update().get_or_create(
        username=f"vneid:{citizen.subject}",
        defaults={"kind": Kind.CITIZEN, "password": make_password(None)},
    )
    if not account.is_active:
        return _CLOSED
    _refresh(account, citizen, now)
    _record_sign_in(account, now)
    return account


def _refresh(account: Account, citizen: CitizenClaims, now: datetime) -> None:
    account.full_name = citizen.full_name[:150]
    # A sign-in with fewer claims does not take away by what the person is found at the counter.
    account.personal_identifier = citizen.personal_identifier or account.personal_identifier
    account.phone = citizen.phone
    account.email = citizen.email
    account.assurance_level = citizen.assurance_level
    others = {key: fact for key, fact in account.facts.items() if fact["source"] != VNEID}
    stamp = {"source": VNEID, "at": now.isoformat()}
    account.facts = others | {key: {"value": value, **stamp} for key, value in citizen.facts.items()}
    account.save()


def authenticate_official(username: str, password: str, *, now: datetime) -> Account | Refusal:
    """The official whose name and password these are.

    Refusal "wrong_password", or "locked" after five wrong passwords within 15 minutes; a locked name is not
    tried at all, so that guessing gains nothing and cannot prolong the lock. A name is tried once at a time:
    "busy" for whoever comes in between.
    """
    name = clean_line(username).lower()[:150]
    with transaction.atomic():
        if not _is_first(name):
            return _BUSY
        locked_until = _locked_until(name, now)
        if locked_until is not None:
            return _locked(locked_until)
        account = _with_password(name, password)
        if account is None:
            _count_wrong(name, now)
            return _WRONG
        SignInAttempt.objects.filter(username=name).delete()
        _record_sign_in(account, now)
    return account


def create_official(username: str, password: str, *, full_name: str, phone: str = "") -> Account:
    """A new official without any post. The name is kept in small letters; IntegrityError if it is taken."""
    return Account.objects.create(
        username=username.lower(),
        kind=Kind.OFFICIAL,
        full_name=full_name,
        phone=phone,
        password=make_password(password),
    )


def _is_first(name: str) -> bool:
    """Whether no other try of the same name is going on; others then are not first until this transaction ends."""
    key = int.from_bytes(hashlib.sha256(f"sign-in:{name}".encode()).digest()[:8], "big", signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [key])
        return bool(cursor.fetchone()[0])


def _locked_until(name: str, now: datetime) -> datetime | None:
    wrong = SignInAttempt.objects.filter(username=name, at__gt=now - WINDOW).order_by("-at")
    times = list(wrong.values_list("at", flat=True)[:WRONG_LIMIT])
    return times[-1] + WINDOW if len(times) == WRONG_LIMIT else None


def _locked(until: datetime) -> Refusal:
    clock = localtime(until + timedelta(minutes=1)).strftime("%H:%M")
    return Refusal(
        "locked",
        f"Bạn đã nhập sai {WRONG_LIMIT} lần. Chờ đến {clock} rồi thử lại, "
        "hoặc nhờ người quản trị của đơn vị đặt lại mật khẩu.",
    )


def _with_password(name: str, password: str) -> Account | None:
    account = Account.objects.filter(username=name, kind=Kind.OFFICIAL, is_active=True).first()
    if account is None:
        make_password(password)  # An unknown name takes as long as a known one.
        return None
    return account if account.check_password(password) else None


def _count_wrong(name: str, now: datetime) -> None:
    SignInAttempt.objects.filter(at__lt=now - WINDOW).delete()
    SignInAttempt.objects.create(username=name, at=now)
    account = Account.objects.filter(username=name, kind=Kind.OFFICIAL).first()
    if account is not None:
        record(chain=f"account:{account.pk}", act="identity:account:sign_in_failed", actor="visitor", at=now)


def _record_sign_in(account: Account, now: datetime) -> None:
    actor = f"account:{account.pk}"
    record(chain=actor, act="identity:account:sign_in", actor=actor, at=now)
