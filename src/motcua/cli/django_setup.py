# SPDX-License-Identifier: EUPL-1.2
"""Django for commands that need it, pointed at the database the user means."""

import os
from pathlib import Path

import django
from rich.console import Console

from motcua.postgres import database_url

SETTINGS_MODULE = "motcua.config.django_settings"
DATABASE = "motcua"


def data_folder() -> Path:
    """The folder of this installation's data: MOTCUA_DATA, or `var` where the command is called."""
    return Path(os.environ.get("MOTCUA_DATA") or "var").resolve()


def secret_file(data: Path) -> Path:
    """Where `motcua demo` keeps the key of sessions and one-time links."""
    return data / "secret"


def secret_key(data: Path) -> str:
    """The key of sessions: MOTCUA_SECRET_KEY, or that of the demonstration; empty when there is none."""
    kept = secret_file(data)
    return os.environ.get("MOTCUA_SECRET_KEY") or (
        kept.read_text(encoding="ascii").strip() if kept.is_file() else ""
    )


def set_up_django(*, with_database: bool) -> None:
    """Fill in what the environment leaves open from the running demo, then set up Django.

    Ends the program with a sentence if a database is needed and none is named.
    """
    data = data_folder()
    url = database_url(data, DATABASE)
    if url is not None:
        os.environ["DATABASE_URL"] = url
    elif with_database:
        Console(stderr=True).print(
            "Chưa biết cơ sở dữ liệu nào. Hãy đặt biến DATABASE_URL, "
            f"hoặc chạy “motcua demo” với thư mục dữ liệu {data} rồi thử lại."
        )
        raise SystemExit(2)
    os.environ["MOTCUA_SECRET_KEY"] = secret_key(data)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS_MODULE)
    django.setup()
