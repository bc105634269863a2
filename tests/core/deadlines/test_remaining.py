"""What a queue says about the time left."""

import pytest
from tests.core.deadlines.calendars import OFFICE, moment

from motcua.core.deadlines import remaining


@pytest.mark.parametrize(
    ("case", "now", "due", "kind", "text"),
    [
        ("more than three working days", "2026-03-02 10:00", "2026-03-06 17:30", "later", "Còn 4 ngày"),
        ("days off do not count", "2026-04-24 10:00", "2026-05-05 17:30", "later", "Còn 4 ngày"),
        ("days and hours", "2026-03-05 13:30", "2026-03-06 17:30", "soon", "Còn 1 ngày 4 giờ"),
        ("whole days", "2026-03-05 08:30", "2026-03-06 08:30", "soon", "Còn 1 ngày"),
        ("minutes of a day are left out", "2026-03-05 08:00", "2026-03-06 08:30", "soon", "Còn 1 ngày"),
        ("hours and minutes only", "2026-03-05 16:00", "2026-03-06 08:00", "soon", "Còn 2 giờ"),
        ("over a weekend", "2026-03-06 17:00", "2026-03-09 08:15", "soon", "Còn 1 giờ 15 phút"),
        (
            "only the opening left",
            "2026-03-08 10:00",
            "2026-03-09 07:30",
            "soon",
            "Hạn 07:30 ngày 9/3/2026",
        ),
        ("today", "2026-03-06 08:00", "2026-03-06 17:00", "today", "Hạn hôm nay 17:00"),
        ("at the very moment", "2026-03-06 17:00", "2026-03-06 17:00", "today", "Hạn hôm nay 17:00"),
        ("late on the same day", "2026-03-06 16:30", "2026-03-06 15:00", "overdue", "Quá hạn 1 giờ 30 phút"),
        ("late by seconds", "2026-03-06 15:00:20", "2026-03-06 15:00", "overdue", "Quá hạn 20 giây"),
        ("late on the day off after", "2026-03-07 10:00", "2026-03-06 17:30", "overdue", "Quá hạn 1 ngày"),
        ("late by working days", "2026-03-10 10:00", "2026-03-06 17:30", "overdue", "Quá hạn 2 ngày"),
        ("beyond the calendar", "2027-12-30 10:00", "2028-01-10 17:30", "later", "Hạn 17:30 ngày 10/1/2028"),
        ("late beyond the calendar", "2028-01-03 10:00", "2027-12-30 17:30", "overdue", "Quá hạn 4 ngày"),
    ],
)
def test_the_words_of_a_row(case: str, now: str, due: str, kind: str, text: str) -> None:
    left = remaining(OFFICE, moment(now), moment(due))
    assert (left.kind, left.text) == (kind, text)
