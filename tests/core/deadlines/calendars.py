"""Calendars for the tables of this folder: small, with the real days off around each case."""

from datetime import date, datetime, time

from motcua.core.deadlines import VIETNAM, Calendar, DayEntry, DayKind, Shift

MORNING = Shift(time(7, 30), time(11, 30))
AFTERNOON = Shift(time(13, 30), time(17, 30))
WEEK = dict.fromkeys(range(5), (MORNING, AFTERNOON))

HOLIDAY, COMPENSATION = DayKind.HOLIDAY, DayKind.COMPENSATION
SWAP_OFF, SWAP_WORK = DayKind.SWAP_OFF, DayKind.SWAP_WORK

DAYS_2026 = {
    date(2026, 1, 1): DayEntry(HOLIDAY, "Tết Dương lịch"),
    date(2026, 1, 2): DayEntry(SWAP_OFF, "Tết Dương lịch"),
    date(2026, 1, 10): DayEntry(SWAP_WORK, "Tết Dương lịch"),
    **{date(2026, 2, day): DayEntry(HOLIDAY, "Tết Nguyên đán") for day in range(16, 21)},
    date(2026, 4, 26): DayEntry(HOLIDAY, "Giỗ Tổ Hùng Vương"),
    date(2026, 4, 27): DayEntry(COMPENSATION, "Giỗ Tổ Hùng Vương"),
    date(2026, 4, 30): DayEntry(HOLIDAY, "Ngày Chiến thắng"),
    date(2026, 5, 1): DayEntry(HOLIDAY, "Ngày Quốc tế lao động"),
    date(2026, 8, 22): DayEntry(SWAP_WORK, "Quốc khánh"),
    date(2026, 8, 31): DayEntry(SWAP_OFF, "Quốc khánh"),
    date(2026, 9, 1): DayEntry(HOLIDAY, "Quốc khánh"),
    date(2026, 9, 2): DayEntry(HOLIDAY, "Quốc khánh"),
    date(2026, 11, 24): DayEntry(HOLIDAY, "Ngày Văn hóa Việt Nam"),
    date(2027, 1, 1): DayEntry(HOLIDAY, "Tết Dương lịch"),
}

OFFICE = Calendar("văn phòng", WEEK, DAYS_2026, 2024, 2027, projected_years=frozenset({2027}))
SATURDAY_MORNING = Calendar("làm cả sáng thứ Bảy", {**WEEK, 5: (MORNING,)}, DAYS_2026, 2024, 2027)


def moment(text: str) -> datetime:
    """A Vietnamese local time such as “2026-04-24 14:00”."""
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)
