"""A dossier is never left with somebody who does not do this work any more."""

import pytest
from tests.dossiers.test_main_job import DAY, HOUR, answer, asked, at_leader, received
from tests.factories.dossiers import MONDAY, office, submitted

from motcua.core.values import Refusal
from motcua.dossiers.decisions import Actor
from motcua.dossiers.models import Dossier
from motcua.dossiers.services.reception import take
from motcua.dossiers.services.results import return_for_changes
from motcua.identity.models import Account
from motcua.organisations.models import Post

pytestmark = pytest.mark.django_db


def leaves(official: Actor) -> None:
    """Monday is the official's last day."""
    Post.objects.filter(account_id=official.account_id).update(valid_until=MONDAY.date())


def test_a_supplement_goes_to_the_common_queue_when_who_asked_has_left() -> None:
    at = office()
    dossier = asked(at)
    leaves(at.desk)
    answered = answer(dossier, MONDAY + DAY)
    assert isinstance(answered, Dossier)
    assert answered.assignee_id is None


def test_a_supplement_goes_to_the_common_queue_when_who_asked_may_not_sign_in_any_more() -> None:
    at = office()
    dossier = asked(at)
    Account.objects.filter(pk=at.desk.account_id).update(is_active=False)
    answered = answer(dossier, MONDAY + DAY)
    assert isinstance(answered, Dossier)
    assert answered.assignee_id is None


def test_a_draft_goes_back_to_the_common_queue_when_its_author_has_left() -> None:
    at = office()
    dossier = received(at)
    at_leader(at, dossier)
    leaves(at.specialist)
    take(dossier_id=dossier.pk, actor=at.leader, now=MONDAY + 2 * DAY)
    returned = return_for_changes(
        dossier_id=dossier.pk, actor=at.leader, reason="Sửa lại mục đích cho rõ hơn", now=MONDAY + 2 * DAY
    )
    assert isinstance(returned, Dossier)
    dossier.refresh_from_db()
    assert (dossier.step, dossier.assignee_id) == ("appraise", None)


def test_a_colleague_takes_what_somebody_who_left_still_held() -> None:
    at = office()
    dossier = submitted(at.unit)
    take(dossier_id=dossier.pk, actor=at.desk, now=MONDAY)
    leaves(at.desk)
    assert isinstance(take(dossier_id=dossier.pk, actor=at.colleague, now=MONDAY + HOUR), Refusal)
    taken = take(dossier_id=dossier.pk, actor=at.colleague, now=MONDAY + DAY)
    assert isinstance(taken, Dossier)
    assert taken.assignee_id == at.colleague.account_id
