"""Photos of a draft: the paper the official gets is always put together from the parts there are."""

from collections.abc import Callable
from uuid import UUID

import pytest
from tests.documents.samples import jpeg
from tests.factories.dossiers import MONDAY, filled_draft, office, service
from tests.factories.people import citizen

from motcua.core.values import Refusal
from motcua.documents.models import StoredFile
from motcua.dossiers.models import Dossier, Draft, DraftFile, DraftPaper
from motcua.dossiers.services import drafts
from motcua.dossiers.services.drafts import add_part, remove_part
from motcua.dossiers.services.submission import Submission, submit

pytestmark = pytest.mark.django_db


def empty_draft() -> Draft:
    return filled_draft(office().unit, citizen(), service(), paper=False)


def add(draft_id: UUID, name: str) -> object:
    return add_part(
        draft_id=draft_id,
        component="to-giay",
        paper_name="Tờ giấy kèm theo",
        name=name,
        content=jpeg(),
        now=MONDAY,
    )


def remove(draft_id: UUID, part: int) -> None:
    remove_part(draft_id=draft_id, component="to-giay", paper_name="Tờ giấy kèm theo", part=part, now=MONDAY)


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], object]]:
    """What happens once, while a paper is being put together."""
    happens: list[Callable[[], object]] = []
    assembled = drafts.assembled_file

    def slowly(*args: object, **kwargs: object) -> StoredFile:
        if happens:
            happens.pop()()
        return assembled(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(drafts, "assembled_file", slowly)
    return happens


def test_two_photos_sent_at_once_are_both_in_the_paper(meanwhile: list[Callable[[], object]]) -> None:
    draft = empty_draft()
    meanwhile.append(lambda: add(draft.pk, "sau.jpg"))
    assert isinstance(add(draft.pk, "truoc.jpg"), DraftFile)
    assert sorted(DraftFile.objects.values_list("part", "name")) == [(1, "sau.jpg"), (2, "truoc.jpg")]
    assert DraftPaper.objects.get().stored.pages == 2


def test_a_photo_taken_out_meanwhile_is_not_in_the_paper(meanwhile: list[Callable[[], object]]) -> None:
    draft = empty_draft()
    add(draft.pk, "mot.jpg")
    meanwhile.append(lambda: remove(draft.pk, 1))
    add(draft.pk, "hai.jpg")
    assert list(DraftFile.objects.values_list("name", flat=True)) == ["hai.jpg"]
    assert DraftPaper.objects.get().stored.pages == 1


def test_a_draft_submitted_meanwhile_takes_no_photo_any_more(meanwhile: list[Callable[[], object]]) -> None:
    holder = citizen()
    draft = filled_draft(office().unit, holder, service())
    at_home = Submission("electronic", "0912345678", "thu@example.vn")
    meanwhile.append(lambda: submit(draft_id=draft.pk, account=holder, submission=at_home, now=MONDAY))
    refusal = add(draft.pk, "muon.jpg")
    assert isinstance(refusal, Refusal)
    assert refusal.code == "draft_gone"
    assert Dossier.objects.get().files.get().stored.pages == 1


def test_a_paper_that_cannot_be_put_together_leaves_the_parts_as_they_were(
    meanwhile: list[Callable[[], object]],
) -> None:
    draft = empty_draft()
    add(draft.pk, "mot.jpg")

    def killed() -> None:
        raise SystemExit

    meanwhile.append(killed)
    with pytest.raises(SystemExit):
        add(draft.pk, "hai.jpg")
    assert list(DraftFile.objects.values_list("name", flat=True)) == ["mot.jpg"]
    assert DraftPaper.objects.get().stored.pages == 1


def test_the_last_photo_taken_out_takes_the_paper_with_it() -> None:
    draft = empty_draft()
    add(draft.pk, "mot.jpg")
    remove(draft.pk, 1)
    assert not DraftFile.objects.exists()
    assert not DraftPaper.objects.exists()
