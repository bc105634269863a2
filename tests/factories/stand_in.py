"""The stand-in for VNeID as its own program on loopback, and a citizen without a browser."""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from motcua.cli.web_server import granian_command
from motcua.postgres import ensure_database, free_port

SECRET = "bí mật của bài thử".encode().hex()
PORTAL = "http://testserver"
LABEL = "Chương trình mô phỏng VNeID – người và số liệu bịa"
_INPUT = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
_ACTION = re.compile(r'<form method="post" action="([^"]*)"')


@contextmanager
def stand_in(portal: str = PORTAL) -> Iterator[str]:
    """Prepares and serves it on a database of its own; the issuer's address."""
    port = free_port(18900)
    with tempfile.TemporaryDirectory(prefix="motcua-vneid-") as folder:
        environment = {
            **os.environ,
            "DATABASE_URL": ensure_database(os.environ["DATABASE_URL"], "motcua_vneid_tests"),
            "MOTCUA_DATA": folder,
            "MOTCUA_PUBLIC_URL": portal,
            "MOTCUA_VNEID_CLIENT_SECRET": SECRET,
            "DJANGO_SETTINGS_MODULE": "motcua_simulators.vneid.settings",
        }
        prepare = [sys.executable, "-m", "motcua_simulators.vneid", "prepare"]
        subprocess.run(prepare, env=environment, check=True)
        command = granian_command(
            "motcua_simulators.vneid.wsgi:application", host="127.0.0.1", port=port, workers=1, threads=2
        )
        with (Path(folder) / "log").open("w") as log:
            server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(address, server)
            yield address
        finally:
            server.terminate()
            server.wait(20)


def _wait_for(address: str, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(300):
        assert server.poll() is None, "the stand-in ended at once"
        try:
            httpx.get(address, timeout=5, trust_env=False)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the stand-in does not answer")


class Visitor:
    """Somebody at the stand-in: keeps cookies, reads forms, follows redirects within it."""

    def __init__(self, issuer: str) -> None:
        self.issuer = issuer
        self.client = httpx.Client(timeout=20, trust_env=False)
        self.pages: list[httpx.Response] = []

    def get(self, address: str) -> httpx.Response:
        """A page, redirects within the stand-in followed."""
        return self._follow(self.client.get(address))

    def choose(self, page: httpx.Response, person: str) -> httpx.Response:
        """One tap on a person of the list."""
        return self._post(page, {"person": person})

    def answer(self, page: httpx.Response, action: str) -> httpx.Response:
        """ "grant" or "cancel" on the consent page; the redirect back to the portal."""
        return self._post(page, {"action": action})

    def _post(self, page: httpx.Response, chosen: dict[str, str]) -> httpx.Response:
        fields: dict[str, list[str]] = {}
        for name, value in _INPUT.findall(page.text):
            fields.setdefault(name, []).append(unescape(value))
        action = _ACTION.search(page.text)
        assert action is not None
        return self._follow(self.client.post(self.issuer + unescape(action[1]), data={**fields, **chosen}))

    def _follow(self, response: httpx.Response) -> httpx.Response:
        while response.is_redirect:
            target = response.headers["location"]
            if urlsplit(target).netloc not in {"", urlsplit(self.issuer).netloc}:
                return response
            response = self.client.get(response.url.join(target))
        self.pages.append(response)
        return response
