"""motcua due, as it is typed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from motcua.cli.due import due

CALENDAR = """
name: xã Hòa Bình
shifts:
  fri: ["07:30-11:30"]
  sat: ["07:30-11:30"]
years:
  - {year: 2026, status: decided, days: []}
"""

app = typer.Typer()
app.command("due")(due)


def run(*arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output, standard error."""
    result = CliRunner().invoke(app, arguments)
    return result.exit_code, result.stdout, result.stderr


def test_the_due_date_comes_with_its_reasons() -> None:
    code, output, _ = run("--received", "2026-04-24T14:00", "--term", "3 working_days")
    assert code == 0
    assert output.splitlines()[:6] == [
        "Hạn trả: 17:30 thứ Hai 4/5/2026",
        "Thời hạn: 3 ngày làm việc",
        "",
        "Cách tính:",
        "  1. Nhận lúc 14:00 thứ Sáu 24/4/2026",
        "  2. Ngày nhận 24/4/2026 không tính, tính từ ngày tiếp theo (khoản 2 Điều 147 Bộ luật Dân sự)",
    ]
    assert "27/4/2026 nghỉ bù Giỗ Tổ Hùng Vương (không tính)" in output


def test_the_answer_for_programs() -> None:
    code, output, _ = run("--received", "2026-04-24T07:00Z", "--term", "3 ngày làm việc", "--json")
    answer = json.loads(output)
    assert code == 0
    assert answer["due_at"] == "2026-05-04T17:30:00+07:00"
    assert answer["received_at"] == "2026-04-24T14:00:00+07:00"
    assert len(answer["explanation"]) == len(answer["derivation"])


@pytest.mark.parametrize(
    ("case", "options", "expected"),
    [
        (
            "a suspension",
            ["--term", "1 working_days", "--suspended", "2026-03-06T08:00/2026-03-06T11:00"],
            "Hạn trả: 10:30 thứ Hai 9/3/2026",
        ),
        (
            "two of them",
            [
                "--term",
                "1 working_days",
                "--suspended",
                "2026-03-06T08:00/2026-03-06T10:00",
                "--suspended",
                "2026-03-06T09:00/2026-03-06T11:00",
            ],
            "Hạn trả: 10:30 thứ Hai 9/3/2026",
        ),
        (
            "one that is still open",
            ["--term", "1 working_days", "--suspended", "2026-03-06T08:00/"],
            "Hạn trả: chưa tính được vì đang tạm dừng",
        ),
        ("same day", ["--term", "same_day"], "Hạn trả: 17:30 thứ Năm 5/3/2026"),
        (
            "an earlier cut-off",
            ["--term", "same_day", "--cut-off", "09:00"],
            "Hạn trả: 17:30 thứ Sáu 6/3/2026",
        ),
    ],
)
def test_options(case: str, options: list[str], expected: str) -> None:
    code, output, _ = run("--received", "2026-03-05T10:00", *options)
    assert code == 0
    assert output.splitlines()[0] == expected


def test_a_calendar_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "lịch của xã.yaml"
    file.write_text(CALENDAR, encoding="utf-8")
    code, output, _ = run(
        "--received", "2026-03-05T10:00", "--term", "2 working_days", "--calendar", str(file)
    )
    assert code == 0
    assert output.startswith("Hạn trả: 11:30 thứ Bảy 7/3/2026")


@pytest.mark.parametrize(
    ("case", "options", "part"),
    [
        ("nothing at all", [], "--received"),
        ("a date that does not exist", ["--received", "2026-02-30T10:00"], "2026-02-30T10:00"),
        ("a date without a time", ["--received", "2026-02-20"], "Hãy ghi ngày và giờ"),
        ("a date at the end of time", ["--received", "9999-12-31T23:00-12:00"], "Hãy ghi ngày và giờ"),
        ("no term", ["--term", ""], "Chưa hiểu thời hạn"),
        ("a term of weeks", ["--term", "2 weeks"], "Chưa hiểu thời hạn “2 weeks”"),
        ("a term too long", ["--term", "99999 days"], "từ 1 đến 10000"),
        ("no slash", ["--suspended", "2026-03-06T08:00"], "Hãy ghi TỪ/ĐẾN"),
        ("no start", ["--suspended", "/2026-03-06T08:00"], "--suspended “”"),
        ("a broken end", ["--suspended", "2026-03-06T08:00/x"], "--suspended “x”"),
        ("backwards", ["--suspended", "2026-03-07T08:00/2026-03-06T08:00"], "trước khi bắt đầu"),
        ("a cut-off in words", ["--cut-off", "chiều"], "--cut-off “chiều”"),
        ("no such calendar", ["--calendar", "xa-hoa-binh"], "Không đọc được tệp lịch"),
        ("a folder as calendar", ["--calendar", "."], "Không đọc được tệp lịch"),
        ("a year without days off", ["--received", "2027-12-25T10:00", "--term", "20 days"], "năm 2028"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(case: str, options: list[str], part: str) -> None:
    usual = ["--received", "2026-03-05T10:00", "--term", "3 days"] if options else []
    code, output, errors = run(*usual, *options)
    assert code == 2
    assert output == ""
    assert part in errors
    assert "Traceback" not in errors


def test_it_needs_no_django() -> None:
    program = "import sys, motcua.cli.due; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
