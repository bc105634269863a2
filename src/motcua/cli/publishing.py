# SPDX-License-Identifier: EUPL-1.2
"""Publishes a package from the command line; needs the database."""

from pathlib import Path

from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone

from motcua.catalogue.services import publish_package
from motcua.core.values import Problem, Refusal

_NO_DATABASE = Refusal(
    "no_database",
    "Chưa biết cơ sở dữ liệu nào. Hãy đặt biến DATABASE_URL, hoặc chạy “motcua demo” rồi thử lại.",
)


def publish_folder(folder: Path) -> int | tuple[Problem, ...] | Refusal:
    """The number of the revision now published; or what is wrong with the package, or with the database."""
    if not settings.DATABASES["default"]["NAME"]:
        return _NO_DATABASE
    try:
        done = publish_package(folder, at=timezone.now())
    except DatabaseError as error:
        message = f"Chưa ghi được vào cơ sở dữ liệu. Hãy chạy “motcua migrate” trước. Lý do: {error}"
        return Refusal("database", message)
    return done if isinstance(done, tuple) else done.number
