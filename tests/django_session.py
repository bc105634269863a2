"""One PostgreSQL and one Django for the whole run; `DATABASE_URL` is respected."""

import os
import tempfile
from contextlib import ExitStack
from pathlib import Path

import django
from django.core.management import call_command

from motcua.postgres import ensure_database, running

SETTINGS = "motcua.config.django_settings"
# What a test wrote need not survive a power cut.
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}

_session = ExitStack()


def pytest_configure() -> None:
    """Start the database, then Django on it."""
    folder = _session.enter_context(tempfile.TemporaryDirectory(prefix="motcua-tests-"))
    os.environ["MOTCUA_DATA"] = folder
    if not os.environ.get("DATABASE_URL"):
        address = _session.enter_context(running(Path(folder), FAST))
        ensure_database(address.url("postgres"), "motcua")
        os.environ["DATABASE_URL"] = address.url("motcua")
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    django.setup()
    # Pages name their styles by the manifest, as on a real server.
    call_command("collectstatic", interactive=False, verbosity=0)


def pytest_unconfigure() -> None:
    """Stop the database when the last test has closed its connections."""
    _session.close()
