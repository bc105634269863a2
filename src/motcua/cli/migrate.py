# SPDX-License-Identifier: EUPL-1.2
"""`motcua migrate`: brings the tables up to this version."""

import json
from typing import Annotated

import typer
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from rich.console import Console


def migrate(
    as_json: Annotated[bool, typer.Option("--json", help="In kết quả dạng JSON.")] = False,
) -> None:
    """Tạo hoặc nâng cấp bảng dữ liệu; chạy lại nhiều lần cũng không sao."""
    names = pending_migrations()
    call_command("migrate", interactive=False, verbosity=0)
    if as_json:
        typer.echo(json.dumps({"applied": names}))
    else:
        Console().print(
            f"Đã chạy {len(names)} bước nâng cấp." if names else "Bảng dữ liệu đã đúng phiên bản."
        )


def pending_migrations() -> list[str]:
    """The migrations that have not run on this database, as "app.name"."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]
