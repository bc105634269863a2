# SPDX-License-Identifier: EUPL-1.2
"""The official of a request, as the dossier services know an official."""

from motcua.dossiers.decisions import Actor
from motcua.dossiers.models import Dossier
from motcua.identity.access import OfficialContext


def actor_of(official: OfficialContext) -> Actor:
    """The account with every function it holds today, in whichever unit."""
    held = frozenset((post.unit.id, str(post.function)) for post in official.posts)
    return Actor(official.account.pk, official.name, held)


def role_in(actor: Actor, dossier: Dossier) -> str:
    """The function in which the official looks at a dossier: that of the open step, else the first held there."""
    held = sorted(function for unit, function in actor.functions if unit == dossier.unit_id)
    return dossier.step_role if dossier.step_role in held else held[0]


def may_hold(actor: Actor, dossier: Dossier) -> bool:
    """Whether the open step is one this official may do."""
    return (dossier.unit_id, dossier.step_role) in actor.functions
