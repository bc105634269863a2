# SPDX-License-Identifier: EUPL-1.2
"""`motcua seed`: a made-up province to try things on."""

import json
from dataclasses import asdict
from typing import Annotated

import typer
from django.utils import timezone
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from motcua.config.seeding import DEMO_LOGINS, SeedReport, seed_demo
from motcua.core.values import Refusal

errors = Console(stderr=True)


def seed(as_json: Annotated[bool, typer.Option("--json", help="In kết quả dạng JSON.")] = False) -> None:
    """Ghi dữ liệu mẫu; chạy lại thì chỉ thêm phần còn thiếu."""
    seeded = _seed_with_progress()
    if isinstance(seeded, Refusal):
        errors.print(seeded.message)
        raise typer.Exit(2)
    for service, problem in seeded.problems:
        errors.print(f"{service}: {problem.place}: {problem.message}", markup=False)
    if as_json:
        typer.echo(json.dumps(_for_programs(seeded), ensure_ascii=False))
    else:
        _show(seeded)
    if seeded.problems:
        raise typer.Exit(1)


def _seed_with_progress() -> SeedReport | Refusal:
    columns = SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn()
    with Progress(*columns, console=errors, transient=True) as progress:
        task = progress.add_task("Dữ liệu mẫu", total=None)
        return seed_demo(timezone.now(), lambda step: progress.update(task, description=step))


def _for_programs(seeded: SeedReport) -> dict[str, object]:
    counts = {"units": seeded.units, "officials": seeded.officials, "services": seeded.services}
    return {"logins": [asdict(login) for login in DEMO_LOGINS], **counts}


def _show(seeded: SeedReport) -> None:
    table = Table("Vai", "Họ tên", title="Tài khoản cán bộ dùng thử")
    table.add_column("Tên đăng nhập", no_wrap=True)
    table.add_column("Mật khẩu", no_wrap=True)
    for login in DEMO_LOGINS:
        table.add_row(login.role, login.name, login.login, login.password)
    console = Console()
    console.print(table)
    console.print(f"Cán bộ đăng nhập ở {DEMO_LOGINS[0].place}, người dân chọn người thử ở VNeID giả lập.")
    console.print(f"{seeded.units} đơn vị, {seeded.officials} cán bộ, {seeded.services} thủ tục đang mở.")
