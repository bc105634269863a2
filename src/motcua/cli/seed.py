# SPDX-License-Identifier: EUPL-1.2
"""`motcua seed`: a made-up province to try things on."""

import json
from dataclasses import asdict
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from motcua.config.seeding import DEMO_LOGINS, seed_demo


def seed(as_json: Annotated[bool, typer.Option("--json", help="In kết quả dạng JSON.")] = False) -> None:
    """Ghi dữ liệu mẫu; chạy lại thì chỉ thêm phần còn thiếu."""
    seed_demo()
    if as_json:
        typer.echo(json.dumps({"logins": [asdict(login) for login in DEMO_LOGINS]}, ensure_ascii=False))
        return
    table = Table("Vai", "Họ tên", "Tên đăng nhập", "Mật khẩu", "Nơi đăng nhập", title="Tài khoản dùng thử")
    for login in DEMO_LOGINS:
        table.add_row(login.role, login.name, login.login, login.password, login.place)
    Console().print(table)
