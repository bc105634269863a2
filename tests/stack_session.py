"""One real system for the whole run."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.stack import Stack, real_stack


@pytest.fixture(scope="session")
def stack() -> Iterator[Stack]:
    """Made when the first test asks for it: that takes longer than most tests."""
    with TemporaryDirectory(prefix="motcua-stack-") as folder, real_stack(Path(folder)) as made:
        yield made
