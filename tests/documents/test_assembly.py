"""Several photos and PDFs of one paper become one PDF; the viewer shows its pages."""

from io import BytesIO

import pikepdf
import pytest
from PIL import Image
from tests.documents import samples

from motcua.documents.assembly import assemble
from motcua.documents.pages import page_image

JPEG, PDF = "image/jpeg", "application/pdf"


def test_photos_and_pdfs_become_one_pdf_in_order() -> None:
    tall = samples.encoded(samples.picture(40, 60), "JPEG")
    whole = assemble([(JPEG, samples.jpeg()), (PDF, samples.pdf(2)), (JPEG, tall)])
    assert whole.pages == 4
    with pikepdf.open(BytesIO(whole.content)) as pdf:
        sizes = [tuple(round(float(side)) for side in page.mediabox[2:]) for page in pdf.pages]
    assert sizes == [(842, 595), (595, 842), (595, 842), (595, 842)]


def test_a_pdf_alone_keeps_its_bytes() -> None:
    alone = samples.pdf(3)
    whole = assemble([(PDF, alone)])
    assert (whole.content, whole.pages) == (alone, 3)


def test_the_same_parts_give_the_same_bytes() -> None:
    parts = [(JPEG, samples.jpeg()), (PDF, samples.pdf())]
    assert assemble(parts).content == assemble(parts).content


def test_grey_photos_go_in_as_they_are() -> None:
    grey = samples.encoded(samples.picture(mode="L"), "JPEG")
    assert grey in assemble([(JPEG, grey), (JPEG, grey)]).content


def test_nothing_cannot_be_assembled() -> None:
    with pytest.raises(ValueError, match="nothing"):
        assemble([])


def test_a_photo_is_seen_on_its_page() -> None:
    whole = assemble([(JPEG, samples.jpeg())]).content
    shown = Image.open(BytesIO(page_image(whole, PDF, 1, width=400) or b""))
    assert (shown.format, shown.width) == ("WEBP", 400)
    assert max(shown.getpixel((60, 60))) < 60
    assert min(shown.getpixel((350, 250))) > 200


def test_a_stored_photo_is_its_own_page() -> None:
    shown = Image.open(BytesIO(page_image(samples.jpeg(), JPEG, 1, width=30) or b""))
    assert shown.size == (30, 20)


@pytest.mark.parametrize(
    ("content", "media_type", "number"),
    [
        (samples.pdf(2), PDF, 0),
        (samples.pdf(2), PDF, 3),
        (samples.jpeg(), JPEG, 2),
        (b"?", PDF, 1),
        (b"?", JPEG, 1),
        (b"", PDF, 1),
    ],
)
def test_a_page_that_is_not_there_is_none(content: bytes, media_type: str, number: int) -> None:
    assert page_image(content, media_type, number) is None


def test_a_very_tall_page_stays_a_picture_of_sane_size() -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(10, 14_000))
        output = BytesIO()
        pdf.save(output)
    shown = Image.open(BytesIO(page_image(output.getvalue(), PDF, 1) or b""))
    assert shown.height <= 4001
