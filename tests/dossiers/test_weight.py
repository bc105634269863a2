"""A draft's papers have a limit together."""

import pytest
from tests.documents.samples import jpeg
from tests.factories.dossiers import MONDAY, filled_draft, office, service
from tests.factories.people import citizen

from motcua.core.values import Problem
from motcua.dossiers.models import DraftFile
from motcua.dossiers.services import drafts


@pytest.mark.django_db
def test_papers_too_heavy_together_are_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    draft = filled_draft(office().unit, citizen(), service())
    sent = DraftFile.objects.get().stored.size
    monkeypatch.setattr(drafts, "MOST_BYTES", sent)
    problem = drafts.add_part(
        draft_id=draft.pk, component="to-giay", paper_name="Tờ giấy", name="2.jpg", content=jpeg(), now=MONDAY
    )
    assert isinstance(problem, Problem)
    assert problem.code == "too_heavy"
    assert DraftFile.objects.count() == 1
