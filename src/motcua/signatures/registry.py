# SPDX-License-Identifier: EUPL-1.2
"""The signers of this installation."""

from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string

from motcua.signatures.ports import Signers

DEVELOPMENT = "motcua.signatures.adapters.development_ca.DevelopmentSigners"


def signing_folder() -> Path:
    """Where development keys and the development authority's certificate are."""
    return Path(settings.MOTCUA.data) / "signing"


def current_signers() -> Signers:
    """The signers named by the Django setting SIGNERS (a class taking a folder), or development ones."""
    make = import_string(getattr(settings, "SIGNERS", DEVELOPMENT))
    found: Signers = make(signing_folder())
    return found
