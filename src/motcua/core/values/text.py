# SPDX-License-Identifier: EUPL-1.2
"""Vietnamese text: one stored form, one searchable form."""

import re
import unicodedata

_SPACES = re.compile(r"\s+")


def normalise(text: str) -> str:
    """Text in composed form (NFC) with outer spaces cut and inner runs of spaces made one.

    Phones and older keyboards send decomposed letters (NFD); search and signatures need one form.
    """
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


def fold(text: str) -> str:
    """Text for comparing and searching: lower case, no marks, đ as d."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _SPACES.sub(" ", bare.replace("đ", "d")).strip()
