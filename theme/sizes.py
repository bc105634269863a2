# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: INP001 - a build script beside its Node project, not a package.
"""Prints what each compiled file weighs on the wire. Usage: sizes.py FOLDER"""

import sys
from pathlib import Path

import brotli


def main() -> None:
    """One line per file: bytes after brotli; fonts are compressed already."""
    for file in sorted(Path(sys.argv[1]).iterdir()):
        content = file.read_bytes()
        weight = len(content) if file.suffix == ".woff2" else len(brotli.compress(content))
        sys.stdout.write(f"{weight:>7,} {file.name}\n")


if __name__ == "__main__":
    main()
