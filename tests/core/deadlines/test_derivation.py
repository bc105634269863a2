"""A due date tells how it came about."""

from dataclasses import replace
from datetime import date

import pytest
from tests.core.deadlines.calendars import DAYS_2026, OFFICE, moment

from motcua.core.deadlines import (
    Calendar,
    DayEntry,
    DayKind,
    Deadline,
    Suspension,
    Term,
    TermUnit,
    compute_deadline,
    describe_duration,
    explain,
)


def sentences(
    received: str,
    amount: int,
    unit: TermUnit,
    calendar: Calendar = OFFICE,
    suspensions: tuple[Suspension, ...] = (),
) -> list[str]:
    deadline = compute_deadline(moment(received), Term(amount, unit), calendar, suspensions)
    assert isinstance(deadline, Deadline)
    return [explain(step) for step in deadline.derivation]


def test_working_days_name_what_counts_and_what_does_not() -> None:
    assert sentences("2026-04-24 14:00", 3, TermUnit.WORKING_DAYS) == [
        "Nhận lúc 14:00 thứ Sáu 24/4/2026",
        "Ngày nhận 24/4/2026 không tính, tính từ ngày tiếp theo (khoản 2 Điều 147 Bộ luật Dân sự)",
        "25/4/2026 nghỉ hằng tuần (không tính)",
        "26/4/2026 nghỉ Giỗ Tổ Hùng Vương (không tính)",
        "27/4/2026 nghỉ bù Giỗ Tổ Hùng Vương (không tính)",
        "Ngày làm việc thứ nhất: thứ Ba 28/4/2026",
        "Ngày làm việc thứ hai: thứ Tư 29/4/2026",
        "30/4/2026 nghỉ Ngày Chiến thắng (không tính)",
        "1/5/2026 nghỉ Ngày Quốc tế lao động (không tính)",
        "2/5/2026 đến 3/5/2026 nghỉ hằng tuần (không tính)",
        "Ngày làm việc thứ ba: thứ Hai 4/5/2026",
        "Hạn trả: 17:30 thứ Hai 4/5/2026",
    ]


def test_a_long_term_stays_short_but_names_every_holiday() -> None:
    lines = sentences("2026-01-05 14:00", 60, TermUnit.WORKING_DAYS)
    assert "Ngày làm việc thứ năm: thứ Bảy 10/1/2026 (làm bù dịp Tết Dương lịch)" in lines
    assert "Ngày làm việc thứ 11 đến thứ 60: từ thứ Hai 19/1/2026 đến thứ Sáu 3/4/2026" in lines
    assert "16/2/2026 đến 20/2/2026 nghỉ Tết Nguyên đán (không tính)" in lines
    assert len(lines) == 16


def test_working_hours_name_the_time_used_each_day() -> None:
    assert sentences("2026-04-24 17:45", 12, TermUnit.WORKING_HOURS) == [
        "Nhận lúc 17:45 thứ Sáu 24/4/2026",
        "Nhận ngoài giờ làm việc nên tính từ 07:30 thứ Ba 28/4/2026",
        "25/4/2026 nghỉ hằng tuần (không tính)",
        "26/4/2026 nghỉ Giỗ Tổ Hùng Vương (không tính)",
        "27/4/2026 nghỉ bù Giỗ Tổ Hùng Vương (không tính)",
        "Tính 8 giờ trong thứ Ba 28/4/2026",
        "Tính 4 giờ trong thứ Tư 29/4/2026",
        "Hạn trả: 11:30 thứ Tư 29/4/2026",
    ]


def test_many_working_hours_are_summed_after_ten_days() -> None:
    lines = sentences("2026-03-02 07:30", 96, TermUnit.WORKING_HOURS)
    assert "Tính 16 giờ từ thứ Hai 16/3/2026 đến thứ Ba 17/3/2026" in lines


def test_a_last_day_that_is_a_day_off_moves() -> None:
    assert sentences("2026-08-20 10:00", 11, TermUnit.DAYS)[2:] == [
        "Hết 11 ngày vào thứ Hai 31/8/2026",
        "31/8/2026 nghỉ hoán đổi dịp Quốc khánh (không tính)",
        "1/9/2026 đến 2/9/2026 nghỉ Quốc khánh (không tính)",
        (
            "Hết hạn vào ngày nghỉ nên chuyển sang ngày làm việc tiếp theo: thứ Năm 3/9/2026 "
            "(khoản 5 Điều 148 Bộ luật Dân sự)"
        ),
        "Hạn trả: 17:30 thứ Năm 3/9/2026",
    ]


def test_clock_hours_that_end_at_night_move_to_the_opening() -> None:
    assert sentences("2026-03-05 10:00", 12, TermUnit.HOURS)[1:] == [
        "Hết 12 giờ lúc 22:00 thứ Năm 5/3/2026",
        "Lúc đó ngoài giờ làm việc nên chuyển sang giờ mở cửa tiếp theo: 07:30 thứ Sáu 6/3/2026",
        "Hạn trả: 07:30 thứ Sáu 6/3/2026",
    ]


def test_the_cut_off_is_named() -> None:
    assert "Nhận không muộn hơn 15:00 nên trả ngay trong ngày" in sentences(
        "2026-03-05 15:00", 1, TermUnit.SAME_DAY
    )
    late = sentences("2026-03-05 15:00:01", 1, TermUnit.SAME_DAY)
    assert late[:2] == [
        "Nhận lúc 15:00:01 thứ Năm 5/3/2026",
        "Nhận sau 15:00 hoặc khi đã hết giờ làm việc nên trả trong ngày làm việc tiếp theo: thứ Sáu 6/3/2026",
    ]


def test_a_suspension_names_its_working_time_and_basis_and_the_holidays_it_meets() -> None:
    pause = Suspension(moment("2026-04-24 08:00"), moment("2026-04-24 11:00"), "Phiếu yêu cầu bổ sung 12")
    closed = DayEntry(DayKind.LOCAL_CLOSURE, "chuyển trụ sở")
    calendar = replace(OFFICE, days={**DAYS_2026, date(2026, 4, 28): closed})
    assert sentences("2026-04-23 14:00", 1, TermUnit.WORKING_DAYS, calendar, (pause,))[3:] == [
        (
            "Tạm dừng 3 giờ làm việc: từ 08:00 thứ Sáu 24/4/2026 đến 11:00 thứ Sáu 24/4/2026 "
            "(căn cứ: Phiếu yêu cầu bổ sung 12)"
        ),
        "26/4/2026 nghỉ Giỗ Tổ Hùng Vương (không tính)",
        "27/4/2026 nghỉ bù Giỗ Tổ Hùng Vương (không tính)",
        "28/4/2026 đơn vị nghỉ: chuyển trụ sở (không tính)",
        "Hạn trả: 10:30 thứ Tư 29/4/2026",
    ]


def test_a_suspension_without_basis_or_working_time() -> None:
    pause = Suspension(moment("2026-03-05 18:00"), moment("2026-03-05 19:00"), "")
    lines = sentences("2026-03-05 14:00", 1, TermUnit.WORKING_DAYS, suspensions=(pause,))
    assert "Tạm dừng 0 giờ làm việc: từ 18:00 thứ Năm 5/3/2026 đến 19:00 thứ Năm 5/3/2026" in lines


def test_a_projected_year_is_said() -> None:
    warning = "Ngày nghỉ năm 2027 mới là dự kiến, chưa có quyết định: hạn này có thể thay đổi"
    assert warning in sentences("2026-12-25 14:00", 10, TermUnit.WORKING_DAYS)
    assert warning not in sentences("2026-12-25 14:00", 2, TermUnit.WORKING_DAYS)


def test_a_make_up_day_without_any_shift_is_named() -> None:
    calendar = replace(OFFICE, days={date(2026, 3, 7): DayEntry(DayKind.SWAP_WORK, "lễ hội", shifts=())})
    assert "7/3/2026 không có ca làm việc: lễ hội (không tính)" in sentences(
        "2026-03-06 14:00", 1, TermUnit.WORKING_DAYS, calendar
    )


@pytest.mark.parametrize("data", [{}, {"version": 2}, {"version": 1}])
def test_an_unknown_stored_form_is_an_error(data: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="version 1"):
        Deadline.from_json(data)


def test_an_unknown_stored_step_is_an_error() -> None:
    deadline = compute_deadline(moment("2026-03-05 14:00"), Term(1, TermUnit.DAYS), OFFICE)
    assert isinstance(deadline, Deadline)
    with pytest.raises(ValueError, match="step"):
        Deadline.from_json({**deadline.to_json(), "derivation": [{"code": "due"}]})


def test_lengths_in_words() -> None:
    assert describe_duration(moment("2026-03-05 14:00") - moment("2026-03-05 10:30")) == "3 giờ 30 phút"
