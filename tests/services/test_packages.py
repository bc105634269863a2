"""The sample services: each checks and plays without a fault, and reaches every page and outcome."""

import datetime as dt
from pathlib import Path

import pytest

from motcua.catalogue.limits import check_limit
from motcua.catalogue.packages import Package, package_folders, read_package
from motcua.catalogue.trials import try_package
from motcua.catalogue.wording import check_wording
from motcua.core.conditions import with_today
from motcua.core.fees import assess
from motcua.core.forms import evaluate, field_names
from motcua.core.values import fold
from motcua.organisations.national_calendar import national_calendar

FOLDERS = package_folders()
CODES = {
    "dang-ky-ho-kinh-doanh": "1.001612",
    "dang-ky-khai-sinh": "1.001193",
    "xac-nhan-tinh-trang-hon-nhan": "1.004873",
}
# Known of a person who has signed in; what they type by hand counts against the goal.
HAPPY = {
    "dang-ky-khai-sinh": "me-khai-o-benh-vien",
    "xac-nhan-tinh-trang-hon-nhan": "doc-than-mua-nha",
    "dang-ky-ho-kinh-doanh": "mo-quan-pho",
}
CHOSEN = {"choice", "select", "yes_no", "declaration"}


@pytest.fixture(scope="module", params=FOLDERS, ids=[folder.name for folder in FOLDERS])
def package(request: pytest.FixtureRequest) -> Package:
    found = read_package(request.param)
    assert isinstance(found, Package), found
    return found


def test_there_are_three() -> None:
    assert {folder.name for folder in FOLDERS} == set(CODES)


def test_the_code_is_the_national_one(package: Package) -> None:
    assert package.content.code == CODES[package.content.slug]


def test_every_scenario_passes_and_nothing_is_left_unplayed(package: Package) -> None:
    report = try_package(package, national_calendar())
    assert [(trial.scenario.id, trial.differences) for trial in report.trials if not trial.passed] == []
    assert (report.pages_missed, report.outcomes_missed) == ((), ())
    assert len(report.trials) >= 3


def test_the_steps_fit_into_the_legal_limit(package: Package) -> None:
    for method in package.content.methods:
        assert check_limit(package.process, method.limit, "") == ()


def test_the_words_are_plain(package: Package) -> None:
    assert check_wording(package.content, package.form) == ()


def test_no_household_book_is_asked_for(package: Package) -> None:
    names = [fold(component.name) for component in package.content.components]
    assert not [name for name in names if "so ho khau" in name or "so tam tru" in name]


def test_every_way_to_apply_is_offered(package: Package) -> None:
    assert {method.channel for method in package.content.methods} == {"online", "counter", "post"}


def test_few_fields_are_typed_by_hand(package: Package) -> None:
    scenario = next(each for each in package.scenarios if each.id == HAPPY[package.content.slug])
    typed = []
    for question in package.form.question_by_id.values():
        names = set(field_names(question)) if question.type != "group" else set()
        typed += [name for name in names if name in scenario.given.answers and question.type not in CHOSEN]
    assert len(typed) <= 10


def test_a_household_business_pays_less_at_the_counter() -> None:
    package = read_package(Path(FOLDERS[0]))
    assert isinstance(package, Package)
    answers = evaluate(package.form, with_today({}, dt.date(2026, 11, 2))).answers
    totals = {
        channel: assess(package.content.fees, answers, channel).total
        for channel in ("online", "post", "counter")
    }
    assert totals == {"online": 150_000, "post": 150_000, "counter": 50_000}
