"""Somebody without a browser: keeps cookies, reads forms, answers them over HTTP."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import httpx

Files = list[tuple[str, tuple[str, bytes, str]]]


@dataclass(slots=True)
class HtmlForm:
    """One form of a page: fields with what stands in them, radios only when chosen."""

    action: str
    method: str
    fields: dict[str, list[str]] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.forms: list[HtmlForm] = []
        self.choosing = ""
        self.writing = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Fields of the form that is open."""
        have = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(HtmlForm(have.get("action", ""), have.get("method", "get").lower()))
        elif not self.forms:
            return
        elif tag == "option" and "selected" in have:
            self._keep(self.choosing, have.get("value", ""))
        elif have.get("name"):
            self._control(tag, have)

    def handle_data(self, data: str) -> None:
        """The text of a textarea."""
        if self.writing:
            self.forms[-1].fields[self.writing] = [data.removeprefix("\n")]

    def handle_endtag(self, tag: str) -> None:
        """The end of a textarea."""
        if tag == "textarea":
            self.writing = ""

    def _control(self, tag: str, have: Mapping[str, str]) -> None:
        name, kind = have["name"], have.get("type", "text")
        if tag in {"input", "select", "textarea"} and kind != "hidden":
            self.forms[-1].asked.add(name)
        if tag == "select":
            self.choosing = name
        elif tag == "textarea":
            self.writing = name
        elif tag == "input" and kind != "file" and (kind not in {"radio", "checkbox"} or "checked" in have):
            self._keep(name, have.get("value", ""))

    def _keep(self, name: str, value: str) -> None:
        self.forms[-1].fields.setdefault(name, []).append(value)


def forms_of(html: str) -> list[HtmlForm]:
    """The forms of a page, in order."""
    reader = _Reader()
    reader.feed(html)
    return reader.forms


@dataclass(slots=True)
class Visitor:
    """page: what was last seen; redirects have been followed."""

    home: str
    client: httpx.Client = field(
        default_factory=lambda: httpx.Client(timeout=30, trust_env=False, follow_redirects=True)
    )
    page: httpx.Response = field(
        default_factory=lambda: httpx.Response(204, request=httpx.Request("GET", "/"))
    )

    def get(self, path: str) -> httpx.Response:
        """Opens an address of the portal, or any full one."""
        self.page = self.client.get(urljoin(self.home, path))
        return self.page

    def post(
        self,
        given: Mapping[str, str],
        *,
        where: Callable[[HtmlForm], bool] = lambda form: form.method == "post",
        action: str = "",
        files: Files | None = None,
    ) -> httpx.Response:
        """Answers the first form for which `where` holds; what is not given stays as it stands."""
        form = next(each for each in forms_of(self.page.text) if where(each))
        data: dict[str, list[str]] = {**form.fields, **{name: [value] for name, value in given.items()}}
        address = urljoin(str(self.page.url), action or form.action)
        self.page = self.client.post(address, data=data, files=files)
        return self.page

    @property
    def path(self) -> str:
        """Where this visitor is."""
        return urlsplit(str(self.page.url)).path

    def sign_in(self, person: str) -> None:
        """At the stand-in for VNeID, by the slug of a made-up person."""
        self.post({}, where=lambda form: "/dang-nhap/vneid/" in form.action)
        self.post({"person": person})
        self.post({"action": "grant"})
