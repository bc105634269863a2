# SPDX-License-Identifier: EUPL-1.2
"""Reading a page as a browser does: its forms with what stands in them, its links, and its words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

_NO_FIELD = frozenset({"submit", "button", "image", "reset", "file"})


@dataclass(frozen=True, slots=True)
class Button:
    """A way to send a form. address: its own one, or ""."""

    name: str
    value: str
    address: str


@dataclass(slots=True)
class Form:
    """fields: what would be sent as the page came, in order; options: values of radios and lists by name."""

    address: str
    method: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    options: dict[str, list[str]] = field(default_factory=dict)
    buttons: list[Button] = field(default_factory=list)

    def names(self) -> frozenset[str]:
        """Every field there is."""
        return frozenset(name for name, _ in self.fields) | frozenset(self.options)

    def filled(self, values: Mapping[str, str]) -> dict[str, list[str]]:
        """What is sent when these values are put in; names the form does not have are left out."""
        sent: dict[str, list[str]] = {}
        for name, value in self.fields:
            sent.setdefault(name, []).append(value)
        known = self.names()
        return {**sent, **{name: [value] for name, value in values.items() if name in known}}


@dataclass(slots=True)
class Page:
    """marks: data-… attributes by name; texts: the words by tag and by class."""

    forms: list[Form] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)
    texts: dict[str, list[str]] = field(default_factory=dict)
    words: str = ""

    def form_to(self, ending: str) -> Form | None:
        """The form whose address, or that of one of its buttons, ends so."""
        return next((form for form in self.forms if _leads_to(form, ending)), None)

    def link_with(self, part: str) -> str | None:
        """The first link whose address holds the part."""
        return next((href for href, _ in self.links if part in href), None)

    def text_of(self, key: str) -> str:
        """The first words of a tag ("h1") or a class (".mc-digits"); "" when there are none."""
        return next(iter(self.texts.get(key, ())), "")


def read_page(html: str) -> Page:
    """The page of an HTML text."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.page.words = " ".join(" ".join(reader.pieces).split())
    return reader.page


def _leads_to(form: Form, ending: str) -> bool:
    addresses = (form.address, *(button.address for button in form.buttons))
    return any(address.partition("?")[0].endswith(ending) for address in addresses)


class _Reader(HTMLParser):
    """Collects forms, links and words while the tags go by."""

    _VOID = frozenset({"input", "br", "img", "meta", "link", "hr", "path", "source", "wbr"})

    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self.pieces: list[str] = []
        self._open: list[tuple[str, tuple[str, ...], int]] = []
        self._form: Form | None = None
        self._select = ""
        self._textarea = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes what the tag brings."""
        found = {name: value or "" for name, value in attrs}
        self.page.marks.update({name: value for name, value in found.items() if name.startswith("data-")})
        if tag not in self._VOID:
            classes = tuple(f".{each}" for each in found.get("class", "").split())
            marks = tuple(f"[{name}]" for name in found if name.startswith("data-"))
            self._open.append((tag, (tag, *classes, *marks), len(self.pieces)))
        if tag == "form":
            self._form = Form(found.get("action", ""), found.get("method", "get").lower())
            self.page.forms.append(self._form)
        elif tag == "a":
            self.page.links.append((found.get("href", ""), ""))
        elif self._form is not None:
            self._field(self._form, tag, found)

    def handle_endtag(self, tag: str) -> None:
        """Closes what is open, with the words that stood in it."""
        if not any(name == tag for name, _, _ in self._open):
            return
        while self._open:
            name, keys, start = self._open.pop()
            text = " ".join("".join(self.pieces[start:]).split())
            for key in keys:
                self.page.texts.setdefault(key, []).append(text)
            if name == tag:
                break
        if tag == "form":
            self._form = None
        elif tag == "textarea" and self._form is not None:
            self._form.fields.append((self._textarea, self.page.texts["textarea"][-1]))
        elif tag == "select":
            self._select = ""

    def handle_data(self, data: str) -> None:
        """Keeps the words."""
        self.pieces.append(data)

    def _field(self, form: Form, tag: str, found: Mapping[str, str]) -> None:
        name, value = found.get("name", ""), found.get("value", "")
        if tag == "button" or (tag == "input" and found.get("type") == "submit"):
            form.buttons.append(Button(name, value, found.get("formaction", "")))
        elif tag == "select":
            self._select = name
            form.options[name] = []
        elif tag == "option" and self._select:
            form.options[self._select].append(value)
            if "selected" in found:
                form.fields.append((self._select, value))
        elif tag == "textarea":
            self._textarea = name
        elif tag == "input" and name:
            self._input(form, name, value, found)

    @staticmethod
    def _input(form: Form, name: str, value: str, found: Mapping[str, str]) -> None:
        kind = found.get("type", "text")
        if kind in {"radio", "checkbox"}:
            form.options.setdefault(name, []).append(value)
            if "checked" in found:
                form.fields.append((name, value))
        elif kind not in _NO_FIELD:
            form.fields.append((name, value))
