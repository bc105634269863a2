"""Actors for dossier services."""

from motcua.dossiers.decisions import Actor
from motcua.identity.models import Account
from motcua.organisations.models import Function, Unit
from tests.factories.people import official, post


def actor(unit: Unit, *functions: Function, username: str) -> Actor:
    """An official who holds these functions in the unit, as services know officials."""
    account: Account = official(username)
    for function in functions:
        post(account, unit, function)
    return Actor(account.pk, account.full_name, frozenset((unit.pk, function.value) for function in functions))
