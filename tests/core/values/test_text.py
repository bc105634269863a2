"""However strange a text is, bringing it into form takes no time to speak of."""

from time import perf_counter

import pytest

from motcua.core.values import clean_line, clean_lines, fold, normalise

# Composing has to sort these two marks past each other, over and over.
STACKED = "\u0323\u0301"


@pytest.mark.parametrize("clean", [normalise, clean_line, clean_lines, fold])
def test_stacked_marks_take_no_longer_than_letters(clean: object) -> None:
    started = perf_counter()
    found = clean("a" + STACKED * 500_000)  # type: ignore[operator]
    assert perf_counter() - started < 2
    assert len(found) < 40


def test_real_letters_keep_their_marks() -> None:
    assert normalise("Nguye\u0302\u0303n  Ti\u0323a\u0302\u0301u") == "Nguyễn Tịấu"


def test_a_text_has_an_end() -> None:
    assert len(normalise("a" * 30_000)) == 20_000
    assert len(clean_lines("ă\n" * 30_000)) <= 20_000
