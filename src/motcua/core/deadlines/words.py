# SPDX-License-Identifier: EUPL-1.2
"""Days, moments and lengths of time in Vietnamese words."""

from datetime import date, datetime, time, timedelta

from .calendar import local

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")


def describe_date(day: date) -> str:
    """“24/4/2026”."""
    return f"{day.day}/{day.month}/{day.year}"


def describe_day(day: date) -> str:
    """“thứ Sáu 24/4/2026”."""
    return f"{_WEEKDAYS[day.weekday()]} {describe_date(day)}"


def describe_span(day: date, until: date) -> str:
    """“16/2/2026”, or “16/2/2026 đến 20/2/2026” for several days."""
    return describe_date(day) if day == until else f"{describe_date(day)} đến {describe_date(until)}"


def describe_clock(clock: time) -> str:
    """“14:00”, with seconds only when there are any."""
    return clock.strftime("%H:%M:%S" if clock.second else "%H:%M")


def describe_moment(moment: datetime) -> str:
    """“14:00 thứ Sáu 24/4/2026”, on a Vietnamese clock."""
    there = local(moment)
    return f"{describe_clock(there.time())} {describe_day(there.date())}"


def describe_duration(length: timedelta) -> str:
    """“3 giờ 30 phút”; seconds only below one minute; “0 giờ” for nothing."""
    minutes, seconds = divmod(int(length.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "giờ"), (minutes, "phút"), (0 if hours or minutes else seconds, "giây"))
    return " ".join(f"{count} {word}" for count, word in parts if count) or "0 giờ"


def describe_ordinal(number: int) -> str:
    """“thứ nhất” … “thứ mười”, then “thứ 11”."""
    return f"thứ {_ORDINALS[number - 1]}" if number <= len(_ORDINALS) else f"thứ {number}"
