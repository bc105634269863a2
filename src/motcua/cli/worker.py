# SPDX-License-Identifier: EUPL-1.2
"""`motcua worker`: does the jobs that stand in the database."""

from typing import Annotated

import typer
from django.core.management import call_command


def worker(
    concurrency: Annotated[int, typer.Option(help="Số việc làm cùng lúc.", min=1)] = 4,
    once: Annotated[bool, typer.Option("--once", help="Làm hết việc đang chờ rồi thôi.")] = False,
) -> None:
    """Chạy bộ xử lý việc nền cho tới khi bị dừng; việc dở được làm nốt."""
    options = [f"--concurrency={concurrency}", "--shutdown-graceful-timeout=5"]
    call_command("procrastinate", "worker", *options, *(["--one-shot"] if once else []))
