# SPDX-License-Identifier: EUPL-1.2
"""One home for everything of a person (C19)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from motcua.catalogue.queries import most_used
from motcua.dossiers.queries import affairs_of
from motcua.identity.access import citizen_of, citizen_required
from motcua.portal.holding import claim_begun_here, local_day
from motcua.portal.presenters.my_affairs import groups_of

_OFFERED = 5


@gzip_page
@never_cache
@require_safe
@citizen_required
def my_affairs(request: HttpRequest) -> HttpResponse:
    """C19: four groups; somebody without any affair is shown what most people come for."""
    now = timezone.now()
    account = citizen_of(request)
    assert account is not None  # citizen_required
    claim_begun_here(request, account)
    groups = groups_of(affairs_of(account.pk, now=now), now)
    empty = not any(group.cards for group in groups)
    context = {
        "section": "mine",
        "name": account.full_name,
        "groups": groups,
        "empty": empty,
        "offered": most_used(on=local_day(now), limit=_OFFERED) if empty else (),
    }
    return render(request, "portal/my_affairs.html", context)
