"""One PostgreSQL and one Django for the whole run, unless only tests are asked for that need neither."""

import os
import tempfile
from contextlib import ExitStack
from pathlib import Path

import django
import pytest

from motcua.postgres import ensure_database, running

SETTINGS = "motcua.config.django_settings"
TESTS = Path(__file__).parent
# These start no PostgreSQL and no Django of ours; the core must stay testable in seconds.
WITHOUT_DJANGO = tuple(TESTS / name for name in ("core", "postgres", "cli", "test_house_rules.py"))
# What a test wrote need not survive a power cut.
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}

_session = ExitStack()


def pytest_configure(config: pytest.Config) -> None:
    """Start the database before any test module, and with it any model, is imported."""
    if not _needs_django(config):
        return
    if not os.environ.get("DATABASE_URL"):
        folder = _session.enter_context(tempfile.TemporaryDirectory(prefix="motcua-tests-"))
        address = _session.enter_context(running(Path(folder), FAST))
        ensure_database(address.url("postgres"), "motcua")
        os.environ["DATABASE_URL"] = address.url("motcua")
        os.environ.setdefault("MOTCUA_DATA", folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    django.setup()


def pytest_unconfigure() -> None:
    """Stop the database when the last test has closed its connections."""
    _session.close()


def _needs_django(config: pytest.Config) -> bool:
    asked = [(config.invocation_params.dir / argument.split("::")[0]).resolve() for argument in config.args]
    return not all(any(path.is_relative_to(free) for free in WITHOUT_DJANGO) for path in asked)
