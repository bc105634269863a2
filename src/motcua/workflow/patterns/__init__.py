# SPDX-License-Identifier: EUPL-1.2
"""Shared processes: BPMN files that a service names in `process:` instead of drawing its own."""

from importlib.resources import files

_SUFFIX = ".bpmn"


def pattern_names() -> tuple[str, ...]:
    """The names a service may write, in alphabetical order."""
    names = (entry.name for entry in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX)))


def read_pattern(name: str) -> str:
    """The BPMN text of a pattern. Raises KeyError for a name that pattern_names does not give."""
    if name not in pattern_names():
        raise KeyError(name)
    return files(__name__).joinpath(name + _SUFFIX).read_text(encoding="utf-8")
