# SPDX-License-Identifier: EUPL-1.2
"""What a text becomes as an SMS: its alphabet and the parts that are paid for (3GPP TS 23.038, 23.040)."""

import unicodedata
from dataclasses import dataclass

GSM_7 = "GSM-7"
UCS_2 = "UCS-2"

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
# Sent as an escape and a letter: two places each.
_EXTENDED = frozenset("\f^{}\\[~]|€")

# Room in one part alone, and in each of several parts, which carry a header.
_ROOM = {GSM_7: (160, 153), UCS_2: (70, 67)}

_PLAIN = str.maketrans(
    {
        "đ": "d",
        "Đ": "D",
        "₫": "d",
        "–": "-",
        "—": "-",
        "‑": "-",
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "…": "...",
        "\u00a0": " ",
    }
)


@dataclass(frozen=True, slots=True)
class Segments:
    """encoding: "GSM-7" or "UCS-2"; parts: messages paid for; length: septets or UTF-16 units used."""

    encoding: str
    parts: int
    length: int


def is_gsm7(text: str) -> bool:
    """Whether every letter is in the GSM 7-bit alphabet or its extension table."""
    return all(letter in _BASIC or letter in _EXTENDED for letter in text)


def segments(text: str) -> Segments:
    """How the text is sent; nothing for an empty text."""
    encoding = GSM_7 if is_gsm7(text) else UCS_2
    sizes = [_size(letter, encoding) for letter in text]
    alone, shared = _ROOM[encoding]
    length = sum(sizes)
    parts = min(length, 1) if length <= alone else _parts(sizes, shared)
    return Segments(encoding, parts, length)


def strip_marks(text: str) -> str:
    """The text without Vietnamese marks and with plain dashes and quotes; case is kept, other signs stay."""
    letters = unicodedata.normalize("NFD", text.translate(_PLAIN))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", bare)


def _size(letter: str, encoding: str) -> int:
    """Places one letter takes: two for an escaped letter, or for one beyond the basic plane."""
    wide = letter in _EXTENDED if encoding == GSM_7 else ord(letter) > 0xFFFF
    return 2 if wide else 1


def _parts(sizes: list[int], room: int) -> int:
    """Parts needed when a letter of two places is never torn apart."""
    parts, left = 1, room
    for size in sizes:
        if size > left:
            parts, left = parts + 1, room
        left -= size
    return parts
