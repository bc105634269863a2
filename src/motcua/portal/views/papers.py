# SPDX-License-Identifier: EUPL-1.2
"""The papers to send: the list (C12), one paper (C13), and looking at what was sent."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from motcua.catalogue.content import Component
from motcua.core.forms import evaluate
from motcua.core.values import Problem, Refusal
from motcua.documents.intake import ACCEPT
from motcua.documents.pages import thumbnail
from motcua.documents.queries import file_content
from motcua.documents.responses import file_response
from motcua.dossiers.queries import DraftFile, DraftPaper, papers_of_draft, parts_of_draft
from motcua.dossiers.services.drafts import add_part, remove_part
from motcua.portal.holding import Held, with_draft
from motcua.portal.inputs import chosen_number
from motcua.portal.journey import papers_wanted
from motcua.portal.presenters.papers import paper_rows, part_rows, size_limit_text
from motcua.portal.upload_handler import problem_of

FIELD = "tep"


@require_safe
@with_draft
def papers(request: HttpRequest, held: Held) -> HttpResponse:
    """C12: what to send, what has been sent, what nobody needs to send any more."""
    evaluation = evaluate(held.revision.form, held.answers)
    if not papers_wanted(held, evaluation):
        return redirect(held.address("check"))
    rows = paper_rows(held, evaluation, papers_of_draft(held.draft.pk))
    context = {"held": held, "rows": rows, "content": held.revision.content}
    return render(request, "portal/papers.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@with_draft
def paper(request: HttpRequest, held: Held, component: str) -> HttpResponse:
    """C13: photos and files of one paper, put together into one PDF."""
    wanted = _wanted(held, component)
    if request.method != "POST":
        return _render(request, held, wanted, ())
    removed = chosen_number(request, "bo")
    if removed is not None:
        name = wanted.plain_name
        remove_part(draft_id=held.draft.pk, component=wanted.id, paper_name=name, part=removed, now=held.now)
        return redirect(held.address("paper", wanted.id))
    problems = _receive(request, held, wanted)
    if problems:
        return _render(request, held, wanted, problems)
    more = request.POST.get("viec") == "them"
    return redirect(held.address("paper", wanted.id) if more else held.address("papers"))


@require_safe
@with_draft
def draft_file(request: HttpRequest, held: Held, component: str, part: int) -> HttpResponse:  # noqa: ARG001
    """One photo or file as it is kept; 0 is the PDF the official will get."""
    found = _part(held, component, part)
    content = file_content(found.stored.sha256)
    if content is None:
        raise Http404
    return file_response(content, found.stored.media_type, found.name, inline=True)


@require_safe
@with_draft
def draft_picture(request: HttpRequest, held: Held, component: str, part: int) -> HttpResponse:  # noqa: ARG001
    """A small picture of the first page."""
    found = _part(held, component, part)
    picture = thumbnail(found.stored)
    if picture is None:
        raise Http404
    return file_response(picture, "image/webp", "trang-1.webp", inline=True)


def _receive(request: HttpRequest, held: Held, wanted: Component) -> tuple[Problem, ...]:
    """Keeps every file that can be kept; each of the others is told by name."""
    sent = request.FILES.getlist(FIELD)
    if not sent and not parts_of_draft(held.draft.pk, wanted.id):
        return (Problem(FIELD, "missing", f"Chọn ảnh hoặc tệp của {_inside(wanted.plain_name)}"),)
    problems: list[Problem] = []
    for file in sent:
        outcome = problem_of(file, FIELD) or add_part(
            draft_id=held.draft.pk,
            component=wanted.id,
            paper_name=wanted.plain_name,
            name=file.name or "tep",
            content=file.read(),
            now=held.now,
        )
        if isinstance(outcome, Problem | Refusal):
            name = f"{file.name}: " if len(sent) > 1 else ""
            problems.append(Problem(FIELD, outcome.code, f"{name}{outcome.message}"))
    return tuple(problems)


def _render(
    request: HttpRequest, held: Held, wanted: Component, problems: tuple[Problem, ...]
) -> HttpResponse:
    parts = parts_of_draft(held.draft.pk, wanted.id)
    context = {
        "held": held,
        "component": wanted,
        "parts": part_rows(held, parts),
        "pages": sum(part.stored.pages for part in parts),
        "problems": problems,
        "error": problems[0].message if problems else None,
        "limit_text": size_limit_text(settings.MOTCUA.upload_limit),
        "accept": ACCEPT,
    }
    return render(request, "portal/paper.html", context, status=422 if problems else 200)


def _wanted(held: Held, component: str) -> Component:
    needs = papers_wanted(held, evaluate(held.revision.form, held.answers))
    found = next((need.component for need in needs if need.component.id == component), None)
    if found is None:
        raise Http404
    return found


def _part(held: Held, component: str, part: int) -> DraftFile | DraftPaper:
    if part == 0:
        rows: tuple[DraftFile | DraftPaper, ...] = papers_of_draft(held.draft.pk)
        found = next((row for row in rows if row.component == component), None)
    else:
        parts = parts_of_draft(held.draft.pk, component)
        found = next((row for row in parts if row.part == part), None)
    if found is None:
        raise Http404
    return found


def _inside(name: str) -> str:
    return name[:1].lower() + name[1:]
