# SPDX-License-Identifier: EUPL-1.2
"""A published revision in the form the rest of the house works with."""

import datetime as dt
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from threading import Lock

from motcua.core.forms import Form
from motcua.core.forms import from_json as form_from_json
from motcua.core.workflow import Engine, Process

from .content import ProcedureContent, from_json


@dataclass(frozen=True)
class CompiledRevision:
    """A revision; its parts are made from what is stored when they are first used, and then kept.

    outputs: result id → Typst text. messages: key → wording that differs from the default.
    """

    id: int
    number: int
    procedure_id: int
    code: str
    digest: str
    effective_from: dt.date
    stored: Mapping[str, object]

    @cached_property
    def content(self) -> ProcedureContent:
        """What the procedure says."""
        found = from_json(self.stored["content"])
        assert isinstance(found, ProcedureContent), found
        return found

    @cached_property
    def form(self) -> Form:
        """The questions."""
        found = form_from_json(self.stored["form"])
        assert isinstance(found, Form), found
        return found

    @cached_property
    def process(self) -> Process:
        """The steps."""
        stored = self.stored["process"]
        assert isinstance(stored, Mapping)
        return Process.from_json(stored)

    @cached_property
    def engine(self) -> Engine:
        """What runs the steps."""
        return Engine(self.process)

    @cached_property
    def outputs(self) -> dict[str, str]:
        """Result documents as Typst text, by result id."""
        return _texts(self.stored["outputs"])

    @cached_property
    def messages(self) -> dict[str, str]:
        """Wording that differs from the defaults, by key."""
        return _texts(self.stored["messages"])


def _texts(stored: object) -> dict[str, str]:
    assert isinstance(stored, Mapping)
    return {str(key): str(text) for key, text in stored.items()}


class RevisionShelf:
    """The revisions used last, one shelf per process. They never change, so nothing goes stale."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._revisions: OrderedDict[int, CompiledRevision] = OrderedDict()
        self._lock = Lock()

    def take(self, revision_id: int) -> CompiledRevision | None:
        """The revision, if it is here; it is then the last to leave."""
        with self._lock:
            found = self._revisions.get(revision_id)
            if found is not None:
                self._revisions.move_to_end(revision_id)
            return found

    def put(self, revision: CompiledRevision) -> CompiledRevision:
        """Keep the revision; the one unused for longest leaves a full shelf. Gives the one that is kept."""
        with self._lock:
            kept = self._revisions.setdefault(revision.id, revision)
            if len(self._revisions) > self._size:
                self._revisions.popitem(last=False)
            return kept
