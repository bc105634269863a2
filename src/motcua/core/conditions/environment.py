# SPDX-License-Identifier: EUPL-1.2
"""What a condition is judged against: answers by question id, and the day."""

import datetime as dt
from collections.abc import Mapping

from motcua.core.values import PartialDate

Answers = Mapping[str, object]

# "@" cannot stand in a question id, so no answer can pose as the day.
TODAY = "@today"


def with_today(answers: Answers, today: dt.date) -> dict[str, object]:
    """The answers with the day on which they are judged; ages are counted to that day."""
    return {**answers, TODAY: PartialDate.of(today).to_json()}


def is_answered(value: object) -> bool:
    """Whether a value counts as an answer; 0 and "no" do, empty text and empty lists do not."""
    return value is not None and value not in ("", [], {})
