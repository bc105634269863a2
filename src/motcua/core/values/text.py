# SPDX-License-Identifier: EUPL-1.2
"""Vietnamese text: one stored form, one searchable form."""

import re
import unicodedata

_SPACES = re.compile(r"\s+")
_BLANK_LINES = re.compile(r"\n{3,}")
# Control characters (PostgreSQL cannot store NUL), halves of surrogate pairs (not encodable as UTF-8),
# and marks that turn the direction of writing or hide in it, with which one text can pose as another.
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f\x80-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
# Composing sorts each run of marks in quadratic time. Thirty in a row is what Unicode's stream-safe form
# allows (UAX 15, section 13); no Vietnamese letter has more than three.
_LONGEST = 20_000
_MOST_MARKS = 30


def normalise(text: str) -> str:
    """Text in composed form (NFC) with outer spaces cut and inner runs of spaces made one.

    Phones and older keyboards send decomposed letters (NFD); search and signatures need one form.
    What stands beyond 20,000 characters, or beyond 30 marks on one letter, is dropped.
    """
    return _SPACES.sub(" ", unicodedata.normalize("NFC", _bounded(text))).strip()


def _bounded(text: str) -> str:
    text = text[:_LONGEST]
    if text.isascii():
        return text
    kept, marks = [], 0
    for letter in text:
        marks = marks + 1 if unicodedata.combining(letter) else 0
        if marks <= _MOST_MARKS:
            kept.append(letter)
    return "".join(kept)


def clean_line(text: str) -> str:
    """One storable line: normalised, without characters that are invisible or cannot be stored."""
    return normalise(_UNWANTED.sub("", text))


def clean_lines(text: str) -> str:
    """Storable text of several lines: each line cleaned, never two empty lines together."""
    lines = _UNWANTED.sub("", text[:_LONGEST]).splitlines()
    return _BLANK_LINES.sub("\n\n", "\n".join(normalise(line) for line in lines)).strip()


def fold(text: str) -> str:
    """Text for comparing and searching: lower case, no marks, đ as d."""
    decomposed = unicodedata.normalize("NFD", _bounded(text).lower())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _SPACES.sub(" ", bare.replace("đ", "d")).strip()
