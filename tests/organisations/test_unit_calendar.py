"""`motcua due --calendar UNIT` reads the unit's own hours."""

import json

import pytest
import typer
from tests.factories.people import calendar, unit
from typer.testing import CliRunner

from motcua.cli.due import due

SATURDAY_MORNING = {str(day): [["07:30", "11:30"], ["13:30", "17:30"]] for day in range(5)} | {
    "5": [["07:30", "11:30"]]
}
app = typer.Typer()
app.command()(due)


def ask(name: str) -> tuple[int, str]:
    result = CliRunner().invoke(
        app, ["--received", "2026-11-06T14:00", "--term", "1 working_days", "--calendar", name, "--json"]
    )
    return result.exit_code, result.stdout


@pytest.mark.django_db
def test_a_unit_that_works_on_saturday_is_due_on_saturday() -> None:
    unit("H99.13", calendar=calendar("Có sáng thứ Bảy", SATURDAY_MORNING))
    code, output = ask("H99.13")
    assert code == 0
    assert json.loads(output)["due_at"].startswith("2026-11-07T11:30")


@pytest.mark.django_db
def test_an_unknown_unit_is_said_in_words() -> None:
    assert ask("H00.1")[0] == 2
