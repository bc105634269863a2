# SPDX-License-Identifier: EUPL-1.2
"""`motcua walk`: the main job from search to rating on a running server, as a test of a deployment."""

import json
import logging
from dataclasses import asdict
from pathlib import Path
from time import monotonic
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from motcua.cli.walking import citizen, officials, proofs
from motcua.cli.walking.journey import Journey, Plan, StepDone
from motcua.cli.walking.visitor import Visitor, WalkFailed
from motcua.config.settings import current_settings

_FAILED, _BAD_INPUT = 1, 2
_DEMO_PASSWORD = "Dung-thu-2026"  # noqa: S105 - printed for everybody, and only where nothing is real.
_FUNCTIONS = {"one_stop": "motcua1", "specialist": "chuyenvien1", "leader": "lanhdao", "clerk": "vanthu"}

errors = Console(stderr=True)


def walk(
    url: Annotated[str, typer.Option("--url", help="Địa chỉ cổng; bỏ trống thì lấy MOTCUA_PUBLIC_URL.")] = "",
    person: Annotated[str, typer.Option(help="Người thử ở VNeID giả lập.")] = "sap-cuoi",
    unit: Annotated[str, typer.Option(help="Phần đầu tên đăng nhập của cán bộ nơi giải quyết.")] = "hoaben",
    password: Annotated[
        str, typer.Option(help="Mật khẩu của cán bộ dùng thử.", show_default=False)
    ] = _DEMO_PASSWORD,
    ca: Annotated[
        Path | None, typer.Option("--ca", help="Chứng thư gốc; bỏ trống thì lấy trong thư mục dữ liệu.")
    ] = None,
    save: Annotated[
        Path | None, typer.Option("--save", help="Nơi ghi các tệp tải về; bỏ trống thì <dữ liệu>/walk.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="In kết quả dạng JSON.")] = False,
) -> None:
    """Đi trọn một hồ sơ mẫu trên máy chủ đang chạy: dân nộp, cán bộ giải quyết, dân nhận. Mã thoát 1 khi hỏng."""
    for name in ("pyhanko", "pyhanko_certvalidator"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    settings = current_settings()
    plan = Plan(
        portal=(url or settings.public_url).rstrip("/"),
        person=person,
        officials={function: f"{unit}.{name}" for function, name in _FUNCTIONS.items()},
        password=password,
        authority=ca or settings.data / "signing" / "demo-ca.crt",
        folder=save or settings.data / "walk",
    )
    if not plan.authority.is_file():
        errors.print(
            f"Không thấy chứng thư gốc {escape(str(plan.authority))}. Chỉ ra bằng --ca hoặc MOTCUA_DATA."
        )
        raise typer.Exit(_BAD_INPUT)
    _walk_and_report(plan, as_json=as_json)


def _walk_and_report(plan: Plan, *, as_json: bool) -> None:
    console = Console(stderr=as_json)
    started = monotonic()
    with Visitor(plan.portal) as visitor, console.status("") as status:
        journey = Journey(
            plan,
            visitor,
            tell=lambda done: _show(console, done),
            begin=lambda title: status.update(f"{title} …"),
        )
        try:
            _all_steps(journey)
        except WalkFailed as failure:
            _report_failure(console, journey, failure, as_json=as_json)
            raise typer.Exit(_FAILED) from None
    seconds = monotonic() - started
    console.print(f"[green]Đi trọn một hồ sơ trong {_in_words(seconds)}.[/] Mã hồ sơ: {journey.code}")
    if as_json:
        typer.echo(_as_json(journey, {"ok": True, "seconds": round(seconds, 2), "code": journey.code}))


def _all_steps(journey: Journey) -> None:
    citizen.apply(journey)
    proofs.track(journey)
    officials.receive(journey)
    proofs.explain_due_date(journey)
    officials.draft(journey)
    officials.sign(journey)
    officials.issue(journey)
    proofs.receive_result(journey)
    proofs.verify_in_public(journey)
    proofs.rate(journey)


def _show(console: Console, done: StepDone) -> None:
    console.print(f"[green]✓[/] {escape(done.title)} ({_in_words(done.seconds)})")
    for name, text in done.evidence:
        console.print(f"    {escape(name)}: {escape(text)}", highlight=False)


def _report_failure(console: Console, journey: Journey, failure: WalkFailed, *, as_json: bool) -> None:
    console.print(f"[red]✗[/] {escape(journey.step)}")
    console.print(f"    {escape(failure.message)}", highlight=False)
    console.print(f"    {escape(failure.url)}", highlight=False)
    if as_json:
        failed = {"step": journey.step, "url": failure.url, "message": failure.message}
        typer.echo(_as_json(journey, {"ok": False, "failed": failed}))


def _as_json(journey: Journey, report: dict[str, object]) -> str:
    steps = [{**asdict(step), "evidence": dict(step.evidence)} for step in journey.done]
    return json.dumps({**report, "steps": steps}, ensure_ascii=False)


def _in_words(seconds: float) -> str:
    return f"{seconds:.1f} giây".replace(".", ",")
