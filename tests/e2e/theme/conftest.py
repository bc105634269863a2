"""The gallery in a real browser, served by a thread of this process."""

import threading
from collections.abc import Iterator
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler
from pytest_django import Settings


class Server(ThreadingMixIn, WSGIServer):
    """One thread per connection, joined at the end."""

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle of an answer is no news."""


class Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Requests are not worth a line."""


@pytest.fixture
def gallery(settings: Settings) -> Iterator[str]:
    """The address of the gallery."""
    settings.ROOT_URLCONF = "tests.theme.addresses"
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    settings.DEBUG = True
    settings.MIDDLEWARE = ["django.middleware.csrf.CsrfViewMiddleware", "csp.middleware.CSPMiddleware"]
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    server = make_server("127.0.0.1", 0, StaticFilesHandler(WSGIHandler()), Server, Quiet)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/thu-vien-giao-dien/"
    server.shutdown()
    thread.join()
    server.server_close()
