"""What a result paper says."""

import datetime as dt

import pytest
from tests.dossiers.test_main_job import DAY, at_leader, received
from tests.factories.dossiers import MONDAY, office
from tests.factories.people import post, unit

from motcua.dossiers import rendering
from motcua.dossiers.models import Result
from motcua.dossiers.services.reception import take
from motcua.dossiers.services.results import approve_result
from motcua.identity.models import Account
from motcua.organisations.models import Function, Post

pytestmark = pytest.mark.django_db


def test_the_signers_title_is_that_of_the_unit_which_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    at = office()
    dossier = received(at)
    at_leader(at, dossier)
    take(dossier_id=dossier.pk, actor=at.leader, now=MONDAY + DAY)
    result = approve_result(dossier_id=dossier.pk, actor=at.leader, now=MONDAY + DAY)
    assert isinstance(result, Result)
    leader = Account.objects.get(pk=at.leader.account_id)
    post(leader, unit("H99.13"), Function.LEADER, since=dt.date(2010, 1, 1))
    Post.objects.filter(account=leader, unit__code="H99.13").update(title="Giám đốc")
    said: dict[str, object] = {}
    monkeypatch.setattr(rendering, "render", lambda _template, data, **_: said.update(data))
    rendering.render_result(result, dated=MONDAY + DAY)
    assert said["signer_title"] == "Công chức"
