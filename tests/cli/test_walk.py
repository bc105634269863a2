"""`motcua walk` when it cannot even begin; tests/e2e/test_walk.py goes all the way."""

import json
import subprocess
import sys
from pathlib import Path

from motcua.postgres import free_port

WALK = (sys.executable, "-m", "motcua.cli.main", "walk", "--json")


def walk(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([*WALK, *arguments], capture_output=True, text=True, check=False)


def test_says_where_and_why_when_nobody_answers(tmp_path: Path) -> None:
    authority = tmp_path / "ca.crt"
    authority.write_bytes(b"")
    url = f"http://127.0.0.1:{free_port(18700)}"
    done = walk("--url", url, "--ca", str(authority))
    assert done.returncode == 1
    failed = json.loads(done.stdout)["failed"]
    assert failed["step"] == "Tìm thủ tục"
    assert failed["url"] == f"{url}/"
    assert "Không kết nối được" in failed["message"]


def test_asks_for_the_root_certificate(tmp_path: Path) -> None:
    done = walk("--ca", str(tmp_path / "none.crt"))
    assert done.returncode == 2
    assert "Không thấy chứng thư gốc" in done.stderr
