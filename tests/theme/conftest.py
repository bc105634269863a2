"""Pages of the look, rendered through Django's own backend."""

import pytest
from django.test import Client
from jinja2 import Environment
from pytest_django import Settings

from motcua.theme.environment import environment


@pytest.fixture(autouse=True)
def _only_the_look(settings: Settings) -> None:
    settings.ROOT_URLCONF = "tests.theme.addresses"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.MIDDLEWARE = [
        "django.middleware.csrf.CsrfViewMiddleware",
        "csp.middleware.CSPMiddleware",
    ]


@pytest.fixture
def pages() -> Environment:
    return environment()


@pytest.fixture
def browser_client() -> Client:
    return Client()
