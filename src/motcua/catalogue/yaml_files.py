# SPDX-License-Identifier: EUPL-1.2
"""Reads YAML files strictly: a key written twice is a mistake, never silently the last one."""

from pathlib import Path

import yaml

from motcua.core.values import Problem


class _StrictLoader(yaml.SafeLoader):
    """YAML without Python objects and without repeated keys."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        """The mapping; a repeated key is an error at its line."""
        seen: set[object] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                raise yaml.MarkedYAMLError(
                    problem=f"mục “{key}” ghi hai lần", problem_mark=key_node.start_mark
                )
            seen.add(key)
        return super().construct_mapping(node, deep=deep)


def read_yaml(path: Path) -> object | Problem:
    """What the file says, as mappings, lists, texts, numbers and days; or why it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return Problem(
            path.name, "unreadable", f"Không đọc được tệp {path.name}. Tệp phải là chữ Unicode (UTF-8)"
        )
    try:
        found: object = yaml.load(text, Loader=_StrictLoader)  # noqa: S506 (a SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        message = f"Dòng {line} của tệp {path.name} viết chưa đúng: {error.problem or error}"
        return Problem(f"{path.name}: dòng {line}", "not_yaml", message)
    except yaml.YAMLError as error:
        return Problem(path.name, "not_yaml", f"Tệp {path.name} có ký tự không đọc được: {error}")
    return found
