# SPDX-License-Identifier: EUPL-1.2
"""The draft a page is about: found by relation, with its service, before a view begins."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import wraps
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from motcua.catalogue.queries import CompiledRevision, compiled
from motcua.core.conditions import with_today
from motcua.dossiers.queries import Draft, dossier_of_applicant, draft_of
from motcua.dossiers.services.drafts import claim_drafts
from motcua.identity.access import citizen_of
from motcua.identity.queries import Account

BEGUN_HERE = "drafts"
# A browser that begins more drafts than this without signing in loses the oldest.
_KEPT_HERE = 20
_EVER = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Held:
    """A draft with all a page needs to know of it.

    account: the signed-in citizen, or None. answers: the saved ones with the day, as core.forms takes them.
    """

    draft: Draft
    revision: CompiledRevision
    account: Account | None
    now: datetime
    answers: Mapping[str, object]

    def address(self, route: str, *parts: object) -> str:
        """The address of another page of this draft."""
        return reverse(f"portal:{route}", args=(self.draft.pk, *parts))


View = Callable[..., HttpResponse]


def with_draft(view: View) -> View:
    """Gives the view a Held in place of the draft's id. Others' drafts are as unknown as none at all."""

    @wraps(view)
    def held(request: HttpRequest, draft_id: UUID, **parts: object) -> HttpResponse:
        now = timezone.now()
        account = citizen_of(request)
        draft = held_draft(request, draft_id, account, now)
        if draft is None:
            return _without_draft(request, draft_id, account)
        answers = with_today(draft.answers, local_day(now))
        return view(request, Held(draft, compiled(draft.revision_id), account, now, answers), **parts)

    return never_cache(held)


def held_draft(request: HttpRequest, draft_id: UUID, account: Account | None, now: datetime) -> Draft | None:
    """The draft if it is this person's or was begun here; what was begun here becomes theirs at sign-in."""
    begun_here = drafts_begun_here(request)
    draft = draft_of(draft_id, account_id=account.pk if account else None, begun_here=begun_here, now=now)
    if draft is not None and account is not None and draft.account_id is None:
        claim_begun_here(request, account)
        # Another person may have taken it up by its code and claimed it in the meantime.
        return draft_of(draft_id, account_id=account.pk, begun_here=[], now=now)
    return draft


def drafts_begun_here(request: HttpRequest) -> list[str]:
    """Ids of the drafts this browser began, or took up by code, before sign-in."""
    stored = request.session.get(BEGUN_HERE)
    return [each for each in stored if isinstance(each, str)] if isinstance(stored, list) else []


def remember_here(request: HttpRequest, draft_id: UUID) -> None:
    """Notes in the session that this browser holds the draft."""
    others = [each for each in drafts_begun_here(request) if each != str(draft_id)]
    request.session[BEGUN_HERE] = [*others, str(draft_id)][-_KEPT_HERE:]


def claim_begun_here(request: HttpRequest, account: Account) -> None:
    """Gives the person who has signed in what this browser began."""
    begun = drafts_begun_here(request)
    if begun:
        claim_drafts(draft_ids=[UUID(each) for each in begun], account_id=account.pk)
        del request.session[BEGUN_HERE]


def local_day(now: datetime) -> date:
    """The day in Vietnam."""
    return timezone.localtime(now).date()


def _without_draft(request: HttpRequest, draft_id: UUID, account: Account | None) -> HttpResponse:
    """Why there is no draft: it was submitted, it is past its time, or it never was this person's."""
    if account is not None and dossier_of_applicant(draft_id, account.pk) is not None:
        return redirect("portal:proof", draft_id)
    expired = held_draft(request, draft_id, account, _EVER)
    if expired is None:
        raise Http404
    return render(request, "portal/errors/draft_expired.html", {"draft": expired}, status=410)
