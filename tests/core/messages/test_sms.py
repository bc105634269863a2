"""SMS alphabets and parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.core.messages import Segments, is_gsm7, segments, strip_marks

VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"


@pytest.mark.parametrize(
    ("case", "text", "expected"),
    [
        ("nothing", "", Segments("GSM-7", 0, 0)),
        ("plain", "Ho so da nop", Segments("GSM-7", 1, 12)),
        ("exactly one part", "a" * 160, Segments("GSM-7", 1, 160)),
        ("one letter more", "a" * 161, Segments("GSM-7", 2, 161)),
        ("exactly two parts", "a" * 306, Segments("GSM-7", 2, 306)),
        ("three parts", "a" * 307, Segments("GSM-7", 3, 307)),
        ("escaped letters take two places", "[€]", Segments("GSM-7", 1, 6)),
        ("eighty escaped letters", "€" * 80, Segments("GSM-7", 1, 160)),
        ("an escaped letter is not torn apart", "a" * 152 + "€" + "a" * 152, Segments("GSM-7", 3, 306)),
        ("with marks", "Hồ sơ", Segments("UCS-2", 1, 5)),
        ("exactly one part with marks", "ồ" * 70, Segments("UCS-2", 1, 70)),
        ("one letter more with marks", "ồ" * 71, Segments("UCS-2", 2, 71)),
        ("a picture takes two places", "😀", Segments("UCS-2", 1, 2)),
        ("a picture is not torn apart", "ồ" * 66 + "😀" + "ồ" * 66, Segments("UCS-2", 3, 134)),
    ],
)
def test_parts(case: str, text: str, expected: Segments) -> None:
    assert segments(text) == expected


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Đã nộp hồ sơ “khai sinh”", 'Da nop ho so "khai sinh"'),
        ("22:00–23:30 … 50.000₫", "22:00-23:30 ... 50.000d"),
        ("ĐƯỜNG LÊ LỢI’", "DUONG LE LOI'"),
    ],
)
def test_marks_are_stripped(text: str, plain: str) -> None:
    assert strip_marks(text) == plain


@given(st.text(VIETNAMESE + VIETNAMESE.upper() + " –“”’…", max_size=200))
def test_stripped_vietnamese_always_fits_the_small_alphabet(text: str) -> None:
    plain = strip_marks(text)
    assert is_gsm7(plain)
    assert strip_marks(plain) == plain


@given(st.text(max_size=400), st.characters())
def test_a_longer_text_never_takes_fewer_parts(text: str, letter: str) -> None:
    assert segments(text + letter).parts >= segments(text).parts
