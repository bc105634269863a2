# SPDX-License-Identifier: EUPL-1.2
"""`motcua`: finds the command that was asked for, and imports only that one."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from .commands import COMMANDS, CommandEntry
from .django_setup import set_up_django


class DeferredCommand(TyperCommand):
    """A command that knows its name and sentence, and becomes the real one when it is called."""

    def __init__(self, name: str, entry: CommandEntry) -> None:
        """Take the sentence from the list; nothing is imported yet."""
        super().__init__(name, help=entry.sentence)
        self.entry = entry

    def make_context(self, info_name: str | None, args: list[str], *rest: Any, **extra: Any) -> Any:
        """Load the real command; what follows runs the command of the context it gets."""
        return load_command(self.entry).make_context(info_name, args, *rest, **extra)


class CommandList(TyperGroup):
    """The group of all commands whose module is there."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 (Typer's signature)
        """The names, in the order of the list."""
        return [name for name, entry in COMMANDS.items() if find_spec(_module(entry)) is not None]

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | None:
        """The command of that name, not loaded yet."""
        return DeferredCommand(cmd_name, COMMANDS[cmd_name]) if cmd_name in self.list_commands(ctx) else None


def load_command(entry: CommandEntry) -> Any:
    """Set up what the command needs, import its module, and make a command of it."""
    if entry.needs != "nothing":
        set_up_django(with_database=entry.needs == "database")
    found = getattr(import_module(_module(entry)), entry.target.partition(":")[2])
    if isinstance(found, typer.Typer):
        return typer.main.get_command(found)
    single = typer.Typer(add_completion=False)
    single.command()(found)
    return typer.main.get_command(single)


def _module(entry: CommandEntry) -> str:
    return entry.target.partition(":")[0]


app = typer.Typer(cls=CommandList, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def motcua() -> None:
    """Một Cửa: thủ tục hành chính trực tuyến."""


if __name__ == "__main__":
    app(prog_name="motcua")
