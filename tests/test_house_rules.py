"""The rules of the house that a machine can check; CONTRIBUTING.md says why they are there."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from motcua.cli.commands import COMMANDS
from motcua.config.settings import Settings

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
OWN = [path for path in SOURCES if "migrations" not in path.parts]
PYTHON = [
    *OWN,
    *sorted(path for name in ("tests", "bench", "scripts") for path in (ROOT / name).rglob("*.py")),
]
TEMPLATES = sorted(
    path for path in (ROOT / "src").rglob("*") if path.suffix in {".html", ".jinja", ".j2", ".jinja2"}
)

LONGEST_FILE = 600
LONGEST_FUNCTION = 50
GRAB_BAGS = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc", "base", "lib"}
# One name per role in every app, as docs/map.md lists them; these are the usual other names for the roles.
FORBIDDEN_IN_APPS = {"views", "forms", "signals", "serializers", "model", "service", "event", "task", "query"}
APPS = sorted(
    path.parent
    for path in (ROOT / "src" / "motcua").glob("*/apps.py")
    if path.parent.name not in {"portal", "office", "api", "chat", "theme"}
)


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_files_are_short() -> None:
    lengths = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in PYTHON}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_functions_are_short() -> None:
    found = [
        f"{name_of(path)}:{node.lineno} {node.name}"
        for path in PYTHON
        for node in functions(parsed(path))
        if (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert found == []


def test_modules_are_named_for_what_they_hold() -> None:
    found = [
        name_of(path)
        for path in PYTHON
        if GRAB_BAGS & {*path.relative_to(ROOT).parts, path.stem} or path.stem.startswith("base_")
    ]
    assert found == []


def test_apps_use_the_same_file_names() -> None:
    assert APPS
    found = [name_of(path) for app in APPS for path in app.iterdir() if path.stem in FORBIDDEN_IN_APPS]
    assert found == []


def test_every_source_file_names_its_licence() -> None:
    line = "# SPDX-License-Identifier: EUPL-1.2"
    found = [name_of(path) for path in OWN if not path.read_text("utf-8").startswith(line)]
    assert found == []


def test_imports_stand_at_the_top() -> None:
    found = []
    for path in PYTHON:
        tree = parsed(path)
        top = {id(node) for node in tree.body}
        found += [
            f"{name_of(path)}:{node.lineno}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Import | ast.ImportFrom) and id(node) not in top
        ]
    assert found == []


def test_nothing_is_printed_outside_the_commands() -> None:
    found = [
        f"{name_of(path)}:{node.lineno}"
        for path in OWN
        if "cli" not in path.parts
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert found == []


def test_no_todo_is_left() -> None:
    mark = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|pragma: no cover")
    found = [
        f"{name_of(path)}:{number}"
        for path in PYTHON
        if path != Path(__file__)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if mark.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    "pattern",
    [
        r"<script(?![^>]*\bsrc=)[^>]*>",
        r"<style\b",
        r"\sstyle\s*=\s*[\"']",
        r"\son[a-z]+\s*=\s*[\"']",
        r"javascript:",
    ],
)
def test_templates_hold_no_script_and_no_style(pattern: str) -> None:
    forbidden = re.compile(pattern, re.IGNORECASE)
    found = [name_of(path) for path in TEMPLATES if forbidden.search(path.read_text("utf-8"))]
    assert found == []


def test_every_setting_has_a_sentence_and_a_row() -> None:
    page = (ROOT / "docs" / "settings.md").read_text("utf-8")
    for name, field in Settings.model_fields.items():
        assert (field.description or "").endswith("."), name
        assert str(field.description) in page, f"{name}: run `make docs`"


def test_generated_pages_are_up_to_date() -> None:
    answer = subprocess.run(
        [sys.executable, ROOT / "scripts" / "write_docs", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (answer.returncode, answer.stderr) == (0, "")


def test_every_command_exists_and_has_its_chapter() -> None:
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    for name, entry in COMMANDS.items():
        assert f"\n## motcua {name}\n" in page, name
        assert find_spec(entry.target.partition(":")[0]) is not None, name


def test_every_event_says_what_happened() -> None:
    found = [
        f"{name_of(path)}: {node.name}"
        for path in OWN
        if path.name == "events.py"
        for node in parsed(path).body
        if isinstance(node, ast.ClassDef) and not ast.get_docstring(node)
    ]
    assert found == []
