# SPDX-License-Identifier: EUPL-1.2
"""Who may open a page: citizens at the portal, officials with a post at the office, never crossed."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.module_loading import import_string
from django.utils.timezone import localdate

from motcua.identity.models import Account, Kind
from motcua.identity.ports import HeldPost, Posts, UnitOfPost

View = Callable[..., HttpResponse]

# Reasons the sign-in pages put in words.
OFFICIAL_AT_PORTAL = "can-bo"
CITIZEN_AT_OFFICE = "nguoi-dan"
_LONGEST_NEXT = 2000


@dataclass(frozen=True, slots=True)
class OfficialContext:
    """The official of a request: the posts that hold today and the unit of the first."""

    account: Account
    posts: tuple[HeldPost, ...]
    unit: UnitOfPost

    @property
    def name(self) -> str:
        """The official's full name."""
        return self.account.full_name

    @property
    def title(self) -> str:
        """The title of the first post, such as "Công chức tư pháp – hộ tịch"."""
        return self.posts[0].title

    @property
    def units(self) -> tuple[UnitOfPost, ...]:
        """Every unit the official has a post in, each once."""
        return tuple({post.unit.id: post.unit for post in self.posts}.values())

    @property
    def functions(self) -> frozenset[str]:
        """The functions in `unit`."""
        return frozenset(post.function for post in self.posts if post.unit.id == self.unit.id)

    def has(self, function: str, unit: UnitOfPost | None = None) -> bool:
        """Whether a post with this function holds today, in this unit or in any."""
        return any(
            post.function == function and (unit is None or post.unit.id == unit.id) for post in self.posts
        )


def citizen_required(view: View) -> View:
    """Lets citizens in; others are sent to sign in and come back here. No query besides session and user."""

    @wraps(view)
    def checked(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if citizen_of(request) is not None:
            return view(request, *args, **kwargs)
        reason = OFFICIAL_AT_PORTAL if request.user.is_authenticated else ""
        return _sign_in_first(request, "portal:sign_in", reason)

    return checked


def official_required(*functions: str) -> Callable[[View], View]:
    """Lets officials in who hold a post with one of these functions today; none named means any post.

    The view finds the OfficialContext in `request.official`, or typed by `official_of(request)`.
    One query besides session and user.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def checked(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if not request.user.is_authenticated or request.user.kind != Kind.OFFICIAL:
                reason = CITIZEN_AT_OFFICE if request.user.is_authenticated else ""
                return _sign_in_first(request, "office:sign_in", reason)
            official = _official(request.user, localdate())
            if official is None or not _may(official, functions):
                return render(request, "office/no_access.html", status=403)
            request.official = official  # type: ignore[attr-defined]  # read by official_of only
            return view(request, *args, **kwargs)

        return checked

    return decorate


def official_of(request: HttpRequest) -> OfficialContext:
    """The official of a request whose view is behind `official_required`."""
    official: OfficialContext = request.official  # type: ignore[attr-defined]
    return official


def citizen_of(request: HttpRequest) -> Account | None:
    """The signed-in citizen; None for a visitor or an official."""
    user = request.user
    return user if user.is_authenticated and user.kind == Kind.CITIZEN else None


def safe_next(request: HttpRequest, default: str = "") -> str:
    """Where to go afterwards: `next` of the form or the address when it is a path of ours, else default."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if safe and len(wanted) <= _LONGEST_NEXT else default


def sign_in_address(route: str, *, onward: str = "", reason: str = "") -> str:
    """The address of a sign-in page that comes back to `onward` and says `reason`."""
    query = {name: value for name, value in (("next", onward), ("loi", reason)) if value}
    return reverse(route) + (f"?{urlencode(query)}" if query else "")


def _sign_in_first(request: HttpRequest, route: str, reason: str) -> HttpResponse:
    return redirect(sign_in_address(route, onward=request.get_full_path(), reason=reason))


def _official(account: Account, on: dt.date) -> OfficialContext | None:
    posts_of: Posts = import_string(settings.OFFICIAL_POSTS)
    posts = posts_of(account, on)
    return OfficialContext(account, posts, posts[0].unit) if posts else None


def _may(official: OfficialContext, functions: tuple[str, ...]) -> bool:
    return not functions or any(official.has(function) for function in functions)
