# SPDX-License-Identifier: EUPL-1.2
"""`motcua audit verify`: proves that the record was only added to."""

import json
from dataclasses import asdict
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from motcua.audit.queries import Verification, verify_record

app = typer.Typer(help="Nhật ký: kiểm tra chuỗi băm.", no_args_is_help=True)


@app.callback()
def audit() -> None:
    """Nhật ký: kiểm tra chuỗi băm."""


@app.command()
def verify(
    dossier: Annotated[str, typer.Option(help="Chỉ kiểm tra hồ sơ có id này.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="In kết quả dạng JSON.")] = False,
) -> None:
    """Tính lại mọi mã băm của nhật ký; trả mã 1 nếu có dòng bị sửa, bị xóa hay chèn thêm."""
    verification = verify_record(f"dossier:{dossier}" if dossier else "")
    if as_json:
        typer.echo(json.dumps(asdict(verification), ensure_ascii=False))
    else:
        _show(verification)
    raise typer.Exit(1 if verification.breaks else 0)


def _show(verification: Verification) -> None:
    console = Console()
    console.print(f"Đã kiểm tra {verification.rows} dòng của {verification.chains} chuỗi.")
    if not verification.breaks:
        console.print("[green]Nhật ký nguyên vẹn.[/green]")
        return
    table = Table("Chuỗi", "Dòng", "Vấn đề")
    for found in verification.breaks:
        table.add_row(found.chain, str(found.sequence), found.what)
    console.print(table)
