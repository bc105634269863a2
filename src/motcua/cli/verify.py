# SPDX-License-Identifier: EUPL-1.2
"""motcua verify: is this PDF what the office signed? Needs no server, no database and no network."""

import json
import logging
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from motcua.config.settings import current_settings
from motcua.core.values import Problem
from motcua.signatures.verify import SignatureCheck, Verification, verify_pdf

_HERE = ZoneInfo("Asia/Ho_Chi_Minh")
_NOT_GENUINE, _BAD_INPUT = 1, 2


def verify(
    file: Annotated[Path, typer.Argument(help="Tệp PDF cần kiểm tra.")],
    ca: Annotated[
        Path | None,
        typer.Option(
            "--ca", help="Chứng thư gốc (PEM hoặc DER) để tin; nếu bỏ trống thì dùng chứng thư thử nghiệm."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="In kết quả dạng JSON.")] = False,
) -> None:
    """Kiểm tra chữ ký số của một tệp PDF. Mã thoát: 0 thật, 1 chưa xác nhận được, 2 không đọc được tệp."""
    # pyHanko reports an unknown root with a traceback; the answer below says it in words.
    for name in ("pyhanko", "pyhanko_certvalidator"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    outcome = _outcome(file, ca)
    typer.echo(_as_json(file, outcome) if as_json else _as_words(file, outcome))
    if isinstance(outcome, Problem):
        raise typer.Exit(_BAD_INPUT)
    if not outcome.genuine:
        raise typer.Exit(_NOT_GENUINE)


def _outcome(file: Path, ca: Path | None) -> Verification | Problem:
    try:
        content = file.read_bytes()
        roots = _roots(ca)
    except OSError as error:
        return Problem("tep", "unreadable", f"Không mở được tệp {error.filename}. Hãy kiểm tra tên tệp.")
    return verify_pdf(content, roots)


def _roots(ca: Path | None) -> list[bytes]:
    if ca is not None:
        return [ca.read_bytes()]
    development = current_settings().data / "signing" / "demo-ca.crt"
    return [development.read_bytes()] if development.is_file() else []


def _as_json(file: Path, outcome: Verification | Problem) -> str:
    if isinstance(outcome, Problem):
        report: dict[str, object] = {"genuine": False, "code": outcome.code, "message": outcome.message}
    else:
        report = asdict(outcome)
    return json.dumps({"file": str(file)} | report, ensure_ascii=False, indent=2, default=datetime.isoformat)


def _as_words(file: Path, outcome: Verification | Problem) -> str:
    if isinstance(outcome, Problem):
        return outcome.message
    lines = [f"{file.name}: {outcome.message}"]
    for number, check in enumerate(outcome.signatures, start=1):
        lines += _signature_words(number, check)
    return "\n".join(lines)


def _signature_words(number: int, check: SignatureCheck) -> list[str]:
    when = (
        "không ghi" if check.signed_at is None else f"{check.signed_at.astimezone(_HERE):%H:%M:%S %d/%m/%Y}"
    )
    return [
        f"Chữ ký {number} ({check.field})",
        f"  Người ký: {check.signer}",
        f"  Cơ quan: {check.organisation}",
        f"  Ký lúc: {when}",
        f"  Kết luận: {check.message}",
    ]
