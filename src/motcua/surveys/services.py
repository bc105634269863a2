# SPDX-License-Identifier: EUPL-1.2
"""Rating a settled dossier."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from motcua.core.values import Refusal
from motcua.surveys.models import Grade, Rating

CHANGEABLE_FOR = timedelta(days=7)
REASONS = {
    "late": "Chậm hơn giờ hẹn",
    "unclear": "Hướng dẫn khó hiểu",
    "attitude": "Thái độ phục vụ chưa tốt",
    "repeated": "Phải đi lại hoặc gửi lại nhiều lần",
}


def rate(
    *,
    dossier_id: UUID,
    unit_id: int,
    province: str,
    grade: int,
    reasons: Sequence[str],
    comment: str,
    now: datetime,
) -> Rating | Refusal:
    """Keeps one rating a dossier (TT 32/2017: three grades); it may be changed for seven days."""
    if grade not in Grade.values:
        return Refusal("no_grade", "Chọn một trong ba mức hài lòng.")
    said = {
        "grade": grade,
        "reasons": [reason for reason in reasons if reason in REASONS],
        "comment": comment.strip()[:2000],
        "changed_at": now,
    }
    rating, new = Rating.objects.get_or_create(
        dossier_id=dossier_id,
        defaults={"unit_id": unit_id, "province": province, "first_at": now, **said},
    )
    if new:
        return rating
    if now - rating.first_at > CHANGEABLE_FOR:
        return Refusal("closed", "Đánh giá đã khóa sau 7 ngày, nên không sửa được nữa.")
    for name, value in said.items():
        setattr(rating, name, value)
    rating.save(update_fields=list(said))
    return rating
