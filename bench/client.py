# SPDX-License-Identifier: EUPL-1.2
"""A browser's part of HTTP/1.1 and no more: on a small machine the client takes its time from the server."""

import re
import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
_NAMED = re.compile(r'\bname="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Page:
    """What came back. seconds: from the request's first byte to the answer's last."""

    status: int
    path: str
    location: str
    text: str
    size: int
    seconds: float

    @property
    def hidden(self) -> dict[str, str]:
        """Hidden fields of the page's forms."""
        return dict(_HIDDEN.findall(self.text))

    @property
    def names(self) -> frozenset[str]:
        """Names of all fields."""
        return frozenset(_NAMED.findall(self.text))


@dataclass
class Browser:
    """One connection that is kept open, and the cookies."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._socket = socket.create_connection(("127.0.0.1", self.port), timeout=60)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._answers = self._socket.makefile("rb")

    def close(self) -> None:
        """Close the connection."""
        self._answers.close()
        self._socket.close()

    def get(self, path: str) -> Page:
        """GET without following redirects."""
        return self._exchange(path, f"GET {path} HTTP/1.1\r\n{self._headers()}\r\n".encode())

    def post(self, path: str, fields: Mapping[str, str]) -> Page:
        """POST of a form without following redirects."""
        body = urlencode(fields).encode()
        kind = "Content-Type: application/x-www-form-urlencoded\r\n"
        head = f"POST {path} HTTP/1.1\r\n{self._headers()}{kind}Content-Length: {len(body)}\r\n\r\n"
        return self._exchange(path, head.encode() + body)

    def _headers(self) -> str:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return f"Host: 127.0.0.1\r\nAccept: text/html\r\nCookie: {cookies}\r\n"

    def _exchange(self, path: str, request: bytes) -> Page:
        started = time.perf_counter()
        self._socket.sendall(request)
        status = int(self._answers.readline().split()[1])
        location, length = "", 0
        while (line := self._answers.readline().decode("latin-1").strip()) != "":
            name, _, value = line.partition(": ")
            name = name.lower()
            if name == "content-length":
                length = int(value)
            elif name == "location":
                location = value
            elif name == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        body = self._answers.read(length)
        seconds = time.perf_counter() - started
        return Page(status, path, urlsplit(location).path, body.decode(), length, seconds)
