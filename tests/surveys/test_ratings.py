"""One rating a dossier, changeable for seven days."""

import datetime as dt
from uuid import UUID, uuid4

import pytest

from motcua.core.values import Refusal
from motcua.surveys.models import Rating
from motcua.surveys.queries import rating_of
from motcua.surveys.services import rate

NOW = dt.datetime(2026, 11, 2, 2, 0, tzinfo=dt.UTC)
pytestmark = pytest.mark.django_db


def give(
    dossier: UUID, grade: int, *, now: dt.datetime = NOW, reasons: tuple[str, ...] = ()
) -> Rating | Refusal:
    return rate(
        dossier_id=dossier, unit_id=1, province="99", grade=grade, reasons=reasons, comment=" Tốt ", now=now
    )


def test_second_rating_replaces_the_first_within_a_week() -> None:
    dossier = uuid4()
    give(dossier, 3)
    give(dossier, 1, now=NOW + dt.timedelta(days=7), reasons=("late", "made_up"))
    rating = rating_of(dossier)
    assert rating is not None
    assert (rating.grade, rating.reasons, rating.comment) == (1, ["late"], "Tốt")
    assert Rating.objects.count() == 1


def test_rating_is_closed_after_a_week() -> None:
    dossier = uuid4()
    give(dossier, 3)
    refusal = give(dossier, 1, now=NOW + dt.timedelta(days=7, seconds=1))
    assert isinstance(refusal, Refusal)
    rating = rating_of(dossier)
    assert rating is not None
    assert rating.grade == 3


@pytest.mark.parametrize("grade", [0, 4, -1])
def test_only_three_grades_exist(grade: int) -> None:
    assert isinstance(give(uuid4(), grade), Refusal)
    assert not Rating.objects.exists()
