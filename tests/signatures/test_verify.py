"""Verification: what is genuine, what was changed, by whom, and words for each."""

from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils.generic import ArrayObject, NumberObject, pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from tests.signatures.conftest import SIGNED_AT
from tests.signatures.papers import unsigned_paper

from motcua.core.values import Problem
from motcua.signatures import verify
from motcua.signatures.adapters.development_ca import DevelopmentSigners
from motcua.signatures.verify import Verification, verify_pdf


@pytest.fixture
def roots(development: DevelopmentSigners) -> tuple[bytes, ...]:
    return development.trust_roots()


def checked(pdf: bytes, roots: tuple[bytes, ...]) -> Verification:
    outcome = verify_pdf(pdf, roots, at=SIGNED_AT)
    assert isinstance(outcome, Verification)
    return outcome


def turned(pdf: bytes) -> bytes:
    """The page turned around by an addition behind the signatures, as an editor would do it."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    page = writer.root["/Pages"]["/Kids"][0]
    page[pdf_name("/Rotate")] = NumberObject(180)
    page[pdf_name("/MediaBox")] = ArrayObject([NumberObject(side) for side in (0, 0, 200, 200)])
    writer.update_container(page)
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


def test_a_signed_and_sealed_paper_is_genuine(signed_and_sealed: bytes, roots: tuple[bytes, ...]) -> None:
    outcome = checked(signed_and_sealed, roots)
    assert outcome.genuine
    person, seal = outcome.signatures
    assert (person.field, person.signer, person.covers_whole) == ("NguoiKy", "Lê Văn Lãnh", False)
    assert (seal.field, seal.signer, seal.covers_whole) == ("ConDau", "UBND phường Hoa Sữa", True)
    assert person.signed_at == SIGNED_AT


def test_roots_may_be_pem_or_der(signed_once: bytes, development: DevelopmentSigners) -> None:
    outcome = verify_pdf(signed_once, [development.authority_path.read_bytes()], at=SIGNED_AT)
    assert isinstance(outcome, Verification)
    assert outcome.genuine


def test_one_changed_byte_is_noticed(signed_and_sealed: bytes, roots: tuple[bytes, ...]) -> None:
    place = signed_and_sealed.index(b"endstream") - 20
    changed = bytearray(signed_and_sealed)
    changed[place] ^= 1
    outcome = checked(bytes(changed), roots)
    assert not outcome.genuine
    assert not any(found.intact for found in outcome.signatures)
    assert outcome.signatures[0].message == "Nội dung đã bị thay đổi sau khi ký."


def test_a_page_changed_by_an_addition_is_noticed(signed_and_sealed: bytes, roots: tuple[bytes, ...]) -> None:
    outcome = checked(turned(signed_and_sealed), roots)
    assert not outcome.genuine
    assert [(found.intact, found.bottom_line) for found in outcome.signatures] == [(True, False)] * 2
    assert outcome.signatures[0].message == "Tệp đã bị sửa thêm sau khi ký."


def test_bytes_behind_the_last_signature_are_noticed(
    signed_and_sealed: bytes, roots: tuple[bytes, ...]
) -> None:
    assert not checked(signed_and_sealed + b"\n% them", roots).genuine


def test_a_paper_without_signatures_is_not_genuine(roots: tuple[bytes, ...]) -> None:
    outcome = checked(unsigned_paper(), roots)
    assert (outcome.genuine, outcome.signatures) == (False, ())
    assert "không có chữ ký số" in outcome.message


def test_writing_the_file_anew_breaks_the_signature(signed_once: bytes, roots: tuple[bytes, ...]) -> None:
    with pikepdf.open(BytesIO(signed_once)) as pdf:
        output = BytesIO()
        pdf.save(output)
    assert not checked(output.getvalue(), roots).genuine


def test_a_certificate_that_has_ended_is_not_trusted(signed_once: bytes, roots: tuple[bytes, ...]) -> None:
    outcome = verify_pdf(signed_once, roots, at=datetime(2046, 1, 1, tzinfo=UTC))
    assert isinstance(outcome, Verification)
    assert not outcome.genuine


@pytest.mark.parametrize("content", [b"", b"xin chao", b"%PDF-1.7\n%%EOF", b"%PDF-1.7\n" + bytes(2000)])
def test_what_is_no_pdf_is_said(content: bytes) -> None:
    outcome = verify_pdf(content, ())
    assert isinstance(outcome, Problem)
    assert outcome.code == "not_pdf"


def test_a_number_that_is_none_is_damage_like_any_other(
    signed_and_sealed: bytes, roots: tuple[bytes, ...]
) -> None:
    damaged = signed_and_sealed.replace(b"/F 132", b"/F 1-2")
    assert damaged != signed_and_sealed
    outcome = verify_pdf(damaged, roots, at=SIGNED_AT)
    assert isinstance(outcome, Problem) or not outcome.genuine


def test_a_root_that_is_no_certificate_is_said(signed_once: bytes) -> None:
    outcome = verify_pdf(signed_once, [b"# README"])
    assert isinstance(outcome, Problem)
    assert (outcome.place, outcome.code) == ("ca", "not_certificate")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(where=st.integers(0, 10**6), bit=st.integers(0, 7))
def test_no_damage_passes_or_crashes(
    where: int, bit: int, signed_and_sealed: bytes, roots: tuple[bytes, ...]
) -> None:
    place = where % len(signed_and_sealed)
    changed = bytearray(signed_and_sealed)
    changed[place] ^= 1 << bit
    outcome = verify_pdf(bytes(changed), roots, at=SIGNED_AT)
    assert isinstance(outcome, Problem) or not outcome.genuine or _only_in_padding(signed_and_sealed, place)


def _only_in_padding(pdf: bytes, place: int) -> bool:
    """The signature itself is written in hexadecimal and padded: a letter's case there says nothing."""
    opening = pdf.rfind(b"/Contents <", 0, place)
    return opening != -1 and b">" not in pdf[opening + 11 : place]


def test_more_signatures_than_a_paper_has_are_not_walked_through(
    signed_and_sealed: bytes, roots: tuple[bytes, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verify, "MOST_SIGNATURES", 1)
    outcome = verify_pdf(signed_and_sealed, roots, at=SIGNED_AT)
    assert isinstance(outcome, Problem)
    assert outcome.code == "too_many_signatures"


def test_damaged_compression_is_no_server_error(roots: tuple[bytes, ...]) -> None:
    with pikepdf.new() as document:
        document.add_blank_page()
        output = BytesIO()
        document.save(output, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    content = bytearray(output.getvalue())
    for start in [at for at in range(len(content)) if content.startswith(b"stream\n", at)]:
        content[start + 8 : start + 12] = b"\xff" * 4
    outcome = verify_pdf(bytes(content), roots)
    assert isinstance(outcome, Problem) or not outcome.genuine
