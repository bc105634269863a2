# SPDX-License-Identifier: EUPL-1.2
"""How times, money, sizes and dossier codes are written on pages."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_LONG_RUN = re.compile(r"\d{6,}")
_NO_BREAK = "\N{NO-BREAK SPACE}"


def moment(at: datetime | None) -> str:
    """`10:51, thứ Hai 2/11/2026`; empty for None."""
    return f"{clock(at)}, {long_day(at)}" if at else ""


def day(on: date | None) -> str:
    """`2/11/2026`; a datetime is read in Vietnam's time; empty for None."""
    if on is None:
        return ""
    local = _local_date(on)
    return f"{local.day}/{local.month}/{local.year}"


def long_day(on: date | None) -> str:
    """`thứ Hai 2/11/2026`; empty for None."""
    return f"{_WEEKDAYS[_local_date(on).weekday()]} {day(on)}" if on else ""


def clock(at: datetime | None) -> str:
    """`10:51` in Vietnam's time; empty for None."""
    return f"{_local(at):%H:%M}" if at else ""


def iso(at: date | None) -> str:
    """What `<time datetime="…">` wants: an instant with its offset, or a plain date; empty for None."""
    if at is None:
        return ""
    return _local(at).isoformat(timespec="minutes") if isinstance(at, datetime) else at.isoformat()


def money(amount: int | None) -> str:
    """`50.000 đồng`, with a space that never breaks; whole đồng; empty for None."""
    return "" if amount is None else f"{amount:,}".replace(",", ".") + f"{_NO_BREAK}đồng"


def size(count: int | None) -> str:
    """Bytes for people: `840 KB`, `1,2 MB`; empty for None."""
    if count is None:
        return ""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))}{_NO_BREAK}KB"
    return f"{count / 1_000_000:.1f}".replace(".", ",").replace(",0", "") + f"{_NO_BREAK}MB"


def dossier_code(code: str) -> str:
    """The code as it is read aloud: `000.00.12.H01-261102-0001` → `000.00.12.H01 - 261 102 - 0001`.

    Dashes get room on both sides and runs of six digits or more are cut in threes.
    """
    return " - ".join(_LONG_RUN.sub(_in_threes, piece) for piece in code.split("-"))


def _in_threes(run: re.Match[str]) -> str:
    return " ".join(re.findall(r"\d{1,3}", run.group()))


def _local(at: datetime) -> datetime:
    return at.astimezone(VIETNAM) if at.tzinfo else at


def _local_date(on: date) -> date:
    return _local(on).date() if isinstance(on, datetime) else on
