# SPDX-License-Identifier: EUPL-1.2
"""Telling the citizen of each change of status, once."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from motcua.channels.services import Notice, tell
from motcua.core.deadlines import VIETNAM, describe_moment
from motcua.core.messages import fill, strip_marks
from motcua.dossiers.models import Dossier, Event, SupplementRequest
from motcua.dossiers.slips import COLLECT
from motcua.dossiers.wording import (
    FINISHED,
    RECEIVED,
    REFUSED,
    RETURNED,
    STOPPED,
    SUBMITTED,
    SUPPLEMENT_ASKED,
    SUPPLEMENT_SENT,
    Wording,
)


class WordingIncomplete(Exception):
    """A notice lacks a value its text needs: a fault of the program, seen in the list of failed jobs."""


def tell_submitted(event: Mapping[str, Any]) -> None:
    """S01: submitted, waiting for the check."""
    _tell(event, SUBMITTED)


def tell_received(event: Mapping[str, Any]) -> None:
    """S02: received, with the day of the result."""
    _tell(event, RECEIVED)


def tell_supplement_asked(event: Mapping[str, Any]) -> None:
    """S03: the citizen's turn, with everything that is lacking."""
    request = SupplementRequest.objects.filter(dossier_id=event["dossier_id"]).latest("asked_at")
    items = "\n".join(f"- {item['name']}: {item['reason']}" for item in request.items)
    _tell(
        event,
        SUPPLEMENT_ASKED,
        items=items,
        supplement_by=_moment(request.answer_by),
        supplement_day=_day(request.answer_by),
    )


def tell_supplement_sent(event: Mapping[str, Any]) -> None:
    """The supplement has arrived, with the day of the result as it is now; silent before reception (S01 said it)."""
    if Dossier.objects.filter(pk=event["dossier_id"], due_at__isnull=False).exists():
        _tell(event, SUPPLEMENT_SENT)


def tell_refused(event: Mapping[str, Any]) -> None:
    """S10: refused, with the reason."""
    refused = Event.objects.filter(dossier_id=event["dossier_id"], kind="refused").latest("at")
    _tell(event, REFUSED, reason=refused.details["reason"])


def tell_stopped(event: Mapping[str, Any]) -> None:
    """The dossier was stopped."""
    _tell(event, STOPPED)


def tell_finished(event: Mapping[str, Any]) -> None:
    """S08: the result is there."""
    _tell(event, FINISHED)


def tell_returned(event: Mapping[str, Any]) -> None:
    """S11 after a counter or the post handed over; an electronic return was told by S08 in the same minute."""
    if Dossier.objects.filter(pk=event["dossier_id"]).exclude(delivery="electronic").exists():
        _tell(event, RETURNED)


def _tell(event: Mapping[str, Any], wording: Wording, **values: str) -> None:
    dossier = Dossier.objects.select_related("unit", "procedure", "applicant").get(pk=event["dossier_id"])
    filled = _facts(dossier) | values
    contact = dossier.applicant_contact
    tell(
        Notice(
            event_key=f"{wording.code}:{UUID(str(dossier.pk)).hex}:{event['at']}",
            template=wording.code,
            subject=_filled(wording.subject, filled)[:200],
            email=_filled(wording.email, filled),
            sms=strip_marks(_filled(wording.sms, filled)),
        ),
        province=dossier.province,
        addresses={"email": contact.get("email", ""), "sms": contact.get("phone", "")},
        dossier_id=dossier.pk,
        account_id=dossier.applicant_id,
        now=timezone.now(),
    )


def _facts(dossier: Dossier) -> dict[str, str]:
    due = dossier.due_at
    return {
        "code": dossier.code,
        "procedure": dossier.procedure.plain_name,
        "unit": dossier.unit.name,
        "address": settings.MOTCUA.public_url,
        "hotline": settings.MOTCUA.hotline,
        "hotline_plain": settings.MOTCUA.hotline.replace(" ", ""),
        "submitted_short": _short(dossier.submitted_at),
        "answer_by": _moment(dossier.answer_by),
        "answer_short": _short(dossier.answer_by),
        "due": _moment(due) if due else "",
        "due_day": _day(due) if due else "",
        "collect": COLLECT[dossier.delivery] + ".",
    }


def _filled(template: Any, values: Mapping[str, str]) -> str:
    text = fill(template, values)
    if not isinstance(text, str):
        raise WordingIncomplete("; ".join(problem.message for problem in text))
    return text


def _moment(moment: datetime) -> str:
    """Nobody is told seconds."""
    return describe_moment(moment.astimezone(VIETNAM).replace(second=0, microsecond=0))


def _short(moment: datetime) -> str:
    return f"{moment.astimezone(VIETNAM):%H:%M %d/%m}"


def _day(moment: datetime) -> str:
    return f"{moment.astimezone(VIETNAM):%d/%m/%Y}"
