"""The shelf of revisions in memory: bounded, and never two of one."""

import datetime as dt

from motcua.catalogue.revisions import CompiledRevision, RevisionShelf


def revision(number: int) -> CompiledRevision:
    return CompiledRevision(
        id=number,
        number=1,
        procedure_id=1,
        code="1.000001",
        digest="",
        effective_from=dt.date(2026, 1, 1),
        stored={},
    )


def test_the_one_unused_for_longest_leaves_a_full_shelf() -> None:
    shelf = RevisionShelf(size=2)
    first, second, third = (shelf.put(revision(number)) for number in (1, 2, 3))
    assert shelf.take(1) is None
    assert shelf.take(2) is second
    shelf.put(first)
    assert shelf.take(3) is None
    assert shelf.take(2) is second
    assert third.id == 3


def test_two_that_load_the_same_get_one() -> None:
    shelf = RevisionShelf(size=2)
    kept = shelf.put(revision(1))
    assert shelf.put(revision(1)) is kept
