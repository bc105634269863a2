# SPDX-License-Identifier: EUPL-1.2
"""A message with places to fill. A message with a hole is never sent."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from motcua.core.values import Problem

# A doubled brace is a brace; a name in braces is a place; any other brace is a slip of the pen.
_TOKEN = re.compile(r"\{\{|\}\}|\{(?P<name>[a-z][a-z0-9_]*)\}|[{}]")


@dataclass(frozen=True, slots=True)
class Template:
    """Text with places such as {due_date}; names are lower-case letters, digits and underscores."""

    text: str


def placeholders(template: Template) -> tuple[str, ...]:
    """The names of the places, in order of first use, each once."""
    names = (token["name"] for token in _TOKEN.finditer(template.text) if token["name"])
    return tuple(dict.fromkeys(names))


def missing(template: Template, values: Mapping[str, str]) -> tuple[str, ...]:
    """The names for which there is no value, or only spaces."""
    return tuple(name for name in placeholders(template) if not values.get(name, "").strip())


def check(template: Template) -> tuple[Problem, ...]:
    """What is wrong with the template itself: a brace that neither opens nor closes a place."""
    return tuple(
        Problem(f"text[{token.start()}]", "brace", _stray_brace(template.text, token.start()))
        for token in _TOKEN.finditer(template.text)
        if token[0] in "{}"
    )


def fill(template: Template, values: Mapping[str, str]) -> str | tuple[Problem, ...]:
    """The text with every place filled, or what is missing. Values are taken literally, braces and all."""
    holes = tuple(
        Problem(name, "missing", f"Tin nhắn còn thiếu nội dung cho chỗ “{name}”. Hãy bổ sung rồi gửi lại.")
        for name in missing(template, values)
    )
    problems = check(template) + holes
    if problems:
        return problems
    return _TOKEN.sub(lambda token: values[token["name"]] if token["name"] else token[0][0], template.text)


def _stray_brace(text: str, place: int) -> str:
    near = text[place : place + 12]
    return f"Dấu ngoặc nhọn ở “{near}” bị lẻ. Hãy viết {{ten_cho_trong}}, hoặc viết đôi dấu ngoặc."
