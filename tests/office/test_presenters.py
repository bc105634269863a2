"""What rows, checklists and result forms say."""

import datetime as dt

import pytest
from tests.factories.dossiers import ITEMS, MONDAY, office, submitted, verdicts
from tests.factories.people import unit

from motcua.catalogue.packages import SAMPLE_SERVICES, read_package
from motcua.catalogue.queries import compiled
from motcua.catalogue.services import publish_package
from motcua.core.workflow import Kind, Status
from motcua.dossiers.models import Ball, Dossier
from motcua.dossiers.queries import view_of
from motcua.office.presenters.checklist import lines_of
from motcua.office.presenters.due import due_of
from motcua.office.presenters.letters import refusal_reason
from motcua.office.presenters.result_form import fields_of, labels_printed
from motcua.office.wording import event_title, status_words

HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("columns", "words", "level"),
    [
        ({"next_event_at": MONDAY + 10 * DAY}, "Còn 8 ngày", "plenty"),
        ({"next_event_at": MONDAY + DAY}, "Còn 1 ngày", "soon"),
        ({"next_event_at": MONDAY + 3 * HOUR}, "Hạn hôm nay 12:00", "today"),
        ({"next_event_at": MONDAY - 4 * DAY}, "Quá hạn 2 ngày", "late"),
        ({"next_event_at": MONDAY + DAY, "ball": Ball.CITIZEN}, "Tạm dừng, chờ dân", "paused"),
        (
            {"next_event_at": MONDAY + DAY, "finished_at": MONDAY, "step_kind": "hand_over"},
            "Chờ người dân nhận",
            "paused",
        ),
        (
            {"next_event_at": MONDAY - DAY, "finished_at": MONDAY - 31 * DAY, "step_kind": "hand_over"},
            "Quá 30 ngày chưa nhận",
            "late",
        ),
        ({"returned_at": MONDAY}, "Đã xong", "done"),
        ({"finished_at": MONDAY}, "Đã xong", "done"),
        ({"next_event_at": None}, "Không có hạn", "plenty"),
    ],
)
def test_what_a_due_time_says(columns: dict[str, object], words: str, level: str) -> None:
    dossier = Dossier(**{"unit": unit(), "ball": Ball.AGENCY, **columns})
    due = due_of(dossier, MONDAY)
    assert (due.words, due.level) == (words, level)


@pytest.mark.parametrize(
    ("status", "kind", "ball", "words"),
    [
        (Status.NEW, Kind.RECEIVE, Ball.AGENCY, "Chờ kiểm tra"),
        (Status.SUPPLEMENT, Kind.SUPPLEMENT, Ball.CITIZEN, "Chờ người dân bổ sung"),
        (Status.SUPPLEMENT, Kind.RECEIVE, Ball.AGENCY, "Đã bổ sung, chờ kiểm tra"),
        (Status.PROCESSING, Kind.APPRAISE, Ball.AGENCY, "Đang giải quyết"),
        (Status.PROCESSING, Kind.SIGN, Ball.AGENCY, "Chờ ký"),
        (Status.PROCESSING, Kind.ISSUE, Ball.AGENCY, "Chờ phát hành"),
        (Status.RETURNED, "", Ball.NOBODY, "Đã trả kết quả"),
    ],
)
def test_officials_read_the_state_in_their_words(status: Status, kind: str, ball: Ball, words: str) -> None:
    assert status_words(Dossier(status=status, step_kind=kind, ball=ball))[0] == words


@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_words(status: Status) -> None:
    assert status_words(Dossier(status=status, step_kind="", ball=Ball.NOBODY))[0]


def test_an_event_of_another_release_is_shown_by_its_name() -> None:
    assert event_title("received") == "Tiếp nhận (Mẫu 01)"
    assert event_title("moved_by_wind") == "moved_by_wind"


@pytest.mark.django_db
def test_a_tick_by_a_person_stands_before_the_machines() -> None:
    dossier = submitted(office().unit)
    revision = compiled(dossier.revision_id)
    view = view_of(dossier, only_issued=False)
    untouched = lines_of(view, revision, {})
    assert [(line.name, line.value) for line in untouched] == [(item, "") for item in ITEMS]
    assert untouched[0].href == "?giay=to-giay#papers"
    assert "Trần Thị Thử" in untouched[1].text
    ticked = lines_of(view, revision, verdicts(to_giay="Ảnh mờ, chụp lại."))
    assert [(line.value, line.reason) for line in ticked] == [("fix", "Ảnh mờ, chụp lại."), ("pass", "")]


def test_labels_are_read_off_the_paper() -> None:
    template = "#line-of([Nơi sinh], data.birth_place)\n#line-of([#title], data.x)\n#data.y"
    assert labels_printed(template) == {"birth_place": "Nơi sinh"}


@pytest.mark.django_db
@pytest.mark.parametrize("folder", sorted(SAMPLE_SERVICES.iterdir()), ids=lambda folder: folder.name)
def test_every_field_of_our_results_has_a_label_in_words(folder: object) -> None:
    published = publish_package(read_package(folder), at=MONDAY)  # type: ignore[arg-type]
    revision = compiled(published.pk)  # type: ignore[union-attr]
    for result in revision.content.results:
        fields = fields_of(revision, result, dict.fromkeys(result.fields, "Việt Nam"), {})
        assert all(field.label[0].isupper() for field in fields)
        assert not [field.name for field in fields if field.name in field.label]
        assert len(fields) == len(result.fields)


def test_a_refusal_is_a_sentence_and_the_officials_words() -> None:
    words = "Bạn nộp tại xã nơi bạn đang ở."
    assert refusal_reason("not_competent", words) == f"Việc này không thuộc thẩm quyền của chúng tôi. {words}"
    assert refusal_reason("other", words * 4) == words * 4
    assert getattr(refusal_reason("x", words), "place", "") == "ground"
    assert getattr(refusal_reason("other", words), "place", "") == "reason"
