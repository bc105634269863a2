"""A page that would take minutes is given up in seconds, and the next one is drawn all the same."""

from contextlib import closing
from threading import Thread
from time import monotonic

import pikepdf
import pytest
from django.utils import timezone
from tests.documents import samples

from motcua.documents.models import PagePicture
from motcua.documents.pages import thumbnail
from motcua.documents.pdf_drawing import SECONDS, PdfDrawing
from motcua.documents.services import store_generated


def endless_pdf() -> bytes:
    """Less than a kilobyte that wants minutes: long lines of very short, very wide dashes."""
    with pikepdf.new() as document:
        page = document.add_blank_page(page_size=(595, 842))
        page.Contents = document.make_stream(b"40 w [1 1] 0 d 0 0 m 595 842 l S\n" * 50_000)
        return samples.saved(document)


def test_an_endless_page_is_given_up_and_the_next_is_drawn() -> None:
    started = monotonic()
    with closing(PdfDrawing()) as drawing:
        assert drawing.page(endless_pdf(), 1, 240) == b""
        assert monotonic() - started < SECONDS + 20
        assert drawing.page(samples.pdf(), 1, 240)


def test_nobody_waits_long_for_the_page_of_another() -> None:
    with closing(PdfDrawing(patience=0.05)) as drawing:
        other = Thread(target=drawing.page, args=(endless_pdf(), 1, 240))
        other.start()
        other.join(0.5)
        assert drawing.page(samples.pdf(), 1, 240) is None
        other.join()


@pytest.mark.django_db
def test_the_small_picture_is_drawn_once_even_when_it_cannot_be() -> None:
    now = timezone.now()
    good = store_generated(samples.pdf(), media_type="application/pdf", pages=1, now=now)
    broken = store_generated(b"%PDF-?", media_type="application/pdf", pages=1, now=now)
    for _ in range(2):
        assert (thumbnail(good) or b"")[:4] == b"RIFF"
        assert thumbnail(broken) is None
    assert PagePicture.objects.filter(stored__in=[good, broken]).count() == 2
    good.delete()
    assert not PagePicture.objects.filter(stored=good.sha256).exists()
