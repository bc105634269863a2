"""Notices can be read aloud, and an SMS is one part."""

import pytest

from motcua.core.messages import fill, placeholders, segments, strip_marks
from motcua.dossiers import wording

LONGEST = {
    "code": "000.00.01.H29-20261123-0001",
    "procedure": "Xin giấy xác nhận tình trạng hôn nhân",
    "unit": "Ủy ban nhân dân đặc khu Hoàng Sa",
    "submitted_short": "10:51 02/11",
    "answer_short": "10:51 03/11",
    "due_day": "05/11/2026",
    "supplement_day": "09/11/2026",
    "hotline_plain": "18001096",
}
ALL = {name: value for name, value in vars(wording).items() if isinstance(value, wording.Wording)}


@pytest.mark.parametrize("name", sorted(ALL))
def test_sms_is_one_part_without_marks(name: str) -> None:
    text = fill(ALL[name].sms, LONGEST)
    assert isinstance(text, str), text
    parts = segments(strip_marks(text))
    assert (parts.encoding, parts.parts) == ("GSM-7", 1), f"{parts.length}: {text}"


@pytest.mark.parametrize("name", sorted(ALL))
def test_mail_says_code_and_phone_and_warns_of_fraud(name: str) -> None:
    said = set(placeholders(ALL[name].email))
    assert {"code", "hotline", "address"} <= said
    assert "OTP" in ALL[name].email.text


def test_codes_are_used_once() -> None:
    codes = [entry.code for entry in ALL.values()]
    assert len(codes) == len(set(codes))
