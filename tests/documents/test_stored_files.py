"""Keeping a citizen's file and sending it back without letting it do anything."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_django import Settings
from tests.documents import samples

from motcua.core.values import Problem
from motcua.documents.models import StoredFile
from motcua.documents.queries import file_content, readable_size, stored_file
from motcua.documents.responses import file_response
from motcua.documents.services import store_generated, store_upload

NOW = datetime(2026, 4, 24, 7, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, settings: Settings) -> None:
    settings.MOTCUA = settings.MOTCUA.model_copy(update={"data": tmp_path, "upload_limit": 5000})


@pytest.mark.django_db
def test_an_upload_is_kept_cleaned_and_can_be_found() -> None:
    stored = store_upload("a.heic", samples.phone_jpeg(), now=NOW)
    assert isinstance(stored, StoredFile)
    found = stored_file(stored.sha256)
    assert found is not None
    assert (found.media_type, found.pages, found.created_at) == ("image/jpeg", 1, NOW)
    content = file_content(stored.sha256)
    assert content is not None
    assert len(content) == found.size
    assert b"script" not in content


@pytest.mark.django_db
def test_a_bad_upload_leaves_nothing_behind(tmp_path: Path) -> None:
    outcome = store_upload("a.exe", b"MZ" + bytes(100), now=NOW, place="anh")
    assert isinstance(outcome, Problem)
    assert outcome.place == "anh"
    assert StoredFile.objects.count() == 0
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.django_db
def test_the_limit_of_the_installation_holds() -> None:
    outcome = store_upload("a.jpg", bytes(5001), now=NOW)
    assert isinstance(outcome, Problem)
    assert outcome.code == "too_large"


@pytest.mark.django_db
def test_the_same_paper_is_kept_once() -> None:
    first = store_generated(b"%PDF", media_type="application/pdf", pages=1, now=NOW)
    again = store_generated(b"%PDF", media_type="application/pdf", pages=1, now=NOW)
    assert first.sha256 == again.sha256
    assert StoredFile.objects.count() == 1


def test_what_is_not_there_is_none() -> None:
    assert file_content("0" * 64) is None


@pytest.mark.parametrize(
    ("size", "words"), [(0, "1 KB"), (350_400, "350 KB"), (1_240_000, "1,2 MB"), (20_000_000, "20,0 MB")]
)
def test_sizes_are_written_for_people(size: int, words: str) -> None:
    assert readable_size(size) == words


def test_a_file_is_sent_so_that_it_can_only_be_looked_at() -> None:
    response = file_response(b"x", "image/jpeg", "ảnh.jpg", inline=True)
    assert response["Content-Type"] == "image/jpeg"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["Content-Disposition"].startswith("inline; filename*=utf-8''%E1%BA%A3nh")


def test_a_pdf_may_be_shown_by_the_browsers_own_viewer() -> None:
    response = file_response(b"x", "application/pdf", "a.pdf", inline=True)
    assert "sandbox" not in response["Content-Security-Policy"]
    assert "default-src 'none'" in response["Content-Security-Policy"]


@pytest.mark.parametrize("media_type", ["text/html", "image/svg+xml", "application/xhtml+xml"])
def test_a_type_that_could_act_is_only_ever_a_download(media_type: str) -> None:
    response = file_response(b"<script>", media_type, 'a"\r\nX: 1.html', inline=True)
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")
    assert "\n" not in response["Content-Disposition"]
