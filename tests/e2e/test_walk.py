"""`motcua walk` on the real stack: the smoke test of a deployment is tested itself."""

import json
from pathlib import Path

from tests.stack import Stack, run_cli


def test_walk_goes_from_search_to_rating(stack: Stack, tmp_path: Path) -> None:
    report = json.loads(
        run_cli(stack.environment, "walk", "--json", "--save", str(tmp_path)).splitlines()[-1]
    )
    assert report["ok"]
    assert len(report["steps"]) == 14
    evidence = {name: text for step in report["steps"] for name, text in step["evidence"].items()}
    assert evidence["Mã hồ sơ"] == report["code"]
    assert evidence["Cách tính"].startswith("Nhận lúc ")
    assert Path(evidence["Tệp"]).read_bytes().startswith(b"%PDF-")
    assert "Văn bản là thật" in evidence["Chữ ký"]
    assert evidence["Bằng mã"] == "Giấy này là thật"
