# SPDX-License-Identifier: EUPL-1.2
"""The last look (C15), submitting exactly once, and the proof (C16)."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_POST, require_safe
from markupsafe import Markup

from motcua.catalogue.queries import compiled
from motcua.core.conditions import with_today
from motcua.core.forms import evaluate
from motcua.core.values import Problem, Refusal
from motcua.documents.qr import qr_svg
from motcua.dossiers.queries import dossier_of_applicant, papers_of_draft
from motcua.dossiers.services.drafts import GONE
from motcua.dossiers.services.history import record_view
from motcua.dossiers.services.submission import submit as submit_draft
from motcua.identity.access import citizen_of, citizen_required
from motcua.identity.queries import Account
from motcua.portal.holding import Held, held_draft, local_day, with_draft
from motcua.portal.inputs import ContactInput, read_contact
from motcua.portal.presenters.check_page import DELIVERY_HINTS, DELIVERY_OPTIONS, check_page, contact_of

ALREADY = "da-co"


@gzip_page
@require_safe
@with_draft
def check(request: HttpRequest, held: Held) -> HttpResponse:
    """C15: everything that will be sent, each with its way to be mended."""
    return _render(request, held, contact_of(held), ())


@never_cache
@require_POST
@citizen_required
def submit(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Submits. A second press leads to the same dossier and says that it was there."""
    account = _citizen(request)
    now = timezone.now()
    contact = read_contact(request)
    if contact.submission is None:
        return _again(request, draft_id, account, contact, contact.problems)
    outcome = submit_draft(draft_id=draft_id, account=account, submission=contact.submission, now=now)
    if outcome == GONE:
        return _again(request, draft_id, account, contact, ())
    if isinstance(outcome, Refusal):
        return _again(request, draft_id, account, contact, (Problem("", outcome.code, outcome.message),))
    if isinstance(outcome, tuple):
        return _again(request, draft_id, account, contact, outcome)
    return _to_proof(draft_id, again=outcome.again)


@gzip_page
@never_cache
@require_safe
@citizen_required
def proof(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """C16: the code, who answers before when, and what comes next. May be opened again at any time."""
    account = _citizen(request)
    now = timezone.now()
    dossier = dossier_of_applicant(dossier_id, account.pk)
    if dossier is None:
        raise Http404
    record_view(dossier_id=dossier.pk, account_id=account.pk, role="applicant", now=now, what="proof")
    # What the code opens still asks for the four digits.
    look_up = f"{settings.MOTCUA.public_url}/tra-cuu/?ma={dossier.code}"
    context = {
        "section": "mine",
        "dossier": dossier,
        "content": compiled(dossier.revision_id).content,
        "again": ALREADY in request.GET,
        "qr": Markup(qr_svg(look_up, on_screen=True)),  # noqa: S704 - our own drawing.
    }
    return render(request, "portal/proof.html", context)


def _again(
    request: HttpRequest,
    draft_id: UUID,
    account: Account,
    contact: ContactInput,
    problems: tuple[Problem, ...],
) -> HttpResponse:
    """The check page with what is to be mended; without the draft, the dossier it has become."""
    now = timezone.now()
    draft = held_draft(request, draft_id, account, now)
    if draft is None:
        if dossier_of_applicant(draft_id, account.pk) is None:
            raise Http404
        return _to_proof(draft_id, again=True)
    if not problems:  # It was begun here and has just become this account's.
        return redirect("portal:check", draft_id)
    answers = with_today(draft.answers, local_day(now))
    held = Held(draft, compiled(draft.revision_id), account, now, answers)
    return _render(request, held, contact, problems)


def _render(
    request: HttpRequest, held: Held, contact: ContactInput, problems: tuple[Problem, ...]
) -> HttpResponse:
    evaluation = evaluate(held.revision.form, held.answers)
    page = check_page(held, evaluation, papers_of_draft(held.draft.pk), problems)
    context = {
        "held": held,
        "page": page,
        "contact": contact,
        "problems": problems,
        "errors": page.errors,
        "delivery_options": DELIVERY_OPTIONS,
        "delivery_hints": DELIVERY_HINTS,
    }
    return render(request, "portal/check.html", context, status=422 if problems else 200)


def _to_proof(dossier_id: UUID, *, again: bool) -> HttpResponse:
    response = redirect("portal:proof", dossier_id)
    if again:
        response["Location"] += f"?{ALREADY}"
    return response


def _citizen(request: HttpRequest) -> Account:
    account = citizen_of(request)
    assert account is not None  # citizen_required has seen to it
    return account
