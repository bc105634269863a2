# SPDX-License-Identifier: EUPL-1.2
"""`motcua serve`: the web server in the foreground."""

import os
import subprocess
import sys
from typing import Annotated

import typer
from rich.console import Console

from motcua.postgres import database_url

from .django_setup import DATABASE, SETTINGS_MODULE, data_folder, secret_key
from .web_server import granian_command

APPLICATION = "motcua.config.wsgi:application"
# Every process must have the same key, and nobody may guess it.
SHORTEST_KEY = 50


def serve(
    host: Annotated[str, typer.Option(help="Địa chỉ mạng để nghe.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Cổng.")] = 8000,
    workers: Annotated[int, typer.Option(help="Số tiến trình.", min=1)] = 2,
    threads: Annotated[int, typer.Option(help="Số luồng của mỗi tiến trình.", min=1)] = 2,
) -> None:
    """Chạy máy chủ web cho tới khi bị dừng."""
    url = database_url(data_folder(), DATABASE)
    if url is None:
        Console(stderr=True).print("Chưa biết cơ sở dữ liệu nào. Hãy đặt biến DATABASE_URL rồi chạy lại.")
        raise typer.Exit(2)
    secret = secret_key(data_folder())
    if len(secret) < SHORTEST_KEY:
        Console(stderr=True).print(
            f"Chưa có khóa bí mật. Hãy đặt biến MOTCUA_SECRET_KEY dài ít nhất {SHORTEST_KEY} ký tự rồi chạy lại."
        )
        raise typer.Exit(2)
    environment = {
        **os.environ,
        "MOTCUA_SECRET_KEY": secret,
        "DATABASE_URL": url,
        "MOTCUA_DATA": str(data_folder()),
    }
    environment.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS_MODULE)
    # Pages name their styles by content: the server needs this version's files under those names.
    collect = [sys.executable, "-m", "django", "collectstatic", "--no-input", "--verbosity=0"]
    subprocess.run(collect, env=environment, check=True)
    command = granian_command(APPLICATION, host=host, port=port, workers=workers, threads=threads)
    # Replaces this process, so that signals and the exit code are the server's own.
    os.execve(command[0], command, environment)  # noqa: S606 (no shell is wanted)
