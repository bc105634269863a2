# SPDX-License-Identifier: EUPL-1.2
"""`motcua simulator …`: local stand-ins for systems that only exist once in the country."""

import os
import subprocess
import sys
from typing import Annotated

import typer
from rich.console import Console

from motcua.postgres import database_url, ensure_database

from .django_setup import DATABASE, data_folder
from .web_server import granian_command

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Hệ thống giả lập để thử.")

VNEID = "motcua_simulators.vneid"
VNEID_DATABASE = "motcua_vneid"


@app.callback()
def simulator() -> None:
    """Hệ thống giả lập để thử."""


@app.command()
def vneid(port: Annotated[int, typer.Option(help="Cổng.")] = 8900) -> None:
    """Chạy hệ thống giả lập VNeID: người dân giả, đăng nhập thật theo OpenID Connect."""
    url = database_url(data_folder(), DATABASE)
    if url is None:
        Console(stderr=True).print("Chưa biết cơ sở dữ liệu nào. Hãy đặt biến DATABASE_URL rồi chạy lại.")
        raise typer.Exit(2)
    environment = {**os.environ, "DATABASE_URL": ensure_database(url, VNEID_DATABASE)}
    subprocess.run([sys.executable, "-m", VNEID, "prepare"], env=environment, check=True)
    command = granian_command(f"{VNEID}.wsgi:application", host="127.0.0.1", port=port, workers=1, threads=2)
    os.execve(command[0], command, environment)  # noqa: S606 (no shell is wanted)
