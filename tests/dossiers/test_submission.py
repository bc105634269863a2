"""A draft becomes exactly one dossier."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.dossiers import MONDAY, filled_draft, office, service
from tests.factories.people import citizen

from motcua.core.values import Refusal
from motcua.dossiers.models import Dossier, DossierFile, Draft, DraftPaper
from motcua.dossiers.services.submission import Submission, Submitted, submit
from motcua.identity.models import Account

AT_HOME = Submission("electronic", "0912345678", "thu@example.vn")


@pytest.mark.django_db
def test_second_submit_gets_the_first_answer() -> None:
    holder = citizen()
    draft = filled_draft(office().unit, holder, service())
    first = submit(draft_id=draft.pk, account=holder, submission=AT_HOME, now=MONDAY)
    second = submit(draft_id=draft.pk, account=holder, submission=AT_HOME, now=MONDAY)
    assert isinstance(first, Submitted)
    assert isinstance(second, Submitted)
    assert (second.dossier_id, second.code, second.submitted_at) == (
        first.dossier_id,
        first.code,
        first.submitted_at,
    )
    assert not first.again
    assert second.again


@pytest.mark.django_db(transaction=True)
def test_five_submits_at_once_make_one_dossier() -> None:
    holder = citizen()
    draft = filled_draft(office().unit, holder, service())

    def press(_: int) -> object:
        try:
            return submit(
                draft_id=draft.pk,
                account=Account.objects.get(pk=holder.pk),
                submission=AT_HOME,
                now=MONDAY,
            )
        finally:
            connection.close()

    with ThreadPoolExecutor(5) as pool:
        answers = list(pool.map(press, range(5)))
    assert Dossier.objects.count() == 1
    assert not Draft.objects.exists()
    assert {answer.code for answer in answers if isinstance(answer, Submitted)} == {
        Dossier.objects.get().code
    }
    assert len([answer for answer in answers if isinstance(answer, Submitted)]) == 5


@pytest.mark.django_db
def test_missing_paper_is_named_and_nothing_is_lost() -> None:
    holder = citizen()
    draft = filled_draft(office().unit, holder, service(), paper=False)
    problems = submit(draft_id=draft.pk, account=holder, submission=AT_HOME, now=MONDAY)
    assert isinstance(problems, tuple)
    assert [problem.place for problem in problems] == ["component:to-giay"]
    assert Draft.objects.get().answers["purpose"] == "Kiểm thử"


@pytest.mark.django_db
def test_somebody_elses_draft_is_not_there() -> None:
    draft = filled_draft(office().unit, citizen(), service())
    refusal = submit(draft_id=draft.pk, account=citizen(), submission=AT_HOME, now=MONDAY)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "draft_gone"


@pytest.mark.django_db
def test_submit_takes_at_most_twenty_queries() -> None:
    holder = citizen()
    draft = filled_draft(office().unit, holder, service())
    with CaptureQueriesContext(connection) as queries:
        submit(draft_id=draft.pk, account=holder, submission=AT_HOME, now=MONDAY)
    # With empty caches; the page adds session and user.
    assert len(queries) <= 15, "\n".join(query["sql"][:150] for query in queries)


@pytest.mark.django_db
def test_a_paper_an_answer_has_made_unneeded_is_not_sent() -> None:
    holder = citizen()
    draft = filled_draft(office().unit, holder, service())
    needed = DraftPaper.objects.get()
    DraftPaper.objects.create(draft=draft, component="giay-thua", name="Giấy thừa", stored=needed.stored)
    submit(draft_id=draft.pk, account=holder, submission=AT_HOME, now=MONDAY)
    assert list(DossierFile.objects.values_list("component", flat=True)) == ["to-giay"]
