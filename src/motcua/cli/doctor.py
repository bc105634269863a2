# SPDX-License-Identifier: EUPL-1.2
"""`motcua doctor`: looks at this installation and says how to mend what is wrong."""

import json
from dataclasses import asdict
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from .checks import findings


def doctor(as_json: Annotated[bool, typer.Option("--json", help="In kết quả dạng JSON.")] = False) -> None:
    """Khám bản cài đặt; mã thoát 1 nếu có điều cần sửa."""
    found = list(findings())
    if as_json:
        typer.echo(json.dumps([asdict(one) | {"is_well": one.is_well} for one in found], ensure_ascii=False))
    else:
        table = Table("", "Mục", "Thấy", "Cần làm")
        for finding in found:
            mark = "[green]✓[/]" if finding.is_well else "[red]✗[/]"
            table.add_row(mark, finding.name, finding.detail, finding.remedy)
        Console().print(table)
    if not all(finding.is_well for finding in found):
        raise typer.Exit(1)
