"""What people really send: told in plain words at the place, everything else kept, never a 500."""

import unicodedata
from collections.abc import Iterator

import httpx
import psycopg
import pytest
from tests.documents.samples import heic, jpeg, pdf
from tests.faults.submitting import Applicant
from tests.http_visitor import Visitor
from tests.stack import Stack

OVER = 200_000_000
PAPER = "giay-chung-sinh"
SCRIPT = b"<script>alert(1)</script>"
BROKEN_FILES = {
    "nothing in it": ("trong.jpg", b""),
    "a program": ("virus.exe", b"MZ" + b"\0" * 500),
    "a program named as a photo": ("anh.jpg", b"MZ" + b"\0" * 500),
    "half a photo": ("nua.jpg", jpeg()[:120]),
    "a broken HEIC": ("hong.heic", heic()[:200]),
    "a broken PDF": ("hong.pdf", pdf()[:90]),
    "a page of the web": ("trang.pdf", SCRIPT),
}


@pytest.fixture
def applicant(mother: Visitor) -> Applicant:
    """A draft with everything but its paper, which is the next page."""
    made = Applicant(mother, 3)
    made.come_to_the_papers()
    return made


def _send(applicant: Applicant, name: str, content: bytes) -> httpx.Response:
    path = f"/khai/{applicant.draft_id}/giay-to/{PAPER}/"
    applicant.visitor.get(path)
    files = [("tep", (name, content, "application/octet-stream"))]
    return applicant.visitor.post({"viec": "xong"}, where=lambda form: form.action == path, files=files)


def test_files_that_cannot_be_kept(applicant: Applicant) -> None:
    said = {}
    for what, (name, content) in BROKEN_FILES.items():
        answer = _send(applicant, name, content)
        summary = answer.text.partition('class="govuk-error-summary')[2].partition("</ul>")[0]
        said[what] = (answer.status_code, "#tep" in summary)
    assert said == dict.fromkeys(BROKEN_FILES, (422, True))
    assert _send(applicant, "tốt.pdf", pdf()).status_code == 200


def test_a_file_of_two_kinds_is_kept_as_one(applicant: Applicant) -> None:
    assert _send(applicant, "hai-loai.pdf", SCRIPT + pdf()).status_code == 200
    kept = applicant.visitor.get(f"/khai/{applicant.draft_id}/giay-to/{PAPER}/1/")
    assert kept.content.startswith(b"%PDF-")
    assert SCRIPT not in kept.content


def test_two_hundred_megabytes_are_refused_in_words(stack: Stack, applicant: Applicant) -> None:
    path = f"/khai/{applicant.draft_id}/giay-to/{PAPER}/"
    page = applicant.visitor.get(path).text
    token = page.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    boundary = "ranhgioi"
    head = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{token}\r\n'
        f'--{boundary}\r\nContent-Disposition: form-data; name="tep"; filename="lon.jpg"\r\n'
        "Content-Type: image/jpeg\r\n\r\n"
    ).encode()
    tail = f"\r\n--{boundary}--\r\n".encode()

    def body() -> Iterator[bytes]:
        yield head
        for _ in range(OVER // 1_000_000):
            yield b"\xff" * 1_000_000
        yield tail

    headers = {
        "content-type": f"multipart/form-data; boundary={boundary}",
        "content-length": str(len(head) + OVER + len(tail)),
    }
    answer = applicant.visitor.client.post(
        f"{stack.portal}{path}", content=body(), headers=headers, timeout=120
    )
    assert answer.status_code in {413, 422}, answer.text
    assert "20 MB" in answer.text.replace("\xa0", " ")
    assert _send(applicant, "tốt.pdf", pdf()).status_code == 200


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"child_name": "A" * 300}, "child_name"),
        ({"child_name": "Robert'); DROP TABLE dossiers;--\0"}, "child_name"),
        ({"child_birth_date.day": "30", "child_birth_date.month": "2"}, "child_birth_date"),
        ({"child_birth_date.year": "٢٠٢٦"}, "child_birth_date"),
        ({"child_gender": "khac"}, "child_gender"),
        ({"child_ethnicity": "99"}, "child_ethnicity"),
    ],
)
def test_answers_that_cannot_be(applicant: Applicant, given: dict[str, str], said: str) -> None:
    path = f"/khai/{applicant.draft_id}/trang/con/"
    applicant.visitor.get(path)
    answer = applicant.visitor.post(given, where=lambda form: form.action == path)
    assert answer.status_code == 422, given
    assert f'href="#{said}' in answer.text
    assert "không hợp lệ" not in answer.text
    # The other answers of the page are still there.
    assert 'value="2026"' in answer.text or "year" in str(given)


def test_decomposed_letters_are_composed(stack: Stack, applicant: Applicant) -> None:
    name = "Trần Nguyễn Ẩn Ưởng"
    path = f"/khai/{applicant.draft_id}/trang/con/"
    applicant.visitor.get(path)
    applicant.visitor.post(
        {"child_name": unicodedata.normalize("NFD", name)}, where=lambda form: form.action == path
    )
    with psycopg.connect(stack.database) as connection:
        row = connection.execute("SELECT answers FROM dossiers_draft WHERE id = %s", [applicant.draft_id])
        assert (row.fetchone() or [{}])[0]["child_name"] == name


def test_a_stale_form_loses_nothing(stack: Stack, applicant: Applicant) -> None:
    path = f"/khai/{applicant.draft_id}/trang/con/"
    page = applicant.visitor.get(path).text
    answer = applicant.visitor.client.post(
        f"{stack.portal}{path}", data={"csrfmiddlewaretoken": "x" * 64, "child_name": "Ai Đó"}
    )
    assert answer.status_code == 403
    assert "mở đã lâu" in answer.text
    assert "Trần Bảo An" in page
    assert "Trần Bảo An" in applicant.visitor.get(path).text


def test_an_expired_draft_says_what_to_do(stack: Stack, applicant: Applicant) -> None:
    with psycopg.connect(stack.database) as connection:
        connection.execute(
            "UPDATE dossiers_draft SET expires_at = now() - interval '1 day' WHERE id = %s",
            [applicant.draft_id],
        )
    answer = applicant.visitor.get(f"/khai/{applicant.draft_id}/trang/con/")
    assert answer.status_code == 410
    assert "/thu-tuc/1.001193/" in answer.text
