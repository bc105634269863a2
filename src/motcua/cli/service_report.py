# SPDX-License-Identifier: EUPL-1.2
"""What `motcua service` says about one package."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from motcua.core.values import Problem


@dataclass(frozen=True, slots=True)
class ServiceReport:
    """name: the folder. summary: a sentence. facts: more for programs, in JSON values."""

    name: str
    summary: str = ""
    problems: tuple[Problem, ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def passed(self) -> bool:
        """Whether nothing was found wrong."""
        return not self.problems

    def to_json(self) -> dict[str, object]:
        """JSON values."""
        problems = [asdict(problem) for problem in self.problems]
        return {"service": self.name, "passed": self.passed, **self.facts, "problems": problems}
