"""Publishing: a new revision only for a change, never for a package with a fault."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.db import DatabaseError, transaction
from tests.catalogue.packages import procedure, scenario, write_package

from motcua.audit.models import Record
from motcua.catalogue.models import Procedure, Revision
from motcua.catalogue.queries import compiled, current_revision_id, procedure_page
from motcua.catalogue.services import publish_package
from motcua.cli.publishing import publish_folder
from motcua.core.values import Refusal

NOW = dt.datetime(2026, 11, 2, 8, tzinfo=dt.UTC)
TODAY = dt.date(2026, 11, 2)


def publish(folder: Path, changed: Mapping[str, object] | None = None) -> Revision:
    write_package(folder, procedure=changed or procedure())
    found = publish_package(folder, at=NOW, actor="account:7")
    assert isinstance(found, Revision), found
    return found


@pytest.mark.django_db
def test_publishing_twice_gives_the_same_revision(tmp_path: Path) -> None:
    first = publish(tmp_path / "a" / "s")
    second = publish(tmp_path / "b" / "s")
    assert (first.id, first.number) == (second.id, 1)
    assert Record.objects.filter(act="catalogue:revision:publish", actor="account:7").count() == 1


@pytest.mark.django_db
def test_a_change_makes_a_new_revision_and_keeps_the_old(tmp_path: Path) -> None:
    first = publish(tmp_path / "a" / "s")
    second = publish(tmp_path / "b" / "s", procedure(plain_name="Xin bản sao sổ gốc"))
    assert (second.procedure_id, second.number) == (first.procedure_id, 2)
    assert compiled(first.id).content.plain_name == "Xin bản sao"
    assert Procedure.objects.get(id=first.procedure_id).plain_name == "Xin bản sao sổ gốc"
    assert current_revision_id("1.000001", TODAY) == second.id


@pytest.mark.django_db
def test_a_future_revision_waits_for_its_day(tmp_path: Path) -> None:
    now = publish(tmp_path / "a" / "s")
    later = publish(tmp_path / "b" / "s", procedure(effective_from="2027-03-01"))
    correction = publish(tmp_path / "c" / "s", procedure(minutes=3))
    days = [dt.date(2025, 12, 31), dt.date(2026, 1, 1), dt.date(2027, 2, 28), dt.date(2027, 3, 1)]
    found = [current_revision_id("1.000001", day) for day in days]
    assert found == [None, correction.id, correction.id, later.id]
    assert now.number == 1


@pytest.mark.django_db
def test_a_published_revision_cannot_be_changed(tmp_path: Path) -> None:
    revision = publish(tmp_path / "s")
    with pytest.raises(DatabaseError), transaction.atomic():
        Revision.objects.filter(id=revision.id).update(number=9)


@pytest.mark.django_db
def test_a_compiled_revision_works_like_the_package(tmp_path: Path) -> None:
    revision = publish(tmp_path / "s")
    page = procedure_page("1.000001", TODAY)
    assert page is not None
    assert page is compiled(revision.id)
    assert [each.id for each in page.form.pages] == ["ve-ban", "giay"]
    assert page.engine.process == page.process
    assert list(page.outputs) == ["ban-sao"]
    assert page.messages == {}
    assert procedure_page("9.999999", TODAY) is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changed", "scenarios", "code"),
    [
        (procedure(code="x"), None, "wrong_shape"),
        (procedure(), {}, "no_scenario"),
        (procedure(), {"a": scenario(then={"fee": 1})}, "scenario_failed"),
    ],
)
def test_a_package_with_a_fault_is_not_published(
    tmp_path: Path,
    changed: dict[str, object],
    scenarios: dict[str, dict[str, object]] | None,
    code: str,
) -> None:
    folder = write_package(tmp_path / "s", procedure=changed, scenarios=scenarios)
    found = publish_package(folder, at=NOW)
    assert isinstance(found, tuple)
    assert code in {problem.code for problem in found}
    assert not Procedure.objects.exists()


@pytest.mark.django_db
def test_the_command_publishes(tmp_path: Path) -> None:
    folder = write_package(tmp_path / "s")
    assert publish_folder(folder) == 1
    bad = write_package(tmp_path / "bad", procedure=procedure(code="x"))
    assert isinstance(publish_folder(bad), tuple)


def test_the_command_says_when_no_database_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(django_settings.DATABASES["default"], "NAME", "")
    found = publish_folder(tmp_path)
    assert isinstance(found, Refusal)
    assert found.code == "no_database"
