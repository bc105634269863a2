"""Data folders for servers that are started in earnest."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def data() -> Iterator[Path]:
    """A folder any user can reach, with a space and Vietnamese letters in its name."""
    parent = Path(tempfile.mkdtemp(prefix="motcua-pg-"))
    parent.chmod(0o755)
    yield parent / "dữ liệu một cửa"
    shutil.rmtree(parent)


@pytest.fixture
def is_root() -> bool:
    """Whether the run may change users."""
    return os.getuid() == 0
