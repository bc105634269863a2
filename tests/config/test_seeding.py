"""The made-up province: complete, the same when seeded again, and never among real dossiers."""

import datetime as dt

import pytest
from django.conf import LazySettings
from tests.factories.dossiers import submitted
from tests.factories.people import unit

from motcua.catalogue.models import Revision
from motcua.config.seeding import DEMO_LOGINS, SeedReport, seed_demo
from motcua.core.values import Refusal
from motcua.identity.models import Account
from motcua.identity.services import authenticate_official
from motcua.organisations.models import Calendar, Function, Post, Unit
from motcua.organisations.queries import officials_of, unit_by_code, units_for, working_calendar
from motcua.signatures.registry import current_signers

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 2, 3, 51, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _demonstration(settings: LazySettings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.MOTCUA = settings.MOTCUA.model_copy(update={"demonstration": True})


def test_seeding_again_adds_nothing() -> None:
    told: list[str] = []
    first = seed_demo(NOW, told.append)
    assert isinstance(first, SeedReport)
    counts = [model.objects.count() for model in (Account, Calendar, Post, Revision, Unit)]
    assert seed_demo(NOW + dt.timedelta(1)) == first
    assert [model.objects.count() for model in (Account, Calendar, Post, Revision, Unit)] == counts
    assert told[:3] == ["Đơn vị và lịch làm việc", "Cán bộ", "Khóa ký thử"]


def test_every_sample_service_is_open() -> None:
    report = seed_demo(NOW)
    assert isinstance(report, SeedReport)
    assert report.problems == ()
    assert report.services == 3


def test_the_province_has_two_communes_and_a_centre() -> None:
    seed_demo(NOW)
    assert [unit.code for unit in units_for("commune", "99")] == ["H99.12", "H99.13"]
    assert [unit.code for unit in units_for("province", "99")] == ["H99.1"]
    saturday = dt.date(2026, 11, 7)
    open_on_saturday = [unit.code for unit in units_for("commune") if _is_open(unit, saturday)]
    assert open_on_saturday == ["H99.13"]


def _is_open(unit: Unit, day: dt.date) -> bool:
    return working_calendar(unit).is_working_day(day)


def test_each_commune_has_people_for_every_step() -> None:
    seed_demo(NOW)
    for commune in units_for("commune"):
        staff = {function: len(officials_of(commune, function, NOW.date())) for function in Function}
        assert staff == {"one_stop": 2, "specialist": 2, "leader": 1, "clerk": 1}


def test_everybody_gets_in_with_the_printed_password() -> None:
    seed_demo(NOW)
    for login in DEMO_LOGINS:
        account = authenticate_official(login.login, login.password, now=NOW)
        assert isinstance(account, Account)
        assert account.full_name == login.name


def test_leaders_and_units_have_keys() -> None:
    seed_demo(NOW)
    unit = unit_by_code("H99.12")
    [leader] = officials_of(unit, Function.LEADER, NOW.date())
    for key in (f"account:{leader.pk}", "unit:H99.12", "unit:H99.13", "unit:H99.1"):
        assert not isinstance(current_signers().signer_for(key), Refusal)


def test_only_a_demonstration_is_seeded(settings: LazySettings) -> None:
    settings.MOTCUA = settings.MOTCUA.model_copy(update={"demonstration": False})
    refusal = seed_demo(NOW)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "not_demonstration"
    assert not Account.objects.exists()


def test_dossiers_of_others_keep_it_out() -> None:
    submitted(unit("H01.12", province="01"))
    refusal = seed_demo(NOW)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "real_dossiers"
    assert not Unit.objects.filter(code__startswith="H99").exists()


def test_dossiers_of_the_demonstration_do_not() -> None:
    seed_demo(NOW)
    submitted(Unit.objects.get(code="H99.12"))
    assert isinstance(seed_demo(NOW), SeedReport)
