"""Officials at work through the pages, as tests drive them."""

import re
from uuid import UUID

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from tests.factories.dossiers import ITEMS, Office, submitted
from tests.jobs import run_jobs

from motcua.dossiers.decisions import Actor
from motcua.dossiers.models import Dossier
from motcua.identity.models import Account

PASSED = dict.fromkeys(ITEMS, "pass")


def signed_in(actor: Actor) -> Client:
    client = Client()
    client.force_login(Account.objects.get(pk=actor.account_id))
    return client


def text_of(response: HttpResponse) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def post(client: Client, route: str, dossier_id: UUID, data: dict[str, object] | None = None) -> str:
    """Posts, follows the redirects, gives the page."""
    response = client.post(reverse(f"office:{route}", args=[dossier_id]), data or {}, follow=True)
    assert response.redirect_chain, text_of(response)
    return text_of(response)


def received(at: Office, *, delivery: str = "electronic") -> UUID:
    dossier = submitted(at.unit, delivery=delivery)
    desk = signed_in(at.desk)
    post(desk, "take", dossier.pk)
    assert "Đã tiếp nhận" in post(desk, "check", dossier.pk, {**PASSED, "act": "receive"})
    return dossier.pk


def signing(at: Office, dossier_id: UUID) -> None:
    specialist = signed_in(at.specialist)
    post(specialist, "take", dossier_id)
    form = {"output": "ket-qua", "field:holder_name": "TRẦN THỊ THỬ", "field:purpose": "Kiểm thử"}
    assert "Đã trình ký" in post(specialist, "submit_signing", dossier_id, form)


def signed(at: Office, dossier_id: UUID) -> None:
    code = Dossier.objects.get(pk=dossier_id).code
    leader = signed_in(at.leader)
    leader.post(reverse("office:sign"), {"dossier": [code]})
    run_jobs()
