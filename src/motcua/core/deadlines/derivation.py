# SPDX-License-Identifier: EUPL-1.2
"""How a due date came about: steps for machines, and a Vietnamese sentence for each."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from .words import (
    describe_date,
    describe_day,
    describe_duration,
    describe_moment,
    describe_ordinal,
    describe_span,
)

_FIRST_DAY = "khoản 2 Điều 147 Bộ luật Dân sự"
_LAST_DAY_OFF = "khoản 5 Điều 148 Bộ luật Dân sự"


class StepCode(StrEnum):
    """What a step of a derivation states."""

    RECEIVED = "received"
    EVENT_DAY = "event_day"
    CLOCK_STARTS = "clock_starts"
    DAY_OFF = "day_off"
    COUNTED_DAY = "counted_day"
    COUNTED_DAYS = "counted_days"
    WORKED_DAY = "worked_day"
    WORKED_DAYS = "worked_days"
    TERM_END = "term_end"
    MOVED_TO_WORKING_DAY = "moved_to_working_day"
    MOVED_TO_OPENING = "moved_to_opening"
    BEFORE_CUT_OFF = "before_cut_off"
    AFTER_CUT_OFF = "after_cut_off"
    SUSPENSION = "suspension"
    SUSPENSION_OPEN = "suspension_open"
    PROJECTED_CALENDAR = "projected_calendar"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class DerivationStep:
    """One step. Which fields a code fills is read off its sentence below.

    numbers: ordinals of days, seconds of working time, or a year.
    text: a name, a basis, or why a day is off.
    """

    code: StepCode
    days: tuple[date, ...] = ()
    moments: tuple[datetime, ...] = ()
    numbers: tuple[int, ...] = ()
    text: str = ""


def explain(step: DerivationStep) -> str:
    """The step as a Vietnamese sentence without a full stop."""
    return _SENTENCES[step.code](step)


def _counted_day(step: DerivationStep) -> str:
    note = f" ({step.text})" if step.text else ""
    return f"Ngày làm việc {describe_ordinal(step.numbers[0])}: {describe_day(step.days[0])}{note}"


def _counted_days(step: DerivationStep) -> str:
    first, last = (describe_ordinal(number) for number in step.numbers)
    return f"Ngày làm việc {first} đến {last}: {_from_to(step)}"


def _term_end(step: DerivationStep) -> str:
    when = f"lúc {describe_moment(step.moments[0])}" if step.moments else f"vào {describe_day(step.days[0])}"
    return f"Hết {step.text} {when}"


def _moved_to_working_day(step: DerivationStep) -> str:
    day = describe_day(step.days[0])
    return f"Hết hạn vào ngày nghỉ nên chuyển sang ngày làm việc tiếp theo: {day} ({_LAST_DAY_OFF})"


def _after_cut_off(step: DerivationStep) -> str:
    day = describe_day(step.days[0])
    return f"Nhận sau {step.text} hoặc khi đã hết giờ làm việc nên trả trong ngày làm việc tiếp theo: {day}"


def _suspension(step: DerivationStep) -> str:
    start, end = (describe_moment(moment) for moment in step.moments)
    return f"Tạm dừng {_length(step)} làm việc: từ {start} đến {end}{_basis(step)}"


def _suspension_open(step: DerivationStep) -> str:
    start = describe_moment(step.moments[0])
    left = _length(step)
    return f"Đang tạm dừng từ {start}{_basis(step)}: chưa tính được hạn, khi tính tiếp còn {left} làm việc"


def _projected(step: DerivationStep) -> str:
    return f"Ngày nghỉ năm {step.numbers[0]} mới là dự kiến, chưa có quyết định: hạn này có thể thay đổi"


def _basis(step: DerivationStep) -> str:
    return f" (căn cứ: {step.text})" if step.text else ""


def _length(step: DerivationStep) -> str:
    return describe_duration(timedelta(seconds=step.numbers[0]))


def _from_to(step: DerivationStep) -> str:
    return f"từ {describe_day(step.days[0])} đến {describe_day(step.days[1])}"


_SENTENCES: dict[StepCode, Callable[[DerivationStep], str]] = {
    StepCode.RECEIVED: lambda step: f"Nhận lúc {describe_moment(step.moments[0])}",
    StepCode.EVENT_DAY: lambda step: (
        f"Ngày nhận {describe_date(step.days[0])} không tính, tính từ ngày tiếp theo ({_FIRST_DAY})"
    ),
    StepCode.CLOCK_STARTS: lambda step: (
        f"Nhận ngoài giờ làm việc nên tính từ {describe_moment(step.moments[0])}"
    ),
    StepCode.DAY_OFF: lambda step: f"{describe_span(*step.days)} {step.text} (không tính)",
    StepCode.COUNTED_DAY: _counted_day,
    StepCode.COUNTED_DAYS: _counted_days,
    StepCode.WORKED_DAY: lambda step: f"Tính {_length(step)} trong {describe_day(step.days[0])}",
    StepCode.WORKED_DAYS: lambda step: f"Tính {_length(step)} {_from_to(step)}",
    StepCode.TERM_END: _term_end,
    StepCode.MOVED_TO_WORKING_DAY: _moved_to_working_day,
    StepCode.MOVED_TO_OPENING: lambda step: (
        f"Lúc đó ngoài giờ làm việc nên chuyển sang giờ mở cửa tiếp theo: {describe_moment(step.moments[0])}"
    ),
    StepCode.BEFORE_CUT_OFF: lambda step: f"Nhận không muộn hơn {step.text} nên trả ngay trong ngày",
    StepCode.AFTER_CUT_OFF: _after_cut_off,
    StepCode.SUSPENSION: _suspension,
    StepCode.SUSPENSION_OPEN: _suspension_open,
    StepCode.PROJECTED_CALENDAR: _projected,
    StepCode.DUE: lambda step: f"Hạn trả: {describe_moment(step.moments[0])}",
}
