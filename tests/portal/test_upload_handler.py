"""What one sending may cost the server, whoever sends it."""

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory

from motcua.portal import upload_handler
from motcua.portal.inputs_following import PDF_FIELD, read_pdf
from motcua.portal.upload_handler import problem_of


def file(size: int) -> SimpleUploadedFile:
    return SimpleUploadedFile("tep.pdf", b"%PDF" + b"x" * (size - 4), "application/pdf")


def test_a_large_file_is_put_aside_to_the_disk() -> None:
    request = RequestFactory().post("/", {"tep": [file(100), file(3_000_000)]})
    small, large = request.FILES.getlist("tep")
    assert (small.size, large.size) == (100, 3_000_000)
    assert not small.file._rolled
    assert large.file._rolled
    assert large.read() == file(3_000_000).read()
    request.close()


def test_what_one_sending_weighs_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upload_handler, "MOST_TOGETHER", 250)
    request = RequestFactory().post("/", {"tep": [file(100), file(100), file(100), file(40)]})
    problems = [problem_of(each, "tep") for each in request.FILES.getlist("tep")]
    assert [problem and problem.code for problem in problems] == [None, None, "too_much", None]
    assert [len(each.read()) for each in request.FILES.getlist("tep")] == [100, 100, 0, 40]
    request.close()


def test_a_file_over_the_limit_says_so(settings: LazySettings) -> None:
    settings.MOTCUA = settings.MOTCUA.model_copy(update={"upload_limit": 1000})
    request = RequestFactory().post("/", {PDF_FIELD: file(1001)})
    problem = read_pdf(request)
    request.close()
    assert problem.code == "too_large"  # type: ignore[union-attr]


@pytest.mark.django_db
def test_more_files_than_a_page_takes_are_refused(client: Client) -> None:
    assert client.post("/kiem-tra/", {"tep": [file(10) for _ in range(21)]}).status_code == 400
