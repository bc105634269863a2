# SPDX-License-Identifier: EUPL-1.2
"""The papers an office gives out on receiving a dossier, and the values they show.

Mẫu 01 (receipt and appointment), Mẫu 02 (supplement request) and Mẫu 03 (refusal) of the one-stop rules.
All values are decided before; nothing here computes a date or a fee.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from motcua.documents.qr import qr_svg
from motcua.documents.rendering import Rendered, render_named

Size = Literal["a4", "a5"]
_HERE = ZoneInfo("Asia/Ho_Chi_Minh")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who issues the paper. authority: "UBND phường …"; unit: the one-stop unit; place: for the date line."""

    authority: str
    unit: str
    place: str


@dataclass(frozen=True, slots=True)
class Recipient:
    """The person or organisation the paper is for."""

    name: str
    identity_number: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class PaperItem:
    """One component of the dossier. kind: "Bản chính", "Bản sao" or "Bản điện tử"."""

    name: str
    kind: str = "Bản chính"
    quantity: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paper:
    letterhead: Letterhead
    number: str
    dossier_code: str
    qr_text: str
    recipient: Recipient
    procedure: str
    procedure_code: str
    items: Sequence[PaperItem]
    issued_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptPaper(_Paper):
    """Giấy tiếp nhận hồ sơ và hẹn trả kết quả (Mẫu 01). Times are aware; they print as Vietnamese time."""

    sets: int
    processing_time: str
    received_at: datetime
    due_at: datetime
    collect_at: str
    fees: Sequence[str]
    submitter: str
    receiver: str
    hotline: str
    register_book: str = ""
    register_order: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplementPaper(_Paper):
    """Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (Mẫu 02). rules_address: where the rule can be read."""

    reason: str
    rules_address: str
    official: str
    official_phone: str
    answer_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalPaper(_Paper):
    """Phiếu từ chối giải quyết hồ sơ (Mẫu 03)."""

    reason: str
    submitter: str
    official: str


def render_receipt(paper: ReceiptPaper, *, size: Size = "a4") -> Rendered:
    """Mẫu 01 as PDF."""
    return render_named("mau_01", receipt_data(paper) | {"size": size}, dated=paper.issued_on)


def render_supplement(paper: SupplementPaper, *, size: Size = "a4") -> Rendered:
    """Mẫu 02 as PDF."""
    return render_named("mau_02", supplement_data(paper) | {"size": size}, dated=paper.issued_on)


def render_refusal(paper: RefusalPaper, *, size: Size = "a4") -> Rendered:
    """Mẫu 03 as PDF."""
    return render_named("mau_03", refusal_data(paper) | {"size": size}, dated=paper.issued_on)


def receipt_data(paper: ReceiptPaper) -> dict[str, object]:
    """What the template of Mẫu 01 reads."""
    return _shared(paper) | {
        "title": "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        "sets": paper.sets,
        "processing_time": paper.processing_time,
        "received_at": moment(paper.received_at),
        "due_at": moment(paper.due_at),
        "collect_at": paper.collect_at,
        "fees": list(paper.fees),
        "submitter": paper.submitter,
        "receiver": paper.receiver,
        "hotline": paper.hotline,
        "register_book": paper.register_book,
        "register_order": paper.register_order,
    }


def supplement_data(paper: SupplementPaper) -> dict[str, object]:
    """What the template of Mẫu 02 reads."""
    return _shared(paper) | {
        "title": "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
        "reason": paper.reason,
        "rules_address": paper.rules_address,
        "official": paper.official,
        "official_phone": paper.official_phone,
        "answer_by": "" if paper.answer_by is None else day(paper.answer_by),
    }


def refusal_data(paper: RefusalPaper) -> dict[str, object]:
    """What the template of Mẫu 03 reads."""
    return _shared(paper) | {
        "title": "Phiếu từ chối tiếp nhận, giải quyết hồ sơ",
        "reason": paper.reason,
        "submitter": paper.submitter,
        "official": paper.official,
    }


def result_data(
    letterhead: Letterhead,
    *,
    number: str,
    title: str,
    dossier_code: str,
    qr_text: str,
    issued_on: date,
    signer_title: str,
    signer: str,
    **fields: object,
) -> dict[str, object]:
    """What official.typ reads for a result paper of a service, with the service's own fields beside it."""
    return fields | {
        "letterhead": asdict(letterhead),
        "number": number,
        "title": title,
        "dossier_code": dossier_code,
        "qr_svg": qr_svg(qr_text),
        "issued_on": issued_on.isoformat(),
        "signer_title": signer_title,
        "signer": signer,
        "size": "a4",
    }


def _shared(paper: _Paper) -> dict[str, object]:
    return {
        "letterhead": asdict(paper.letterhead),
        "number": paper.number,
        "dossier_code": paper.dossier_code,
        "qr_svg": qr_svg(paper.qr_text),
        "recipient": asdict(paper.recipient),
        "procedure": paper.procedure,
        "procedure_code": paper.procedure_code,
        "items": [asdict(item) for item in paper.items],
        "issued_on": paper.issued_on.isoformat(),
    }


def moment(when: datetime) -> str:
    """A time as papers write it: "14:05 ngày 24/04/2026", in Vietnamese time."""
    return when.astimezone(_HERE).strftime("%H:%M ngày %d/%m/%Y")


def day(when: date) -> str:
    """A date as papers write it: "24/04/2026"."""
    return when.strftime("%d/%m/%Y")
