"""Which account runs the server, on machines that allow more or less."""

import os

import pytest

from motcua.postgres import StartError
from motcua.postgres.account import Account, choose_account, dies_with_parent, namespaces_are_allowed


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A machine whose answers a test may set."""
    return monkeypatch


def pretend(machine: pytest.MonkeyPatch, *, user: int, has_name: bool, namespaces: bool) -> None:
    machine.setattr(os, "getuid", lambda: user)
    machine.setattr("motcua.postgres.account._has_name", lambda: has_name)
    machine.setattr("motcua.postgres.account.namespaces_are_allowed", lambda: namespaces)


@pytest.mark.parametrize(
    ("user", "has_name", "namespaces", "way"),
    [
        (0, True, True, "mapped"),
        (0, True, False, "nobody"),
        (1000, True, True, "plain"),
        (1000, True, False, "plain"),
        (12345, False, True, "mapped"),
    ],
)
def test_the_account_fits_the_machine(
    machine: pytest.MonkeyPatch, user: int, has_name: bool, namespaces: bool, way: str
) -> None:
    pretend(machine, user=user, has_name=has_name, namespaces=namespaces)
    assert choose_account().way == way


def test_a_nameless_user_without_namespaces_is_told_what_to_do(machine: pytest.MonkeyPatch) -> None:
    pretend(machine, user=12345, has_name=False, namespaces=False)
    with pytest.raises(StartError, match="DATABASE_URL"):
        choose_account()


def test_without_the_programs_nothing_is_promised(machine: pytest.MonkeyPatch) -> None:
    machine.setenv("PATH", "/nowhere")
    assert dies_with_parent("TERM") == ()
    namespaces_are_allowed.cache_clear()
    assert not namespaces_are_allowed()
    namespaces_are_allowed.cache_clear()


def test_a_command_carries_its_prefix() -> None:
    account = Account(way="nobody", prefix=("as", "--"), user=1, group=1)
    assert account.command("initdb", "-D", "a b") == ["as", "--", "initdb", "-D", "a b"]
