# SPDX-License-Identifier: EUPL-1.2
"""The dossier a page is about, found by relation before a view begins."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from motcua.catalogue.content import ProcedureContent
from motcua.catalogue.queries import compiled
from motcua.dossiers.queries import Dossier, DossierView, view_for_applicant
from motcua.dossiers.services.history import record_view
from motcua.identity.access import citizen_of, citizen_required
from motcua.identity.queries import Account


@dataclass(frozen=True, slots=True)
class OwnDossier:
    """A dossier of the signed-in citizen with all its applicant may see; now: the one clock reading."""

    view: DossierView
    content: ProcedureContent
    account: Account
    now: datetime

    @property
    def dossier(self) -> Dossier:
        """The dossier itself."""
        return self.view.dossier

    def address(self, route: str, *parts: object) -> str:
        """The address of another page of this dossier."""
        return reverse(f"portal:{route}", args=(self.dossier.pk, *parts))

    def record(self, what: str) -> None:
        """Writes in the history that its applicant looked at something of it."""
        record_view(
            dossier_id=self.dossier.pk,
            account_id=self.account.pk,
            role="applicant",
            now=self.now,
            what=what,
        )


View = Callable[..., HttpResponse]


def with_dossier(view: View) -> View:
    """Gives the view an OwnDossier in place of the id. Others' dossiers are as unknown as none at all."""

    @wraps(view)
    def held(request: HttpRequest, dossier_id: UUID, **parts: object) -> HttpResponse:
        now = timezone.now()
        account = citizen_of(request)
        found = view_for_applicant(dossier_id, account.pk) if account else None
        if account is None or found is None:
            raise Http404
        content = compiled(found.dossier.revision_id).content
        return view(request, OwnDossier(found, content, account, now), **parts)

    return never_cache(citizen_required(held))
