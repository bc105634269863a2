"""What is shipped: letters of the fonts, weight on the wire, contrast of the colours."""

import gzip
import re
import unicodedata
from pathlib import Path

import brotli
import pytest
from fontTools.ttLib import TTFont

import motcua.theme

STATIC = Path(motcua.theme.__file__).parent / "static" / "theme"
VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
VIETNAMESE = {unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES} | {"đ"}
PRINTED = set(map(chr, range(0x20, 0x7F))) | set("₫–—‘’“”…·\N{NO-BREAK SPACE}")


def weight(name: str) -> int:
    content = (STATIC / name).read_bytes()
    return len(content) if name.endswith(".woff2") else len(brotli.compress(content))


def tokens() -> dict[str, str]:
    found = re.findall(r"--([a-z-]+):\s*(#[0-9a-f]{3,6})", (STATIC / "motcua.css").read_text())
    return {
        name: value if len(value) == 7 else "#" + "".join(digit * 2 for digit in value[1:])
        for name, value in found
    }


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ["be-vietnam-pro-400.woff2", "be-vietnam-pro-700.woff2"])
def test_every_vietnamese_letter_is_in_the_font(name: str) -> None:
    font = TTFont(STATIC / name)
    wanted = PRINTED | VIETNAMESE | {letter.upper() for letter in VIETNAMESE}
    assert wanted - set(map(chr, font.getBestCmap())) == set()
    assert "GPOS" in font, "kerning is kept"
    assert "fpgm" not in font, "hints are dropped"


def test_the_licence_of_the_font_is_beside_it() -> None:
    assert "SIL Open Font License" in (STATIC / "be-vietnam-pro-OFL.txt").read_text()


@pytest.mark.parametrize(
    ("names", "limit"),
    [
        (("motcua.css",), 11_000),
        (("motcua.js",), 6_000),
        (("be-vietnam-pro-400.woff2", "be-vietnam-pro-700.woff2"), 21_000),
        (("motcua.js", "office.js"), 25_000),
    ],
)
def test_the_look_is_light(names: tuple[str, ...], limit: int) -> None:
    assert sum(map(weight, names)) <= limit


def test_even_gzip_keeps_a_cold_page_under_60_kb() -> None:
    shipped = ("motcua.css", "motcua.js", "fonts.css")
    compressed = sum(len(gzip.compress((STATIC / name).read_bytes())) for name in shipped)
    assert compressed + weight("be-vietnam-pro-400.woff2") + weight("be-vietnam-pro-700.woff2") < 60_000


@pytest.mark.parametrize(
    ("text", "surface", "least"),
    [
        ("chu", "#ffffff", 7),
        ("chu", "xanh-nhat", 7),
        ("chu", "luc-nhat", 7),
        ("chu", "do-nhat", 7),
        ("chu", "cam-nhat", 7),
        ("chu", "xam-nhat", 7),
        ("chu", "vang", 7),
        ("chu-phu", "#ffffff", 6),
        ("chu-phu", "xam-nhat", 6),
        ("chu-phu", "xanh-nhat", 6),
        ("xanh", "#ffffff", 7),
        ("xanh", "xanh-nhat", 7),
        ("xanh", "xam-nhat", 7),
        ("#ffffff", "xanh-dam", 7),
        ("#ffffff", "luc", 7),
        ("#ffffff", "do", 7),
        ("do", "#ffffff", 7),
        ("do", "do-nhat", 6),
        ("cam", "#ffffff", 6),
        ("cam", "cam-nhat", 6),
        ("tim", "#ffffff", 7),
        ("tim", "tim-nhat", 7),
        ("vang", "xanh-dam", 7),
        ("cam-vach", "#ffffff", 3),
        ("vien-form", "#ffffff", 3),
    ],
)
def test_colours_can_be_told_apart(text: str, surface: str, least: float) -> None:
    colours = tokens()
    assert contrast(colours.get(text, text), colours.get(surface, surface)) >= least


def test_nothing_is_fetched_from_elsewhere() -> None:
    for sheet in STATIC.glob("*.css"):
        addresses = re.findall(r"url\(([^)]*)\)", sheet.read_text())
        assert [address for address in addresses if "//" in address] == []
