"""Papers: the list, sending, removing, looking (C12, C13)."""

import pytest
from django.conf import settings
from django.test import Client
from tests.documents.samples import jpeg
from tests.portal.walking import Walk, begin, fill_in, photo

from motcua.dossiers.models import DraftFile, DraftPaper

pytest_plugins = ("tests.portal.applying",)
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("revision", "ward")]
PAPER = "giay-to/to-giay/"


@pytest.fixture
def walk(client: Client) -> Walk:
    walk = begin(client)
    fill_in(walk)
    return walk


def test_the_list_says_what_is_still_to_be_sent(walk: Walk) -> None:
    assert "Cần gửi</strong>" in walk.get("giay-to/").content.decode()
    walk.goes_to(PAPER, {"tep": photo()})
    page = walk.get("giay-to/").content.decode()
    assert "Đã gửi" in page
    assert "1 trang" in page


def test_the_size_limit_is_told_before(walk: Walk) -> None:
    page = walk.get(PAPER).content.decode()
    assert "mỗi tệp tối đa 20\xa0MB" in page
    assert 'enctype="multipart/form-data"' in page


def test_several_photos_become_one_paper(walk: Walk) -> None:
    assert walk.goes_to(PAPER, {"tep": [photo(), photo("hai.jpg")], "viec": "them"}) == PAPER
    page = walk.get(PAPER).content.decode()
    assert "Đã gửi: 2 tệp, 2 trang" in page
    assert DraftPaper.objects.get().stored.pages == 2
    assert walk.goes_to(PAPER, {"viec": "xong"}) == "giay-to/"


def test_one_photo_can_be_taken_out(walk: Walk) -> None:
    walk.goes_to(PAPER, {"tep": [photo(), photo("hai.jpg")]})
    assert walk.goes_to(PAPER, {"bo": "1"}) == PAPER
    assert DraftFile.objects.get().name == "hai.jpg"
    for unknown in ("9", "0"):
        assert walk.goes_to(PAPER, {"bo": unknown}) == PAPER
    assert DraftPaper.objects.get().stored.pages == 1


def test_nothing_chosen_is_told_at_the_field(walk: Walk) -> None:
    response = walk.post(PAPER, {})
    assert response.status_code == 422
    assert response.content.decode().count("Chọn ảnh hoặc tệp của tờ giấy kèm theo") == 2


def test_a_bad_file_is_named_and_the_good_one_kept(walk: Walk) -> None:
    response = walk.post(PAPER, {"tep": [photo("thu.exe", b"MZ" * 100), photo("tốt.jpg")]})
    page = response.content.decode()
    assert response.status_code == 422
    assert "thu.exe: Chúng tôi chưa đọc được tệp .exe" in page
    assert DraftFile.objects.get().name == "tốt.jpg"
    assert "Đã gửi: 1 tệp" in page


def test_a_file_over_the_limit_is_told_with_its_size(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings.MOTCUA, "upload_limit", 1000)
    response = walk.post(PAPER, {"tep": photo(content=jpeg() + b"x" * 500_000)})
    assert response.status_code == 422
    assert "quá mức" in response.content.decode()
    assert not DraftFile.objects.exists()


def test_files_are_shown_to_their_holder_only(walk: Walk) -> None:
    walk.goes_to(PAPER, {"tep": photo()})
    whole, part, small = (walk.get(f"{PAPER}{end}") for end in ("0/", "1/", "1/anh-nho/"))
    assert (whole.headers["Content-Type"], part.headers["Content-Type"]) == ("application/pdf", "image/jpeg")
    assert small.headers["Content-Type"] == "image/webp"
    assert part.headers["X-Content-Type-Options"] == "nosniff"
    for end in ("0/", "1/", "1/anh-nho/"):
        assert Client().get(f"{walk.path}{PAPER}{end}").status_code == 404
    for end in ("2/", "99999999999999/", "2/anh-nho/"):
        assert walk.get(f"{PAPER}{end}").status_code == 404


@pytest.mark.parametrize("component", ["khong-co", "..", "to-giay-khac"])
def test_a_paper_nobody_asked_for_is_no_page(walk: Walk, component: str) -> None:
    assert walk.get(f"giay-to/{component}/").status_code == 404
    assert walk.post(f"giay-to/{component}/", {"tep": photo()}).status_code == 404
