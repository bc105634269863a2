# SPDX-License-Identifier: EUPL-1.2
"""pgbench: how fast PostgreSQL alone writes the rows of one submission."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from motcua.postgres import find_binaries

_RATE = re.compile(r"tps = ([\d.]+)")


def pgbench_program() -> str | None:
    """pgbench beside our own binaries, or the machine's newest, or None."""
    own = find_binaries().folder / "pgbench"
    others = sorted(Path("/usr/lib/postgresql").glob("*/bin/pgbench"), reverse=True)
    return next((str(each) for each in (own, *others) if each.exists()), shutil.which("pgbench"))


def transactions_per_second(
    program: str, url: str, statements: Sequence[str], *, clients: int, seconds: int
) -> float:
    """Commits a second; each writes all rows."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "rows.sql"
        script.write_text(
            "BEGIN;\n" + "".join(f"{each};\n" for each in statements) + "COMMIT;\n", encoding="utf-8"
        )
        options = ["-n", "-M", "simple", "-c", str(clients), "-j", "1", "-T", str(seconds), "-f", str(script)]
        done = subprocess.run([program, *options, url], capture_output=True, text=True, check=False)
    found = _RATE.search(done.stdout)
    if done.returncode != 0 or found is None:
        raise SystemExit(f"pgbench:\n{done.stdout}{done.stderr}")
    return float(found[1])
