# SPDX-License-Identifier: EUPL-1.2
"""`motcua service`: checks, tries and publishes service packages."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from motcua.catalogue.packages import Package, package_folders, read_package
from motcua.catalogue.trials import Report, Trial, try_package
from motcua.core.values import Problem, Refusal
from motcua.organisations.national_calendar import national_calendar

from .publishing import publish_folder
from .service_report import ServiceReport

Found = TypeVar("Found")

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
errors = Console(stderr=True)

Folder = Annotated[Path, typer.Argument(help="Thư mục của một gói, hoặc thư mục chứa nhiều gói.")]
AsJson = Annotated[bool, typer.Option("--json", help="In kết quả dạng JSON.")]

_FAILED, _BAD_INPUT = 1, 2


@app.callback()
def service() -> None:
    """Kiểm tra, chạy thử, công bố gói thủ tục."""


@app.command()
def check(path: Folder, as_json: AsJson = False) -> None:
    """Đọc gói và chỉ ra mọi chỗ sai. Mã thoát: 0 đúng, 1 có chỗ sai, 2 không có gói."""
    _finish([_checked(read, folder) for folder, read in _each(path, read_package)], as_json)


@app.command("test")
def play(path: Folder, as_json: AsJson = False) -> None:
    """Chạy thử mọi kịch bản của gói. Mã thoát: 0 đúng hết, 1 có chỗ sai, 2 không có gói."""
    _finish([_tried(read, folder) for folder, read in _each(path, _try)], as_json)


@app.command()
def publish(path: Folder, as_json: AsJson = False) -> None:
    """Công bố gói thành phiên bản mới; gói có chỗ sai thì không công bố. Mã thoát như lệnh test."""
    _finish([_published(done, folder) for folder, done in _each(path, publish_folder)], as_json)


def _each(path: Path, act: Callable[[Path], Found]) -> Iterator[tuple[Path, Found]]:
    """What the act gives for every package in the path, with its progress; ends when there is none."""
    folders = package_folders(path)
    if not folders:
        errors.print(f"Không có gói thủ tục nào trong {path}. Gói cần có tệp procedure.yaml.", markup=False)
        raise typer.Exit(_BAD_INPUT)
    columns = SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn()
    with Progress(*columns, console=errors, transient=True) as progress:
        task = progress.add_task("", total=None)
        for folder in folders:
            progress.update(task, description=f"Gói {folder.name}")
            yield folder, act(folder)


def _try(folder: Path) -> Report | tuple[Problem, ...]:
    read = read_package(folder)
    return try_package(read, national_calendar()) if isinstance(read, Package) else read


def _checked(read: Package | tuple[Problem, ...], folder: Path) -> ServiceReport:
    if isinstance(read, tuple):
        return ServiceReport(folder.name, problems=read)
    facts = f"{len(read.form.pages)} trang, {len(read.process.steps)} bước, {len(read.scenarios)} kịch bản"
    return ServiceReport(folder.name, summary=f"Đúng: {facts}", facts={"digest": read.digest})


def _tried(tried: Report | tuple[Problem, ...], folder: Path) -> ServiceReport:
    if isinstance(tried, tuple):
        return ServiceReport(folder.name, problems=tried)
    missed = [f"trang {page}" for page in tried.pages_missed]
    missed += [f"nhánh {outcome}" for outcome in tried.outcomes_missed]
    passed = sum(trial.passed for trial in tried.trials)
    pages = f"{tried.pages - len(tried.pages_missed)}/{tried.pages}"
    outcomes = f"{tried.outcomes - len(tried.outcomes_missed)}/{tried.outcomes}"
    summary = f"{passed}/{len(tried.trials)} kịch bản đúng; đã qua {pages} trang, {outcomes} nhánh"
    return ServiceReport(
        folder.name,
        summary=summary + (f". Chưa qua: {', '.join(missed)}" if missed else ""),
        problems=_differences(tried),
        facts={
            "scenarios": {trial.scenario.id: _outcome(trial) for trial in tried.trials},
            "pages_missed": list(tried.pages_missed),
            "outcomes_missed": list(tried.outcomes_missed),
        },
    )


def _differences(tried: Report) -> tuple[Problem, ...]:
    if not tried.trials:
        return (Problem("scenarios", "no_scenario", "Gói chưa có kịch bản nào. Viết ít nhất một"),)
    return tuple(
        Problem(f"scenarios/{trial.scenario.id}.yaml", "scenario_failed", difference)
        for trial in tried.trials
        for difference in trial.differences
    )


def _outcome(trial: Trial) -> dict[str, object]:
    played = trial.played
    return {
        "name": trial.scenario.name,
        "passed": trial.passed,
        "status": played.status.name.lower() if played.status else None,
        "ended": played.ended,
        "due": played.due.isoformat() if played.due else None,
    }


def _published(done: int | tuple[Problem, ...] | Refusal, folder: Path) -> ServiceReport:
    if isinstance(done, Refusal):
        errors.print(done.message, markup=False)
        raise typer.Exit(_BAD_INPUT)
    if isinstance(done, tuple):
        return ServiceReport(folder.name, problems=done)
    return ServiceReport(folder.name, summary=f"Phiên bản {done} đang công bố", facts={"number": done})


def _finish(reports: list[ServiceReport], as_json: bool) -> None:
    """Print the reports and end with the exit code they mean."""
    if as_json:
        typer.echo(json.dumps([report.to_json() for report in reports], ensure_ascii=False, indent=2))
    else:
        _show(reports)
    if not all(report.passed for report in reports):
        raise typer.Exit(_FAILED)


def _show(reports: list[ServiceReport]) -> None:
    console = Console()
    table = Table("Gói", "Kết quả")
    for report in reports:
        table.add_row(report.name, report.summary or f"{len(report.problems)} chỗ cần sửa")
    console.print(table)
    for report in reports:
        for problem in report.problems:
            console.print(f"{report.name}/{problem.place}: {problem.message}", markup=False, soft_wrap=True)
