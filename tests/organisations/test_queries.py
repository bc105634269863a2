"""Units, posts and their calendars."""

import datetime as dt

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.factories.people import OFFICE_HOURS, calendar, official, post, unit

from motcua.core.deadlines import Shift
from motcua.organisations.models import DayKind, Function, Tier, Unit
from motcua.organisations.queries import officials_of, posts_of, unit_by_code, units_for, working_calendar
from motcua.organisations.services import remove_special_day, set_special_day

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 11, 3)


def test_a_unit_has_its_own_shifts_over_the_national_days() -> None:
    rows = calendar("Có thứ Bảy", {**OFFICE_HOURS, "5": [["07:30", "11:30"]]})
    found = working_calendar(unit(calendar=rows))
    assert found.shifts_on(dt.date(2026, 11, 7)) == (Shift(dt.time(7, 30), dt.time(11, 30)),)
    assert not found.is_working_day(dt.date(2026, 9, 2))
    assert found.cut_off == dt.time(15)
    assert found.name == "Có thứ Bảy"


def test_a_warm_calendar_costs_no_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    here = unit()
    working_calendar(here)
    with django_assert_num_queries(0):
        working_calendar(here)


def test_a_special_day_counts_at_once_and_can_be_taken_back() -> None:
    here = unit()
    assert working_calendar(here).is_working_day(DAY)
    set_special_day(here.calendar, DAY, DayKind.LOCAL_CLOSURE, "Mất điện", decision="12/QĐ-UBND")
    closed = working_calendar(unit_by_code(here.code))
    assert not closed.is_working_day(DAY)
    assert closed.days[DAY].decision == "12/QĐ-UBND"
    assert working_calendar(here) == closed
    remove_special_day(here.calendar, DAY)
    assert working_calendar(here).is_working_day(DAY)


def test_a_day_entered_again_is_changed() -> None:
    here = unit()
    set_special_day(here.calendar, DAY, DayKind.LOCAL_CLOSURE, "Mất điện")
    entry = set_special_day(here.calendar, DAY, DayKind.HOLIDAY, "Lễ của xã", projected=True)
    assert here.calendar.special_days.get() == entry
    assert 2026 in working_calendar(here).projected_years


def test_units_of_a_tier(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    unit("H99", tier=Tier.PROVINCE, receives=False)
    unit("H99.1", tier=Tier.PROVINCE)
    unit("H99.13", name="UBND xã B")
    unit("H99.12", name="UBND xã A")
    unit("H98.12", province="98")
    with django_assert_num_queries(1):
        assert [found.calendar.name for found in units_for("province")] == ["Giờ hành chính"]
    assert codes(units_for("commune", "99")) == ["H99.12", "H99.13"]
    assert len(units_for("commune")) == 3
    assert units_for("ministry") == ()


def codes(units: tuple[Unit, ...]) -> list[str]:
    return [found.code for found in units]


def test_a_unit_by_its_code() -> None:
    assert unit_by_code("H99.12") is None
    assert unit_by_code(unit().code).calendar.name == "Giờ hành chính"


def test_posts_of_a_day(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    account, here = official(), unit()
    first = post(account, here, since=dt.date(2026, 1, 1), until=DAY)
    second = post(account, here, Function.LEADER, since=DAY)
    with django_assert_num_queries(1):
        assert [found.unit.calendar_id for found in posts_of(account, DAY)] == [here.calendar_id] * 2
    assert posts_of(account, DAY) == (first, second)
    assert posts_of(account, DAY - dt.timedelta(1)) == (first,)
    assert posts_of(account, DAY + dt.timedelta(1)) == (second,)


def test_who_holds_a_function() -> None:
    here, hoa, an = unit(), official("hoa"), official("an")
    hoa.full_name, an.full_name = "Hoa", "An"
    hoa.save()
    an.save()
    for account in (hoa, an):
        post(account, here)
    gone = official("gone")
    gone.is_active = False
    gone.save()
    post(gone, here)
    assert officials_of(here, Function.ONE_STOP, DAY) == (an, hoa)
    assert officials_of(here, Function.LEADER, DAY) == ()
