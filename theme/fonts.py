# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: INP001 - a build script beside its Node project, not a package.
"""Cuts Be Vietnam Pro down to the letters Vietnamese pages use.

Usage: fonts.py PACKAGE_FOLDER OUTPUT_FOLDER
"""

import shutil
import sys
from pathlib import Path

from fontTools import subset

_ASCII = "".join(map(chr, range(0x20, 0x7F)))
_VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
_SIGNS = "\N{NO-BREAK SPACE}₫€–—\N{MINUS SIGN}‘’“”…·•§×±°²«»"
LETTERS = "".join(sorted(set(_ASCII + _VOWELS + _VOWELS.upper() + _SIGNS)))
WEIGHTS = {"400": "400Regular/BeVietnamPro_400Regular.ttf", "700": "700Bold/BeVietnamPro_700Bold.ttf"}


def cut(source: Path, target: Path) -> None:
    """One WOFF2 with the letters above, kerning and mark placement kept, hints dropped."""
    options = subset.Options()
    options.flavor = "woff2"
    options.hinting = False
    options.desubroutinize = True
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    font = subset.load_font(str(source), options)
    cutter = subset.Subsetter(options)
    cutter.populate(text=LETTERS)
    cutter.subset(font)
    subset.save_font(font, str(target), options)


def main() -> None:
    """Writes both weights and the licence beside them."""
    package, output = Path(sys.argv[1]), Path(sys.argv[2])
    for weight, name in WEIGHTS.items():
        cut(package / name, output / f"be-vietnam-pro-{weight}.woff2")
    shutil.copy(package / "LICENSE_FONT", output / "be-vietnam-pro-OFL.txt")


if __name__ == "__main__":
    main()
