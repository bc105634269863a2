# SPDX-License-Identifier: EUPL-1.2
"""What signing in needs of others."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse


class UnitOfPost(Protocol):
    """An agency or a part of one."""

    id: int
    code: str
    name: str


class HeldPost(Protocol):
    """An official's function in a unit."""

    function: str
    title: str
    unit: UnitOfPost


class Posts(Protocol):
    """Named by the Django setting OFFICIAL_POSTS."""

    def __call__(self, account: AbstractBaseUser, on: dt.date) -> tuple[HeldPost, ...]:
        """The posts that hold on a day, units included, in one query."""


@dataclass(frozen=True, slots=True)
class Verified:
    """The provider's word about a citizen, and the path to go on with ("" for none)."""

    claims: Mapping[str, object]
    onward: str


@dataclass(frozen=True, slots=True)
class NotVerified:
    """Why nobody is signed in.

    reason: "cancelled" by the citizen, "stale" (begun too long ago or in another browser), "unavailable".
    """

    reason: Literal["cancelled", "stale", "unavailable"]
    onward: str


class CitizenSignIn(Protocol):
    """A provider the citizen visits and comes back from. Named by the Django setting CITIZEN_SIGN_IN."""

    def start(self, request: HttpRequest, onward: str) -> HttpResponse | NotVerified:
        """The redirect to the provider; `onward` is kept until the citizen is back."""

    def finish(self, request: HttpRequest) -> Verified | NotVerified:
        """What the answer brought by this request says."""
