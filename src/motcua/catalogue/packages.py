# SPDX-License-Identifier: EUPL-1.2
"""Reads a service package from disk and compiles all of it; every problem names its file and place.

services/<slug>/
  procedure.yaml    what the law says and how the service is shown
  form.yaml         pages and questions
  process.bpmn      the process, unless procedure.yaml names a shared pattern
  outputs/*.typ     result documents, one for each result
  messages.yaml     wording that differs from the defaults, by key; may be left out
  scenarios/*.yaml  who applies, what the offices do, and what must come of it
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from motcua.core.forms import Form, compile_form
from motcua.core.forms import to_json as form_to_json
from motcua.core.values import Problem
from motcua.core.workflow import Process, compile_process
from motcua.workflow.patterns import pattern_names, read_pattern

from .content import ProcedureContent, parse_content, to_json
from .cross_checks import check_together
from .output_checks import check_outputs
from .scenarios import Scenario, parse_scenario
from .wording import check_wording
from .yaml_files import read_yaml

SAMPLE_SERVICES = Path(__file__).parents[3] / "services"


@dataclass(frozen=True, slots=True)
class Package:
    """A service package without a fault, compiled.

    outputs: result id → Typst text. messages: key → wording.
    """

    folder: Path
    content: ProcedureContent
    form: Form
    process: Process
    outputs: Mapping[str, str]
    messages: Mapping[str, str]
    scenarios: tuple[Scenario, ...]

    @property
    def stored(self) -> dict[str, object]:
        """The parts a revision keeps, as JSON values by column."""
        return {
            "content": to_json(self.content),
            "form": form_to_json(self.form),
            "process": self.process.to_json(),
            "outputs": dict(self.outputs),
            "messages": dict(self.messages),
        }

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the stored parts: equal revisions have equal digests."""
        canonical = json.dumps(self.stored, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()


def package_folders(root: Path = SAMPLE_SERVICES) -> tuple[Path, ...]:
    """The packages in a folder, in alphabetical order; the folder itself when it is a package."""
    if (root / "procedure.yaml").is_file():
        return (root,)
    return tuple(sorted(path.parent for path in root.glob("*/procedure.yaml")))


def read_package(folder: Path) -> Package | tuple[Problem, ...]:
    """The compiled package, or everything that is wrong with it."""
    procedure = read_yaml(folder / "procedure.yaml")
    content = _content(procedure, folder.resolve().name)
    form = _form(read_yaml(folder / "form.yaml"))
    process = _process(procedure, folder)
    messages = _messages(folder / "messages.yaml")
    scenarios = _scenarios(folder / "scenarios")
    parts = (content, form, process, messages, scenarios)
    problems = tuple(problem for part in parts for problem in _problems(part))
    if problems:
        return problems
    assert isinstance(content, ProcedureContent)
    assert isinstance(form, Form)
    assert isinstance(process, Process)
    outputs = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("outputs/*.typ"))}
    problems = (
        *check_together(content, form, process, outputs),
        *check_wording(content, form),
        *check_outputs(content, outputs),
    )
    if problems:
        return problems
    return Package(folder, content, form, process, outputs, _of_texts(messages), _of_scenarios(scenarios))


def _problems(part: object) -> tuple[Problem, ...]:
    """The problems, when the part is a tuple of them."""
    listed = part if isinstance(part, tuple) else ()
    return tuple(each for each in listed if isinstance(each, Problem))


def _of_texts(messages: object) -> dict[str, str]:
    return dict(messages) if isinstance(messages, dict) else {}


def _of_scenarios(scenarios: tuple[object, ...]) -> tuple[Scenario, ...]:
    return tuple(each for each in scenarios if isinstance(each, Scenario))


def _in_file(name: str, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems with the name of their file before their place."""
    return tuple(
        replace(problem, place=f"{name}: {problem.place}" if problem.place else name) for problem in problems
    )


def _content(source: object | Problem, slug: str) -> ProcedureContent | tuple[Problem, ...]:
    if isinstance(source, Problem):
        return (source,)
    found = parse_content(source, slug)
    return _in_file("procedure.yaml", found) if isinstance(found, tuple) else found


def _form(source: object | Problem) -> Form | tuple[Problem, ...]:
    if isinstance(source, Problem):
        return (source,)
    found = compile_form(source if isinstance(source, Mapping) else {})
    return _in_file("form.yaml", found) if isinstance(found, tuple) else found


def _process(procedure: object | Problem, folder: Path) -> Process | tuple[Problem, ...]:
    """The process of process.bpmn, or of the pattern named in procedure.yaml, with its parameters."""
    source = procedure.get("process") if isinstance(procedure, Mapping) else None
    named = source if isinstance(source, Mapping) else {}
    parameters = named.get("parameters", {})
    if not isinstance(parameters, Mapping) or not set(named) <= {"pattern", "parameters"}:
        message = "Mục process chỉ gồm pattern và parameters"
        return (Problem("procedure.yaml: process", "unknown_key", message),)
    drawn = folder / "process.bpmn"
    if drawn.is_file():
        found = compile_process(drawn.read_text(encoding="utf-8"), parameters)
        return _in_file("process.bpmn", found) if isinstance(found, tuple) else found
    pattern = named.get("pattern")
    if pattern not in pattern_names():
        message = f"Cần tệp process.bpmn, hoặc ghi pattern là một trong: {', '.join(pattern_names())}"
        return (Problem("procedure.yaml: process.pattern", "unknown_pattern", message),)
    found = compile_process(read_pattern(str(pattern)), parameters)
    return _in_file("procedure.yaml: process.parameters", found) if isinstance(found, tuple) else found


def _messages(path: Path) -> dict[str, str] | tuple[Problem, ...]:
    if not path.is_file():
        return {}
    source = read_yaml(path)
    if isinstance(source, Problem):
        return (source,)
    if isinstance(source, Mapping) and all(isinstance(text, str) for text in source.values()):
        return {str(key): str(text) for key, text in source.items()}
    return (Problem(path.name, "not_texts", "Tệp messages.yaml gồm các dòng “mã tin: lời nhắn”"),)


def _scenarios(folder: Path) -> tuple[Scenario | Problem, ...]:
    return tuple(each for path in sorted(folder.glob("*.yaml")) for each in _scenario(path))


def _scenario(path: Path) -> tuple[Scenario | Problem, ...]:
    source = read_yaml(path)
    if isinstance(source, Problem):
        return (replace(source, place=f"scenarios/{source.place}"),)
    found = parse_scenario(source, path.stem)
    return _in_file(f"scenarios/{path.name}", found) if isinstance(found, tuple) else (found,)
