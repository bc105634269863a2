"""What citizens send: good files come through cleaned, bad ones meet a sentence, nothing crashes."""

from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from tests.documents import samples

from motcua.core.values import Problem
from motcua.documents.intake import Accepted, read_upload, too_large

MP = 1_000_000


def accepted(content: bytes, name: str = "a.jpg") -> Accepted:
    outcome = read_upload(name, content)
    assert isinstance(outcome, Accepted)
    return outcome


def problem(content: bytes, name: str = "a.jpg") -> Problem:
    outcome = read_upload(name, content, place="giay_chung_sinh")
    assert isinstance(outcome, Problem)
    assert outcome.place == "giay_chung_sinh"
    return outcome


@pytest.mark.parametrize(
    ("content", "detected", "stored"),
    [
        (samples.jpeg(), "image/jpeg", "image/jpeg"),
        (samples.encoded(samples.picture(), "PNG"), "image/png", "image/jpeg"),
        (samples.encoded(samples.picture(), "WEBP"), "image/webp", "image/jpeg"),
        (samples.heic(), "image/heic", "image/jpeg"),
        (samples.encoded(samples.picture(mode="CMYK"), "JPEG"), "image/jpeg", "image/jpeg"),
        (samples.encoded(samples.picture(mode="1"), "PNG"), "image/png", "image/jpeg"),
        (samples.pdf(), "application/pdf", "application/pdf"),
    ],
)
def test_papers_of_these_kinds_are_accepted_whatever_their_name(
    content: bytes, detected: str, stored: str
) -> None:
    outcome = accepted(content, "video.mov")
    assert (outcome.detected, outcome.media_type, outcome.pages) == (detected, stored, 1)


def test_pages_of_a_pdf_are_counted() -> None:
    assert accepted(samples.pdf(pages=7)).pages == 7


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"MZ" + bytes(500), "type"),
        (b"PK\x03\x04" + bytes(500), "type"),
        (b"GIF89a" + samples.SCRIPT, "type"),
        (b"<html>" + samples.SCRIPT, "type"),
        (b"xin ch\xc3\xa0o", "type"),
        (b"\x00", "type"),
        (samples.jpeg()[:300], "broken"),
        (samples.heic()[:400], "broken"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(100), "broken"),
        (b"%PDF-1.7\n" + samples.SCRIPT, "broken"),
        (b"%PDF-1.7\n%%EOF", "broken"),
        (samples.locked_pdf(), "encrypted"),
        (samples.restricted_pdf(), "encrypted"),
        (samples.pdf_with_attachment(), "active_content"),
        (samples.pdf_with_link_action("/Launch"), "active_content"),
        (samples.pdf_with_link_action("/JavaScript"), "active_content"),
        (samples.pdf_with_link_action("/SubmitForm"), "active_content"),
        (samples.pdf(pages=201), "too_many_pages"),
        (samples.pdf_with_huge_picture(), "too_many_pixels"),
    ],
)
def test_what_cannot_be_taken_is_said(content: bytes, code: str) -> None:
    found = problem(content)
    assert found.code == code
    assert found.message.endswith(".")
    assert "không hợp lệ" not in found.message


def test_a_script_that_runs_on_opening_is_refused() -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    assert problem(samples.pdf(OpenAction=action)).code == "active_content"


def test_a_picture_of_too_many_points_is_refused_before_it_is_decoded() -> None:
    bomb = samples.encoded(Image.new("1", (10_000, 8_001)), "PNG")
    assert len(bomb) < MP
    assert problem(bomb).code == "too_many_pixels"


def test_an_even_larger_picture_is_refused_too() -> None:
    bomb = samples.encoded(Image.new("1", (20_000, 20_000)), "PNG")
    assert problem(bomb).code == "too_many_pixels"


def test_a_photo_held_sideways_is_turned_and_its_place_forgotten() -> None:
    cleaned = Image.open(BytesIO(accepted(samples.phone_jpeg()).content))
    assert cleaned.size == (40, 60)
    assert cleaned.getpixel((35, 5)) < (60, 60, 60)  # The dark corner is now at the top right.
    assert dict(cleaned.getexif()) == {}


def test_scripts_in_and_behind_a_picture_do_not_survive() -> None:
    for content in (samples.phone_jpeg(), samples.jpeg() + samples.SCRIPT):
        assert b"script" not in accepted(content).content


def test_a_web_page_before_or_behind_a_pdf_does_not_survive() -> None:
    for content in (samples.SCRIPT + samples.pdf(), samples.pdf() + samples.SCRIPT):
        cleaned = accepted(content).content
        assert cleaned.startswith(b"%PDF-")
        assert b"script" not in cleaned


def test_a_signed_pdf_keeps_its_bytes_and_so_its_signature() -> None:
    assert accepted(samples.signed_pdf()).content == samples.signed_pdf()


def test_a_web_page_before_a_signed_pdf_is_refused() -> None:
    assert problem(samples.SCRIPT + samples.signed_pdf()).code == "active_content"


def test_a_large_photo_becomes_as_large_as_a_page_needs() -> None:
    cleaned = Image.open(BytesIO(accepted(samples.encoded(samples.picture(9000, 6000), "JPEG")).content))
    assert max(cleaned.size) == 4000


def test_see_through_drawings_lie_on_white_paper() -> None:
    drawing = Image.new("RGBA", (20, 20), (0, 0, 0, 0))
    cleaned = Image.open(BytesIO(accepted(samples.encoded(drawing, "PNG")).content))
    assert cleaned.getpixel((10, 10)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("size", "limit", "words"),
    [
        (20 * MP, 20 * MP, None),
        (20 * MP + 1, 20 * MP, "Tệp nặng 20,1 MB, quá mức 20 MB."),
        (200 * MP, 20 * MP, "Tệp nặng 200 MB, quá mức 20 MB."),
        (3_460_000, 2_500_000, "Tệp nặng 3,5 MB, quá mức 2,5 MB."),
    ],
)
def test_the_sentence_of_a_heavy_file_says_both_sizes(size: int, limit: int, words: str | None) -> None:
    found = too_large(size, limit)
    assert (found and found.message.startswith(words or "")) or (found is None and words is None)


def test_a_heavy_file_is_refused_before_anything_else() -> None:
    outcome = read_upload("a.bin", bytes(11), limit=10)
    assert isinstance(outcome, Problem)
    assert outcome.code == "too_large"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("phim.MOV", "tệp .mov."),
        ("khong-duoi", "tệp này."),
        ("a.<script>", "tệp này."),
        ("a." + "x" * 50, "tệp này."),
        ("C:\\thu muc\\a.docx", "tệp .docx."),
        ("", "tệp này."),
    ],
)
def test_the_sentence_of_an_unknown_type_names_its_ending_if_it_is_one(name: str, words: str) -> None:
    assert words in problem(b"?" * 100, name).message


@given(
    st.binary(max_size=400), st.sampled_from([b"", b"%PDF-1.7\n", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n"])
)
def test_no_bytes_break_the_reader(rest: bytes, start: bytes) -> None:
    assert isinstance(read_upload("a", start + rest), Accepted | Problem)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_files_never_break_the_reader(data: st.DataObject) -> None:
    whole = data.draw(
        st.sampled_from([samples.jpeg(), samples.heic(), samples.pdf(2), samples.pdf_with_attachment()])
    )
    place = data.draw(st.integers(0, len(whole) - 1))
    damage = data.draw(st.binary(min_size=1, max_size=8))
    outcome = read_upload("a", whole[:place] + damage + whole[place + len(damage) :])
    assert isinstance(outcome, Accepted | Problem)
