"""Decides whether this run needs PostgreSQL and Django at all."""

from pathlib import Path

import pytest

TESTS = Path(__file__).parent
# The core must stay testable in seconds, without Django; the launcher starts servers of its own.
WITHOUT_DJANGO = tuple(TESTS / name for name in ("core", "postgres", "cli", "test_house_rules.py"))


def pytest_configure(config: pytest.Config) -> None:
    """Start them before any test module, and with it any model, is imported."""
    asked = [(config.invocation_params.dir / argument.split("::")[0]).resolve() for argument in config.args]
    if not all(any(path.is_relative_to(free) for free in WITHOUT_DJANGO) for path in asked):
        config.pluginmanager.import_plugin("tests.django_session")
        config.pluginmanager.import_plugin("tests.stack_session")
