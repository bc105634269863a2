# SPDX-License-Identifier: EUPL-1.2
"""The start page of a procedure."""

from dataclasses import dataclass

from motcua.catalogue.content import Component, Method
from motcua.catalogue.queries import CompiledRevision


@dataclass(frozen=True, slots=True)
class StartPage:
    """The three facts, and the papers: those everybody sends and those some people send."""

    facts: tuple[tuple[str, str], ...]
    always: tuple[Component, ...]
    sometimes: tuple[Component, ...]
    methods: tuple[tuple[str, str, str], ...]


def start_page(revision: CompiledRevision) -> StartPage:
    """What the template shows; the same for everybody."""
    content = revision.content
    online = content.method("online") or content.methods[0]
    must = tuple(c for c in content.components if c.required_if is None and not c.optional)
    return StartPage(
        facts=(
            ("Bạn khai mất khoảng", f"{content.minutes} phút"),
            ("Lệ phí", online.fee_text),
            ("Có kết quả", _when(online)),
        ),
        always=must,
        sometimes=tuple(component for component in content.components if component not in must),
        methods=tuple((method.label, method.limit_text, method.fee_text) for method in content.methods),
    )


def _when(method: Method) -> str:
    return method.limit_text if method.limit_text == "Trong ngày" else f"Sau {method.limit_text}"
