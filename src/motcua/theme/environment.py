# SPDX-License-Identifier: EUPL-1.2
"""The Jinja2 environment of every page."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from django.apps import apps
from django.conf import settings as django_settings
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Undefined

from motcua.theme import formats

_FILTERS = {
    "moment": formats.moment,
    "day": formats.day,
    "long_day": formats.long_day,
    "clock": formats.clock,
    "iso": formats.iso,
    "money": formats.money,
    "size": formats.size,
    "dossier_code": formats.dossier_code,
}


class Components:
    """All macros as one object, so that a page writes `{{ ui.button("Tiếp tục") }}` and imports nothing.

    `ui.x` is the macro `x` of the file theme/components/x.html. In development a changed file is seen at once;
    in production a macro is looked for once.
    """

    def __init__(self, environment: Environment) -> None:
        self._environment = environment

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):
            raise AttributeError(name)
        macro: object = getattr(self._environment.get_template(f"theme/components/{name}.html").module, name)
        if not self._environment.auto_reload:
            setattr(self, name, macro)
        return macro


def environment(**options: object) -> Environment:
    """The environment for Django's Jinja2 backend.

    options: what Django passes on, such as `auto_reload`; `loader` is replaced by the templates folders of
    all installed motcua apps. Undefined names are errors: a page never shows a hole where a fact should be.
    """
    settings = {**options, "loader": FileSystemLoader(_template_folders()), "autoescape": True}
    settings |= {"trim_blocks": True, "lstrip_blocks": True, "undefined": StrictUndefined}
    made = Environment(**settings)  # type: ignore[arg-type]  # noqa: S701 - autoescape is set above
    made.filters.update(_FILTERS)
    # The name of a style holds its fingerprint, which stands for as long as the process.
    asset = static if django_settings.DEBUG else cache(static)
    made.globals.update(ui=Components(made), static=asset, url=url, part=part)
    return made


def url(name: str, *args: object, **kwargs: object) -> str:
    """The path of a named route."""
    return str(reverse(name, args=args, kwargs=kwargs)) if args or kwargs else _fixed_url(name)


@cache
def _fixed_url(name: str) -> str:
    """The path of a route without parts: every page has six of them."""
    return reverse(name)


def part(row: object, name: str, default: object = None) -> object:
    """One optional part of a row, whether the row is a mapping or an object."""
    if isinstance(row, Undefined):
        return default
    if isinstance(row, Mapping):
        return row.get(name, default)
    return getattr(row, name, default)


def _template_folders() -> list[Path]:
    """The templates folder of every installed app of ours that has one."""
    folders = [
        Path(app.path) / "templates" for app in apps.get_app_configs() if app.name.startswith("motcua")
    ]
    return [folder for folder in folders if folder.is_dir()]
