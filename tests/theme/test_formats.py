"""How times, money, sizes and codes are written."""

from datetime import UTC, date, datetime

import pytest

from motcua.theme import formats

AT = datetime(2026, 11, 2, 3, 51, tzinfo=UTC)


def test_a_moment_is_told_in_vietnams_time() -> None:
    assert formats.moment(AT) == "10:51, thứ Hai 2/11/2026"


def test_a_late_evening_in_utc_is_the_next_day_here() -> None:
    assert formats.long_day(AT.replace(hour=20)) == "thứ Ba 3/11/2026"


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2026, 11, 8), "Chủ nhật 8/11/2026"),
        (date(2026, 2, 28), "thứ Bảy 28/2/2026"),
        (datetime(2026, 3, 1, 8, tzinfo=UTC), "Chủ nhật 1/3/2026"),
    ],
)
def test_a_day_has_its_weekday(on: date, words: str) -> None:
    assert formats.long_day(on) == words


def test_what_is_not_known_is_empty() -> None:
    for written in (
        formats.moment,
        formats.day,
        formats.long_day,
        formats.clock,
        formats.iso,
        formats.money,
        formats.size,
    ):
        assert written(None) == ""


def test_machines_read_the_offset() -> None:
    assert formats.iso(AT) == "2026-11-02T10:51+07:00"
    assert formats.iso(date(2026, 11, 2)) == "2026-11-02"


@pytest.mark.parametrize(
    ("amount", "words"), [(0, "0 đồng"), (50000, "50.000 đồng"), (1234567, "1.234.567 đồng")]
)
def test_money_never_breaks_between_number_and_unit(amount: int, words: str) -> None:
    assert formats.money(amount) == words.replace(" ", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(
    ("count", "words"), [(10, "1 KB"), (384_400, "384 KB"), (2_400_000, "2,4 MB"), (20_000_000, "20 MB")]
)
def test_sizes_are_short(count: int, words: str) -> None:
    assert formats.size(count) == words.replace(" ", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(
    ("code", "read"),
    [
        ("000.00.12.H01-261102-0001", "000.00.12.H01 - 261 102 - 0001"),
        ("H01-00012", "H01 - 00012"),
        ("ABC", "ABC"),
    ],
)
def test_codes_are_grouped_for_reading_aloud(code: str, read: str) -> None:
    assert formats.dossier_code(code) == read
