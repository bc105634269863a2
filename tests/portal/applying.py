"""Fixtures: a service that asks everything a page can ask, and people before and after sign-in.

A plugin and not a conftest, since a conftest is read before Django is ready.
"""

import pytest
from django.test import Client
from tests.factories.dossiers import service
from tests.factories.people import citizen, unit

from motcua.catalogue.models import Revision
from motcua.core.forms import Form, compile_form, to_json
from motcua.identity.models import Account
from motcua.organisations.models import Unit

SEEN = "2026-11-01T03:00:00+00:00"
FACTS = {
    "identity.full_name": "Trần Thị Thử",
    "identity.gender": "female",
    "contact.phone": "0912345678",
    "residence.address": {"line": "12 đường Bến Cũ", "ward": "Phường Hòa Bến", "province": "Tỉnh Sông Bình"},
}
PAGES = [
    {
        "id": "dieu-kien",
        "title": "Trước khi bắt đầu",
        "kind": "eligibility",
        "questions": [
            {
                "id": "adult",
                "type": "yes_no",
                "label": "Bạn đã đủ 18 tuổi chưa?",
                "ineligible": {False: {"reason": "Cần đủ 18 tuổi", "advice": "Nhờ cha mẹ làm thay"}},
            },
            {
                "id": "abroad",
                "type": "yes_no",
                "label": "Bạn đang ở nước ngoài không?",
                "visible_if": {"answer": "adult"},
            },
            {
                "id": "country",
                "type": "text",
                "label": "Nước nào?",
                "visible_if": {"answer": "abroad"},
            },
        ],
    },
    {
        "id": "ve-ban",
        "title": "Về bạn",
        "questions": [
            {
                "id": "full_name",
                "type": "name",
                "label": "Họ tên",
                "source": "identity.full_name",
                "hint": "Đủ dấu",
            },
            {"id": "birth", "type": "date", "label": "Ngày sinh", "latest": "today", "autocomplete": "bday"},
            {
                "id": "gender",
                "type": "choice",
                "label": "Giới tính",
                "source": "identity.gender",
                "choices": {"nam": "Nam", "nu": "Nữ"},
            },
            {"id": "home", "type": "address", "label": "Nơi ở", "source": "residence.address"},
        ],
    },
    {
        "id": "con",
        "title": "Các con",
        "questions": [
            {
                "id": "children",
                "type": "group",
                "label": "Các con",
                "minimum": 1,
                "maximum": 2,
                "items": [
                    {"id": "child_name", "type": "name", "label": "Tên con"},
                    {"id": "adopted", "type": "yes_no", "label": "Con nuôi không?"},
                    {
                        "id": "since",
                        "type": "number",
                        "label": "Nuôi từ năm nào?",
                        "visible_if": {"answer": "adopted"},
                    },
                ],
            }
        ],
    },
    {
        "id": "them",
        "title": "Thêm",
        "questions": [
            {"id": "note", "type": "long_text", "label": "Điều muốn nói", "required": False, "maximum": 100},
            {"id": "money", "type": "money", "label": "Số tiền", "required": False},
            {
                "id": "nation",
                "type": "select",
                "label": "Dân tộc",
                "required": False,
                "choices": {"01": "Kinh", "02": "Tày"},
            },
        ],
    },
    {
        "id": "cam-doan",
        "title": "Cam đoan",
        "questions": [
            {"id": "sure", "type": "declaration", "label": "Tôi cam đoan", "why": "Luật hỏi vậy"},
            {
                "id": "phone",
                "type": "phone",
                "label": "Điện thoại",
                "key": "contact.phone",
                "source": "contact.phone",
            },
        ],
    },
]


@pytest.fixture
def ward() -> Unit:
    return unit("H99.12", name="UBND phường Hòa Bến", address="20 đường Bến Cũ")


@pytest.fixture
def other_ward() -> Unit:
    return unit("H99.13", name="UBND xã An Lạc Trung")


@pytest.fixture
def revision() -> Revision:
    """The small test service with one page for each kind of thing, as its newest revision."""
    first = service()
    form = compile_form({"pages": PAGES})
    assert isinstance(form, Form), form
    return Revision.objects.create(
        procedure=first.procedure,
        number=first.number + 1,
        digest="0" * 64,
        content=first.content,
        form=to_json(form),
        process=first.process,
        outputs=first.outputs,
        messages=first.messages,
        effective_from=first.effective_from,
        published_at=first.published_at,
    )


@pytest.fixture
def person() -> Account:
    facts = {key: {"value": value, "source": "VNeID", "at": SEEN} for key, value in FACTS.items()}
    return citizen("Trần Thị Thử", facts=facts)


@pytest.fixture
def signed_in(person: Account) -> Client:
    client = Client()
    client.force_login(person)
    return client
