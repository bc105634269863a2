# SPDX-License-Identifier: EUPL-1.2
"""What went wrong, as values: people's mistakes are answers of a function, not exceptions."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend at one place.

    place: where it is: a question id, or a path such as "pages[2].questions[1].visible_if".
    code: a stable word for programs and tests, such as "missing" or "cycle".
    message: a whole Vietnamese sentence that says what is wrong and how to mend it.
    """

    place: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """An act that is not allowed now.

    code: a stable word for programs and tests, such as "taken_by_other".
    message: a whole Vietnamese sentence for the person who asked.
    """

    code: str
    message: str
