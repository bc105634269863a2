# SPDX-License-Identifier: EUPL-1.2
"""`motcua demo`: everything on this machine, from nothing to a page in the browser."""

import json
import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Event
from typing import Annotated

import httpx
import typer
from rich.console import Console
from rich.table import Table

from motcua.postgres import PostgresError, Server, ensure_database, free_port, open_cluster, serving

from .django_setup import DATABASE, data_folder, secret_file
from .processes import Program, Supervisor

LONGEST_WAIT = 60.0
CLI = (sys.executable, "-m", "motcua.cli.main")

console = Console()


def demo(
    data: Annotated[
        Path | None, typer.Option(help="Thư mục dữ liệu (mặc định: var, hoặc MOTCUA_DATA).")
    ] = None,
    port: Annotated[int, typer.Option(help="Cổng của cổng dịch vụ; bận thì lấy cổng kế tiếp.")] = 8000,
    simulator_port: Annotated[int, typer.Option(help="Cổng của VNeID giả lập.")] = 8900,
) -> None:
    """Chạy thử cả hệ thống trên máy này. Ctrl-C để dừng; lần sau chạy lại, dữ liệu còn nguyên."""
    folder = (data or data_folder()).resolve()
    stopping = _stop_on_signals()
    started = time.monotonic()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _database(folder) as (url, server):
            environment = _environment(folder, url, free_port(port), free_port(simulator_port))
            _run_all(environment, folder, server, stopping, started)
    except (PostgresError, OSError) as error:
        if stopping.is_set():
            # Ctrl-C also ended the command that was under way.
            return
        Console(stderr=True).print(f"[red]Không chạy được:[/] {error}")
        raise typer.Exit(1) from None
    console.print("Đã dừng tất cả. Dữ liệu còn nguyên trong", str(folder))


def _run_all(
    environment: Mapping[str, str], folder: Path, server: Server | None, stopping: Event, started: float
) -> None:
    supervisor = Supervisor(tell=console.print)
    simulator, worker, web = _programs(environment, folder)
    try:
        # The parts take seconds to load: each starts as soon as what it needs is there.
        supervisor.add(simulator)
        with _step("Bảng dữ liệu"):
            _run(environment, "migrate")
        supervisor.add(worker)
        supervisor.add(web)
        with _step("Dữ liệu mẫu"):
            logins = json.loads(_run(environment, "seed", "--json").splitlines()[-1])["logins"]
        with _step("Máy chủ web và VNeID giả lập"):
            for name in ("MOTCUA_PUBLIC_URL", "MOTCUA_VNEID_ISSUER"):
                _wait_for_answer(environment[name], supervisor, stopping)
        if not stopping.is_set():
            _show(environment, logins, folder, time.monotonic() - started)
        _keep_running(supervisor, server, stopping)
    finally:
        supervisor.stop()


def _keep_running(supervisor: Supervisor, server: Server | None, stopping: Event) -> None:
    while not stopping.wait(0.3):
        supervisor.tend()
        if server is not None and not server.is_alive():
            console.print("PostgreSQL đã dừng, đang chạy lại.")
            server.start()


@contextmanager
def _database(folder: Path) -> Iterator[tuple[str, Server | None]]:
    given = os.environ.get("DATABASE_URL", "").strip()
    if given:
        yield given, None
        return
    with ExitStack() as stack:
        with _step("PostgreSQL"):
            server = stack.enter_context(serving(open_cluster(folder)))
        yield ensure_database(server.address.url("postgres"), DATABASE), server


def _environment(folder: Path, url: str, port: int, simulator_port: int) -> dict[str, str]:
    return {
        "DATABASE_URL": url,
        "MOTCUA_DATA": str(folder),
        "MOTCUA_SECRET_KEY": _secret(secret_file(folder)),
        "MOTCUA_VNEID_CLIENT_SECRET": _secret(folder / "vneid-client-secret"),
        "MOTCUA_DEMONSTRATION": "true",
        "MOTCUA_PUBLIC_URL": f"http://127.0.0.1:{port}",
        # Another host name on purpose: browsers share cookies between the ports of one host.
        "MOTCUA_VNEID_ISSUER": f"http://localhost:{simulator_port}",
        "PYTHONUNBUFFERED": "1",
    }


def _secret(file: Path) -> str:
    if not file.exists():
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as stream:
            stream.write(secrets.token_urlsafe(50) + "\n")
    return file.read_text(encoding="ascii").strip()


def _programs(environment: Mapping[str, str], folder: Path) -> tuple[Program, Program, Program]:
    port = environment["MOTCUA_PUBLIC_URL"].rsplit(":", 1)[1]
    simulator_port = environment["MOTCUA_VNEID_ISSUER"].rsplit(":", 1)[1]
    logs = folder / "logs"
    vneid = (*CLI, "simulator", "vneid", "--port", simulator_port)
    return (
        Program("VNeID giả lập", vneid, environment, logs / "vneid.log"),
        Program("Bộ xử lý việc nền", (*CLI, "worker"), environment, logs / "worker.log"),
        Program("Máy chủ web", (*CLI, "serve", "--port", port), environment, logs / "web.log"),
    )


def _run(environment: Mapping[str, str], *arguments: str) -> str:
    """One of our own commands, in a process of its own; what it printed."""
    answer = subprocess.run(
        [*CLI, *arguments], env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    if answer.returncode != 0:
        raise OSError(f"motcua {' '.join(arguments)}\n{answer.stdout}{answer.stderr}")
    return answer.stdout


def _wait_for_answer(url: str, supervisor: Supervisor, stopping: Event) -> None:
    deadline = time.monotonic() + LONGEST_WAIT
    while not stopping.wait(0.1):
        supervisor.tend()
        try:
            httpx.get(url, timeout=5, trust_env=False)
        except httpx.TransportError:
            if time.monotonic() < deadline:
                continue
            raise OSError(f"{url} chưa trả lời sau {LONGEST_WAIT:g} giây. Hãy xem nhật ký.") from None
        return


@contextmanager
def _step(name: str) -> Iterator[None]:
    started = time.monotonic()
    with console.status(f"{name} …"):
        yield
    console.print(f"[green]✓[/] {name} ({_seconds(time.monotonic() - started)})")


def _seconds(duration: float) -> str:
    return f"{duration:.1f} giây".replace(".", ",")


def _show(
    environment: Mapping[str, str], logins: list[dict[str, str]], folder: Path, duration: float
) -> None:
    portal = environment["MOTCUA_PUBLIC_URL"]
    addresses = Table("Mở trong trình duyệt", "Địa chỉ", title="Một Cửa đang chạy")
    addresses.add_row("Cổng dịch vụ công", portal)
    addresses.add_row("Trang của cán bộ", f"{portal}/can-bo/")
    addresses.add_row("VNeID giả lập", environment["MOTCUA_VNEID_ISSUER"])
    addresses.add_row("Nhật ký", str(folder / "logs"))
    # A name cut short by a narrow terminal cannot be typed: login names and passwords keep their width.
    people = Table(title="Tài khoản cán bộ dùng thử (người dân bấm chọn ở VNeID giả lập)")
    people.add_column("Tên đăng nhập", no_wrap=True, min_width=max(len(login["login"]) for login in logins))
    people.add_column("Mật khẩu", no_wrap=True, min_width=max(len(login["password"]) for login in logins))
    people.add_column("Vai", overflow="fold")
    for login in logins:
        people.add_row(login["login"], login["password"], f"{login['role']} ({login['name']})")
    console.print(addresses, people)
    console.print(f"Sẵn sàng sau {_seconds(duration)}. Bấm Ctrl-C để dừng.")


def _stop_on_signals() -> Event:
    stopping = Event()
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, lambda *_: stopping.set())
    return stopping
