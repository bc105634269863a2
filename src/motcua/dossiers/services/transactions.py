# SPDX-License-Identifier: EUPL-1.2
"""A service that answers with a Refusal has changed nothing."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import transaction

from motcua.core.deadlines import CalendarMissing, calendar_missing
from motcua.core.values import Refusal

Parameters = ParamSpec("Parameters")
Answer = TypeVar("Answer")


def all_or_nothing(service: Callable[Parameters, Answer]) -> Callable[Parameters, Answer | Refusal]:
    """Runs a service in one transaction, undone when it answers with a Refusal.

    A year whose days off nobody has entered is a Refusal too, wherever in the service it is reached.
    """

    @wraps(service)
    def run(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Answer | Refusal:
        try:
            with transaction.atomic():
                answer = service(*args, **kwargs)
                if isinstance(answer, Refusal):
                    transaction.set_rollback(True)
                return answer
        except CalendarMissing as gap:
            return calendar_missing(gap)

    return run


def for_citizen(answer: Answer | Refusal) -> Answer | Refusal:
    """The same answer; what only the agency can mend is told as what the citizen can do about it."""
    if isinstance(answer, Refusal) and answer.code == "calendar_missing":
        return Refusal(
            answer.code,
            "Nơi giải quyết chưa nhập lịch nghỉ của năm cần tính hạn, nên chúng tôi chưa nhận được. "
            "Những gì bạn đã khai vẫn còn. Bạn gọi cho nơi giải quyết, rồi gửi lại.",
        )
    return answer
