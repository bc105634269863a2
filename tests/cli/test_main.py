"""The list of commands: known without importing them, and clear when something is missing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from motcua.cli.commands import COMMANDS

WITHOUT_DATABASE = {
    name: value
    for name, value in os.environ.items()
    if not name.startswith(("MOTCUA_", "DATABASE_", "DJANGO_"))
}


def run(*arguments: str, folder: Path, **extra: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "motcua.cli.main", *arguments]
    environment = {**WITHOUT_DATABASE, "MOTCUA_DATA": str(folder), "COLUMNS": "200", **extra}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_help_lists_every_command_with_its_sentence(tmp_path: Path) -> None:
    answer = run("--help", folder=tmp_path)
    assert answer.returncode == 0
    for name, entry in COMMANDS.items():
        assert name in answer.stdout
        assert entry.sentence in answer.stdout


def test_help_imports_no_command(tmp_path: Path) -> None:
    code = (
        "import sys; from motcua.cli.main import app; sys.argv = ['motcua', '--help']\n"
        "try: app()\n"
        "except SystemExit: pass\n"
        "print({'django.db', 'typst', 'pyhanko', 'motcua.cli.demo'} & set(sys.modules))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], env=WITHOUT_DATABASE, capture_output=True, text=True, check=True
    )
    assert answer.stdout.splitlines()[-1] == "set()"


def test_an_unknown_command_is_refused(tmp_path: Path) -> None:
    assert run("nothing", folder=tmp_path).returncode == 2


@pytest.mark.parametrize("arguments", [["worker"], ["migrate"], ["seed"], ["serve"], ["simulator", "vneid"]])
def test_without_a_database_the_way_out_is_named(arguments: list[str], tmp_path: Path) -> None:
    answer = run(*arguments, folder=tmp_path)
    assert answer.returncode == 2
    assert "DATABASE_URL" in answer.stderr


def test_the_server_does_not_start_with_a_key_anyone_could_have(tmp_path: Path) -> None:
    for key in ("", "short"):
        extra = {"DATABASE_URL": "postgresql://nobody@127.0.0.1:9/none", "MOTCUA_SECRET_KEY": key}
        answer = run("serve", folder=tmp_path, **extra)
        assert answer.returncode == 2
        assert "MOTCUA_SECRET_KEY" in answer.stderr


def test_the_doctor_tells_what_is_missing(tmp_path: Path) -> None:
    answer = run("doctor", folder=tmp_path)
    assert answer.returncode == 1
    assert "DATABASE_URL" in answer.stdout
    assert run("doctor", "--json", folder=tmp_path).stdout.startswith('[{"code": "python"')
