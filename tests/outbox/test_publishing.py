"""Events are stored with the change that caused them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import connection, transaction
from tests.jobs import run_jobs

from motcua.outbox import registry
from motcua.outbox.services import publish


@dataclass(frozen=True)
class SomethingHappened:
    """An event of these tests."""

    number: int


@pytest.fixture
def heard() -> Iterator[list[Mapping[str, Any]]]:
    heard: list[Mapping[str, Any]] = []
    registry.subscribe(SomethingHappened, heard.append)
    yield heard
    registry.subscribe(SomethingHappened)


@pytest.mark.django_db
def test_subscriber_hears_after_the_change(heard: list[Mapping[str, Any]]) -> None:
    with transaction.atomic():
        publish(SomethingHappened(7))
        assert heard == []
    run_jobs()
    assert heard == [{"number": 7}]


@pytest.mark.django_db
def test_rolled_back_change_is_never_heard_of(heard: list[Mapping[str, Any]]) -> None:
    with transaction.atomic():
        publish(SomethingHappened(7))
        transaction.set_rollback(True)
    assert run_jobs() == []
    assert heard == []


@pytest.mark.django_db
def test_event_nobody_wants_costs_nothing() -> None:
    with transaction.atomic():
        publish(SomethingHappened(7))
    assert run_jobs() == []


@pytest.mark.django_db
def test_subscriber_that_fails_does_not_silence_the_others(heard: list[Mapping[str, Any]]) -> None:
    def fails(_: Mapping[str, Any]) -> None:
        raise ConnectionError

    registry.subscribe(SomethingHappened, fails, heard.append)
    with transaction.atomic():
        publish(SomethingHappened(7))
    with pytest.raises(ConnectionError):
        run_jobs()
    run_jobs()
    assert heard == [{"number": 7}]


@pytest.mark.django_db(transaction=True)
def test_publishing_outside_a_transaction_is_a_fault_of_the_program() -> None:
    assert not connection.in_atomic_block
    with pytest.raises(RuntimeError, match="transaction"):
        publish(SomethingHappened(7))
