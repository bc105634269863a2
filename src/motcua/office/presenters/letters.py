# SPDX-License-Identifier: EUPL-1.2
"""What the citizen will read: the request for supplements, and the reason of a refusal."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from motcua.core.messages import fill, strip_marks
from motcua.core.values import Problem
from motcua.dossiers.checklist import Item
from motcua.dossiers.decisions import REFUSAL_WORDS, ItemVerdict, lacking_items
from motcua.dossiers.models import Dossier
from motcua.dossiers.wording import SUPPLEMENT_ASKED
from motcua.theme.formats import day, moment

# Who finds no ground in the list explains more.
FEWEST_WORDS_OTHER = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing asked for, as ui.summary_list takes it."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Preview:
    """The request as it will arrive. sms is "" when no phone was given."""

    items: tuple[Asked, ...]
    answer_by: str
    stops_clock: bool
    subject: str
    sms: str
    phone: str
    email: str


def preview_of(
    dossier: Dossier,
    items: tuple[Item, ...],
    verdicts: Mapping[str, ItemVerdict],
    answer_by: datetime,
) -> Preview:
    """What is asked, by when, and the messages that say so."""
    names = {item.key: item.name for item in items}
    asked = tuple(
        Asked(names[one.item], one.reason) for one in lacking_items(verdicts.values()) if one.item in names
    )
    values = {
        "code": dossier.code,
        "procedure": dossier.procedure.plain_name,
        "supplement_day": day(answer_by),
        "hotline_plain": settings.MOTCUA.hotline.replace(" ", ""),
    }
    return Preview(
        items=asked,
        answer_by=moment(answer_by),
        stops_clock=dossier.received_at is not None,
        subject=str(fill(SUPPLEMENT_ASKED.subject, values)),
        sms=strip_marks(str(fill(SUPPLEMENT_ASKED.sms, values))),
        phone=dossier.applicant_contact.get("phone", ""),
        email=dossier.applicant_contact.get("email", ""),
    )


@dataclass(frozen=True, slots=True)
class Ground:
    """A common reason of a refusal; sentence: what the citizen reads of it."""

    title: str
    sentence: str


GROUNDS: Mapping[str, Ground] = {
    "not_competent": Ground(
        "Không thuộc nơi này giải quyết", "Việc này không thuộc thẩm quyền của chúng tôi."
    ),
    "conditions": Ground("Chưa đủ điều kiện", "Trường hợp của bạn chưa đủ điều kiện theo quy định."),
    "duplicate": Ground("Việc này đã có hồ sơ hoặc kết quả", "Việc này đã có hồ sơ khác hoặc đã có kết quả."),
    "false_papers": Ground(
        "Giấy tờ, lời khai không đúng", "Giấy tờ hoặc lời khai không khớp với dữ liệu gốc."
    ),
    "other": Ground("Lý do khác", ""),
}


def refusal_reason(ground: str, words: str) -> str | Problem:
    """The reason in full: the common sentence and the official's own words."""
    found = GROUNDS.get(ground)
    if found is None:
        return Problem("ground", "missing", "Chọn lý do từ chối")
    fewest = REFUSAL_WORDS if found.sentence else FEWEST_WORDS_OTHER
    if len(words.split()) < fewest:
        return Problem(
            "reason",
            "too_short",
            f"Giải thích bằng lời cho người dân, ít nhất {fewest} từ, và chỉ nơi cần đến",
        )
    return f"{found.sentence} {words}".strip()
