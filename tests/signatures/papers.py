"""A paper that waits for its two signatures."""

from datetime import date
from functools import cache

from motcua.documents.papers import Letterhead, result_data
from motcua.documents.rendering import render

RESULT = """
#import "official.typ": *
#let data = payload()
#show: official.with(data)
Xác nhận #strong(data.person) chưa đăng ký kết hôn với ai.
#result-signatures(data)
"""
ISSUED = date(2026, 4, 24)


@cache
def unsigned_paper() -> bytes:
    """One page with the empty fields NguoiKy and ConDau."""
    data = result_data(
        Letterhead("UBND phường Hoa Sữa", "", "Hà Nội"),
        number="7/XN",
        title="Giấy xác nhận tình trạng hôn nhân",
        dossier_code="99.1",
        qr_text="https://dvc.example/kiem-tra/99.1",
        issued_on=ISSUED,
        signer_title="Chủ tịch",
        signer="Lê Văn Lãnh",
        person="Trần Thị Ủ",
    )
    return render(RESULT, data, dated=ISSUED).content


@cache
def paper_without_fields() -> bytes:
    """A PDF from elsewhere."""
    return render('#set document(title: "a")\n#set text(lang: "vi")\nMột trang', {}, dated=ISSUED).content
