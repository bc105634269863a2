"""`motcua service`: words for people, JSON for programs, and an exit code for both."""

import json
from pathlib import Path

import pytest
from tests.catalogue.packages import procedure, scenario, write_package
from typer.testing import CliRunner

from motcua.cli.main import app


def run(*words: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["service", *(str(word) for word in words)])
    return result.exit_code, result.output


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return write_package(tmp_path / "good" / "xin-ban-sao")


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    return write_package(tmp_path / "bad" / "xin-ban-sao", procedure=procedure(code="x"))


def test_a_good_package_is_said_to_be_right(good: Path) -> None:
    code, output = run("check", good)
    assert code == 0
    assert "2 trang, 7 bước, 1 kịch bản" in output


def test_every_fault_is_shown_with_its_place(bad: Path) -> None:
    for command in ("check", "test"):
        code, output = run(command, bad)
        assert code == 1
        assert "xin-ban-sao/procedure.yaml: code: " in output


def test_a_folder_of_packages_is_taken_whole(good: Path) -> None:
    write_package(good.parent / "khac")
    code, output = run("check", good.parent, "--json")
    assert code == 0
    assert [report["service"] for report in json.loads(output)] == ["khac", "xin-ban-sao"]


def test_scenarios_are_reported_with_what_they_do_not_reach(good: Path) -> None:
    code, output = run("test", good, "--json")
    report = json.loads(output)[0]
    assert (code, report["passed"], report["pages_missed"]) == (0, True, [])
    assert "receive.refuse" in report["outcomes_missed"]
    assert report["scenarios"]["xin-cho-minh"]["due"] == "2026-11-05T17:30:00+07:00"
    assert "1/1 kịch bản đúng" in run("test", good)[1]


def test_a_scenario_that_fails_fails_the_test(tmp_path: Path) -> None:
    folder = write_package(tmp_path / "s", scenarios={"a": scenario(then={"fee": 1})})
    code, output = run("test", folder)
    assert code == 1
    assert "s/scenarios/a.yaml: Lệ phí: cần “1”, có “8000”" in output


def test_a_package_without_scenarios_fails_the_test(tmp_path: Path) -> None:
    code, output = run("test", write_package(tmp_path / "s", scenarios={}))
    assert code == 1
    assert "Gói chưa có kịch bản nào" in output


def test_a_package_with_a_fault_is_not_published(bad: Path) -> None:
    code, output = run("publish", bad)
    assert code in {1, 2}
    assert output


@pytest.mark.parametrize("command", ["check", "test", "publish"])
def test_a_folder_without_a_package_is_said(tmp_path: Path, command: str) -> None:
    code, output = run(command, tmp_path)
    assert code == 2
    assert "procedure.yaml" in output
