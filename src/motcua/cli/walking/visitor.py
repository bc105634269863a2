# SPDX-License-Identifier: EUPL-1.2
"""Somebody at a keyboard: keeps cookies, follows redirects, fills in forms, and says where it went wrong."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlsplit

import httpx

from motcua.cli.walking.pages import Form, Page, read_page

Upload = tuple[str, bytes, str]
LONGEST_WAIT = 30.0
_PAUSE = 0.25


class WalkFailed(Exception):
    """The walk cannot go on. url: where; message: what the page, or the network, said."""

    def __init__(self, url: str, message: str) -> None:
        """Keep both apart for the report."""
        super().__init__(message)
        self.url = url
        self.message = message


@dataclass(frozen=True, slots=True)
class Shown:
    """A page that came, with the address it came from."""

    url: str
    page: Page
    content: bytes
    media_type: str

    @property
    def path(self) -> str:
        """The address without host and query."""
        return urlsplit(self.url).path

    def fail(self, message: str) -> WalkFailed:
        """A failure at this page, with what the page itself complains of."""
        complaints = self.page.texts.get(".govuk-error-summary__body", [])
        said = complaints or self.page.texts.get(".mc-notice", []) or self.page.texts.get("h1", [])
        return WalkFailed(self.url, f"{message} Trang nói: {'; '.join(said) or 'không nói gì'}.")


class Visitor:
    """One person with one browser."""

    def __init__(self, portal: str, timeout: float = 30.0) -> None:
        """portal: the address of the portal, without a slash at its end."""
        self.portal = portal.rstrip("/")
        self._client = httpx.Client(follow_redirects=True, timeout=timeout, trust_env=False)

    def __enter__(self) -> Self:
        """For `with`."""
        return self

    def __exit__(self, *_: object) -> None:
        """Closes the connections."""
        self._client.close()

    def get(self, address: str) -> Shown:
        """A page by its path or full address; of an address of ours only the path counts."""
        return self._ask("GET", address, address)

    def post(self, at: Shown, address: str, values: Mapping[str, str]) -> Shown:
        """Sends values to an address, with the token of the page one is at."""
        form = next((form for form in at.page.forms if "csrfmiddlewaretoken" in form.names()), None)
        if form is None:
            raise at.fail("Trang này không có biểu mẫu nào để gửi.")
        token = dict(form.fields)["csrfmiddlewaretoken"]
        return self._ask("POST", address, at.url, data={"csrfmiddlewaretoken": token, **values})

    def send(
        self,
        at: Shown,
        form: Form,
        values: Mapping[str, str],
        *,
        address: str = "",
        uploads: Mapping[str, Upload] | None = None,
    ) -> Shown:
        """Sends a form with values put in; address: that of a button which has its own."""
        target = address or form.address or at.url
        sent = form.filled(values)
        extra = {name: [value] for name, value in values.items() if name not in sent}
        if form.method == "get":
            return self._ask("GET", target, at.url, params={**sent, **extra})
        return self._ask("POST", target, at.url, data={**sent, **extra}, files=uploads)

    def wait_for(self, look: Callable[[], Shown | None], address: str, what: str) -> Shown:
        """Looks again and again until something is there, for half a minute at most."""
        deadline = time.monotonic() + LONGEST_WAIT
        while time.monotonic() < deadline:
            found = look()
            if found is not None:
                return found
            time.sleep(_PAUSE)
        seconds = f"{LONGEST_WAIT:.0f}"
        raise WalkFailed(
            self._full(address, ""), f"Đợi {seconds} giây vẫn chưa có {what}. Xem bộ xử lý việc nền."
        )

    def _ask(self, method: str, address: str, at: str, **parts: object) -> Shown:
        url = self._full(address, at)
        try:
            answer = self._client.request(method, url, headers={"Referer": self._full(at, "")}, **parts)  # type: ignore[arg-type]
        except httpx.HTTPError as error:
            raise WalkFailed(url, f"Không kết nối được: {error or type(error).__name__}") from error
        media_type = answer.headers.get("content-type", "").partition(";")[0]
        page = read_page(answer.text) if media_type == "text/html" else Page()
        shown = Shown(str(answer.url), page, answer.content, media_type)
        if answer.is_error:
            raise shown.fail(f"{method} {urlsplit(url).path} trả lời {answer.status_code}.")
        return shown

    def _full(self, address: str, at: str) -> str:
        """The full address; a path is taken from the host of the page one is at, else from the portal."""
        if urlsplit(address).netloc:
            return address
        base = at if urlsplit(at).netloc else self.portal + "/"
        return str(httpx.URL(base).join(address))
