# SPDX-License-Identifier: EUPL-1.2
"""What the slips of the one-stop rules say, frozen when they are issued."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TypedDict

from django.conf import settings

from motcua.catalogue.content import ProcedureContent
from motcua.core.deadlines import VIETNAM, describe_term
from motcua.core.fees import FeeLine
from motcua.documents.papers import (
    Letterhead,
    PaperItem,
    ReceiptPaper,
    Recipient,
    RefusalPaper,
    SupplementPaper,
    receipt_data,
    refusal_data,
    supplement_data,
)
from motcua.dossiers.models import Dossier, SupplementRequest
from motcua.organisations.models import Unit

CHANNELS = {1: "counter", 2: "online", 3: "post"}
COLLECT = {
    "electronic": "Nhận bản điện tử trên Cổng, mục Việc của tôi",
    "counter": "Nhận tại bộ phận Một cửa nơi giải quyết",
    "post": "Nhận qua bưu chính công ích",
}


def letterhead_of(unit: Unit) -> Letterhead:
    """Head of a unit's papers."""
    return Letterhead(
        authority=unit.name, unit="Bộ phận Tiếp nhận và Trả kết quả", place=unit.name.removeprefix("UBND ")
    )


def result_letterhead(unit: Unit) -> Letterhead:
    """Head of a result: the agency that decides, under the one above it (NĐ 30/2020, Phụ lục I)."""
    above = unit.parent.name if unit.parent else ""
    return Letterhead(authority=above, unit=unit.name, place=unit.name.removeprefix("UBND "))


def tracking_address(dossier: Dossier) -> str:
    """What the QR on a slip opens: the public look-up, which still asks for the four digits."""
    return f"{settings.MOTCUA.public_url}/tra-cuu/?ma={dossier.code}"


def receipt_slip(
    dossier: Dossier,
    content: ProcedureContent,
    *,
    number: str,
    items: Sequence[PaperItem],
    fees: Sequence[FeeLine],
    receiver: str,
    now: datetime,
) -> dict[str, object]:
    """Mẫu 01: receipt and appointment (R-300)."""
    assert dossier.received_at  # written in the same act
    assert dossier.due_at
    return receipt_data(
        ReceiptPaper(
            **_head(dossier, content, number, now),
            items=items,
            sets=1,
            processing_time=describe_term(content.limit(CHANNELS[dossier.channel])),
            received_at=dossier.received_at,
            due_at=dossier.due_at,
            collect_at=COLLECT[dossier.delivery],
            fees=[f"{line.name}: {line.amount:,} đồng".replace(",", ".") for line in fees],
            submitter=dossier.applicant_name,
            receiver=receiver,
            hotline=settings.MOTCUA.hotline,
        )
    )


def supplement_slip(
    dossier: Dossier,
    content: ProcedureContent,
    *,
    number: str,
    request: SupplementRequest,
    official: str,
    now: datetime,
) -> dict[str, object]:
    """Mẫu 02: everything lacking at once (R-301)."""
    return supplement_data(
        SupplementPaper(
            **_head(dossier, content, number, now),
            items=[PaperItem(name=item["name"], kind="Bản điện tử") for item in request.items],
            reason="\n".join(f"{item['name']}: {item['reason']}" for item in request.items),
            rules_address=f"{settings.MOTCUA.public_url}/thu-tuc/{content.code}/",
            official=official,
            official_phone=dossier.unit.phone,
            answer_by=_day(request.answer_by),
        )
    )


def refusal_slip(
    dossier: Dossier,
    content: ProcedureContent,
    *,
    number: str,
    items: Sequence[PaperItem],
    reason: str,
    official: str,
    now: datetime,
) -> dict[str, object]:
    """Mẫu 03: refusal with its reason in words (R-302)."""
    return refusal_data(
        RefusalPaper(
            **_head(dossier, content, number, now),
            items=items,
            reason=reason,
            submitter=dossier.applicant_name,
            official=official,
        )
    )


def paper_items(content: ProcedureContent, components: Sequence[str]) -> list[PaperItem]:
    """The components handed in, as the slips list them."""
    found = [content.component(name) for name in components]
    return [PaperItem(name=item.name, kind="Bản điện tử", quantity=1) for item in found if item]


class _Head(TypedDict):
    """What every slip says of itself and of the dossier."""

    letterhead: Letterhead
    number: str
    dossier_code: str
    qr_text: str
    recipient: Recipient
    procedure: str
    procedure_code: str
    issued_on: date


def _head(dossier: Dossier, content: ProcedureContent, number: str, now: datetime) -> _Head:
    return {
        "letterhead": letterhead_of(dossier.unit),
        "number": number,
        "dossier_code": dossier.code,
        "qr_text": tracking_address(dossier),
        "recipient": _recipient(dossier),
        "procedure": content.official_name,
        "procedure_code": content.code,
        "issued_on": _day(now),
    }


def _recipient(dossier: Dossier) -> Recipient:
    contact = dossier.applicant_contact
    return Recipient(
        name=dossier.applicant_name,
        identity_number=dossier.applicant.personal_identifier,
        phone=contact.get("phone", ""),
        email=contact.get("email", ""),
    )


def _day(moment: datetime) -> date:
    return moment.astimezone(VIETNAM).date()
