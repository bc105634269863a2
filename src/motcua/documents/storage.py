# SPDX-License-Identifier: EUPL-1.2
"""The file store of this installation."""

from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string

from motcua.documents.ports import FileStore

FOLDER = "motcua.documents.adapters.folder.FolderStore"


def current_store() -> FileStore:
    """The store named by the Django setting FILE_STORE (a class taking a folder), by default a folder."""
    make = import_string(getattr(settings, "FILE_STORE", FOLDER))
    store: FileStore = make(Path(settings.MOTCUA.data) / "files")
    return store
