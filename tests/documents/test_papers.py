"""The three papers of reception: their words, their size, their tags, and nothing left unfilled."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from motcua.documents.papers import (
    Letterhead,
    PaperItem,
    ReceiptPaper,
    Recipient,
    RefusalPaper,
    SupplementPaper,
    render_receipt,
    render_refusal,
    render_supplement,
    result_data,
)
from motcua.documents.rendering import Rendered, TemplateError, check_template, render

OFFICE = Letterhead("Ủy ban nhân dân phường Hoa Sữa", "Trung tâm Phục vụ hành chính công", "Hà Nội")
SHARED = {
    "letterhead": OFFICE,
    "number": "12/TPVHCC",
    "dossier_code": "99.01.12-260424-0001",
    "qr_text": "https://dvc.example/ho-so/99.01.12-260424-0001",
    "recipient": Recipient(
        "Nguyễn Thị Ngọc Ánh", "001199012345", "Số 5 ngõ 2", "0912345678", "anh@example.vn"
    ),
    "procedure": "Đăng ký khai sinh",
    "procedure_code": "1.001193",
    "items": (PaperItem("Giấy chứng sinh"), PaperItem("Tờ khai", "Bản điện tử", 2)),
    "issued_on": date(2026, 4, 24),
}
RECEIPT = ReceiptPaper(
    **SHARED,
    sets=1,
    processing_time="Trong ngày",
    received_at=datetime(2026, 4, 24, 7, 5, tzinfo=UTC),
    due_at=datetime(2026, 4, 27, 9, 30, tzinfo=UTC),
    collect_at="Cổng dịch vụ công",
    fees=("Lệ phí 50.000 đồng, đã trả",),
    submitter="Nguyễn Thị Ngọc Ánh",
    receiver="Trần Văn Ba",
    hotline="1800 1096",
    register_book="01",
    register_order="15",
)
SUPPLEMENT = SupplementPaper(
    **SHARED,
    reason="Ảnh giấy chứng sinh mờ ở góc phải",
    rules_address="https://dvc.example/thu-tuc/1.001193",
    official="Trần Văn Ba",
    official_phone="024 1234 5678",
    answer_by=date(2026, 5, 4),
)
REFUSAL = RefusalPaper(
    **SHARED, reason="Con đã được đăng ký khai sinh", submitter="Nguyễn Thị Ngọc Ánh", official="Trần Văn Ba"
)
PAPERS = [(render_receipt, RECEIPT), (render_supplement, SUPPLEMENT), (render_refusal, REFUSAL)]


def words(paper: Rendered) -> str:
    """The text of all pages as a reader copies it, spaces made one."""
    with pypdfium2.PdfDocument(paper.content) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return re.sub(r"\s+", " ", " ".join(pages))


HEAD = (
    "ỦY BAN NHÂN DÂN PHƯỜNG HOA SỮA",
    "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập – Tự do – Hạnh phúc",
    "Số: 12/TPVHCC",
    "Hà Nội, ngày 24 tháng 4 năm 2026",
    "Mã hồ sơ: 99.01.12-260424-0001",
    "Mã thủ tục: 1.001193",
    "Nguyễn Thị Ngọc Ánh",
    "Đăng ký khai sinh",
    "1 Giấy chứng sinh Bản chính 1",
    "2 Tờ khai Bản điện tử 2",
    "Trần Văn Ba",
    "Trang 1/1",
)


@pytest.mark.parametrize(
    ("draw", "paper", "own"),
    [
        (
            render_receipt,
            RECEIPT,
            (
                "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
                "001199012345",
                "Số 5 ngõ 2",
                "0912345678",
                "anh@example.vn",
                "2. Số bộ hồ sơ: 1 bộ",
                "3. Thời gian giải quyết theo quy định: Trong ngày",
                "4. Nhận hồ sơ lúc: 14:05 ngày 24/04/2026",
                "5. Hẹn trả kết quả lúc: 16:30 ngày 27/04/2026",
                "6. Nơi nhận kết quả: Cổng dịch vụ công",
                "7. Phí, lệ phí: Lệ phí 50.000 đồng, đã trả",
                "quyển số 01, số thứ tự 15",
                "1800 1096",
            ),
        ),
        (
            render_supplement,
            SUPPLEMENT,
            (
                "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
                "Lý do: Ảnh giấy chứng sinh mờ ở góc phải",
                "Bổ sung trước hết ngày: 04/05/2026",
                "https://dvc.example/thu-tuc/1.001193",
                "024 1234 5678",
            ),
        ),
        (
            render_refusal,
            REFUSAL,
            (
                "PHIẾU TỪ CHỐI TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ",
                "Lý do: Con đã được đăng ký khai sinh",
                "khiếu nại",
            ),
        ),
    ],
)
def test_a_paper_says_everything_it_must(draw: object, paper: object, own: tuple[str, ...]) -> None:
    text = words(draw(paper))
    missing = [phrase for phrase in HEAD + own if phrase not in text]
    assert missing == []


@pytest.mark.parametrize(("draw", "paper"), PAPERS)
def test_a_paper_with_as_little_as_allowed_shows_no_holes(draw: object, paper: object) -> None:
    bare = replace(paper, recipient=Recipient("A"), items=(), letterhead=Letterhead("UBND xã B", "", "B"))
    if isinstance(bare, ReceiptPaper):
        bare = replace(bare, fees=(), register_book="", register_order="", hotline="")
    if isinstance(bare, SupplementPaper):
        bare = replace(bare, rules_address="", official_phone="", answer_by=None)
    text = words(draw(bare))
    for hole in ("none", "None", "{", "}", "[]", "()", "auto"):
        assert hole not in text
    for label in ("Địa chỉ:", "Điện thoại:", "Email:", "quyển số", "Bổ sung trước", "Quy định có tại"):
        assert label not in text


def test_a_receipt_without_fees_says_so() -> None:
    assert "7. Phí, lệ phí: không thu" in words(render_receipt(replace(RECEIPT, fees=())))


@pytest.mark.parametrize(("draw", "paper"), PAPERS)
@pytest.mark.parametrize(("size", "points"), [("a4", (595, 842)), ("a5", (420, 595))])
def test_a_paper_has_the_size_asked_for_and_fits_one_page(
    draw: object, paper: object, size: str, points: tuple[int, int]
) -> None:
    rendered = draw(paper, size=size)
    with pikepdf.open(BytesIO(rendered.content)) as pdf:
        assert tuple(round(float(side)) for side in pdf.pages[0].mediabox[2:]) == points
    assert rendered.pages == 1


@pytest.mark.parametrize(("draw", "paper"), PAPERS)
def test_a_paper_is_tagged_archivable_and_in_vietnamese(draw: object, paper: object) -> None:
    with pikepdf.open(BytesIO(draw(paper).content)) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang).startswith("vi")
        assert "/StructTreeRoot" in pdf.Root
        notes = pdf.open_metadata()
        assert (notes["pdfaid:part"], notes["pdfaid:conformance"], notes["pdfuaid:part"]) == ("3", "A", "1")
        assert "99.01.12-260424-0001" in notes["dc:title"]


@pytest.mark.parametrize(("draw", "paper"), PAPERS)
def test_the_same_values_give_the_same_bytes(draw: object, paper: object) -> None:
    assert draw(paper).content == draw(paper).content


def test_long_names_and_many_papers_run_over_pages_without_loss() -> None:
    items = tuple(PaperItem(f"Giấy tờ thứ {number} có tên rất dài " + "dài " * 20) for number in range(1, 41))
    long_name = "Công Tằng Tôn Nữ " + "Hồng " * 20
    paper = replace(RECEIPT, items=items, recipient=Recipient(long_name.strip()))
    rendered = render_receipt(paper)
    assert rendered.pages > 1
    assert "Giấy tờ thứ 40" in words(rendered)


def test_words_of_a_citizen_are_never_markup() -> None:
    sly = '#read("/etc/passwd") *đậm* $x$ <nhãn> @xem \\ " #panic()'
    text = words(render_refusal(replace(REFUSAL, reason=sly)))
    assert "#read(" in text
    assert "*đậm* $x$ <nhãn> @xem" in text


RESULT = """
#import "official.typ": *
#let data = payload()
#show: official.with(data)
Xác nhận #strong(data.person) sinh ngày #short-date(data.born).
#result-signatures(data)
"""


def result(**changes: object) -> dict[str, object]:
    values = {
        "number": "7/XN",
        "title": "Giấy xác nhận",
        "dossier_code": "99.1",
        "qr_text": "https://dvc.example/kiem-tra/99.1",
        "issued_on": date(2026, 2, 3),
        "signer_title": "Chủ tịch",
        "signer": "Lê Văn Lãnh",
        "person": "Trần Thị Ủ",
        "born": "1999-12-31",
    }
    return result_data(OFFICE, **(values | changes))


def test_a_service_template_has_two_places_for_signatures_that_screen_readers_know() -> None:
    rendered = render(RESULT, result(), dated=date(2026, 2, 3))
    assert "ngày 03 tháng 02 năm 2026" in words(rendered)
    assert "Trần Thị Ủ sinh ngày 31/12/1999" in words(rendered)
    with pikepdf.open(BytesIO(rendered.content)) as pdf:
        fields = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
        assert set(fields) == {"NguoiKy", "ConDau"}
        assert all(
            str(field.FT) == "/Sig" and "/V" not in field and "/TU" in field for field in fields.values()
        )
        kinds = {str(item.get("/S")) for item in pdf.objects if isinstance(item, pikepdf.Dictionary)}
    assert "/Form" in kinds
    assert "/Link" not in kinds


def test_an_ordinary_link_stays_a_link() -> None:
    text = '#set document(title: "a")\n#set text(lang: "vi")\n#link("https://dvc.example")[xem]'
    with pikepdf.open(BytesIO(render(text, {}, dated=date(2026, 2, 3)).content)) as pdf:
        assert "/AcroForm" not in pdf.Root
        assert str(pdf.pages[0].Annots[0].Subtype) == "/Link"


@pytest.mark.parametrize(
    ("template", "cause"),
    [
        ("#khong-co()", "khong-co"),
        (RESULT + "#data.thieu", "thieu"),
        ('#import "@preview/x:1.0.0"', "gói"),
        ('#read("/../../papers.py")', ""),
        ('#read("/etc/passwd")', ""),
        ("#let x =", ""),
    ],
)
def test_a_template_that_cannot_be_typeset_is_told_to_its_author(template: str, cause: str) -> None:
    found = check_template(template, result(), dated=date(2026, 2, 3))
    assert found is not None
    assert cause in found.message
    with pytest.raises(TemplateError):
        render(template, result(), dated=date(2026, 2, 3))


def test_a_good_template_has_no_problem() -> None:
    assert check_template(RESULT, result(), dated=date(2026, 2, 3)) is None
