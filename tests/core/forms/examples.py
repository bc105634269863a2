"""A small service form that the tests of reading, walking and showing share."""

from collections.abc import Mapping

from motcua.core.forms import Form, compile_form

SOURCE: dict[str, object] = {
    "pages": [
        {
            "id": "eligibility",
            "title": "Trước khi bắt đầu",
            "kind": "eligibility",
            "questions": [
                {
                    "id": "resident",
                    "type": "yes_no",
                    "label": "Bạn có thường trú ở đây không?",
                    "ineligible": {False: {"reason": "bạn ở nơi khác", "advice": "nộp ở nơi bạn ở."}},
                }
            ],
        },
        {
            "id": "you",
            "title": "Về bạn",
            "questions": [
                {
                    "id": "full_name",
                    "type": "name",
                    "label": "Họ, chữ đệm và tên",
                    "key": "full_name",
                },
                {"id": "birth_date", "type": "date", "label": "Ngày sinh", "latest": "today"},
                {"id": "phone", "type": "phone", "label": "Số điện thoại", "required": False},
            ],
        },
        {
            "id": "marriage",
            "title": "Hôn nhân",
            "visible_if": {"age_at_least": ["birth_date", 18]},
            "questions": [
                {
                    "id": "marital_status",
                    "type": "choice",
                    "label": "Tình trạng hôn nhân",
                    "choices": {"single": "Chưa kết hôn", "divorced": "Đã ly hôn"},
                },
                {
                    "id": "court_decision",
                    "type": "text",
                    "label": "Số bản án ly hôn",
                    "visible_if": {"equals": ["marital_status", "divorced"]},
                },
            ],
        },
        {
            "id": "decision-place",
            "title": "Tòa án",
            "visible_if": {"answered": "court_decision"},
            "questions": [{"id": "court", "type": "text", "label": "Tòa án nào?"}],
        },
        {
            "id": "members",
            "title": "Thành viên",
            "questions": [
                {
                    "id": "members",
                    "type": "group",
                    "label": "Thành viên hộ",
                    "minimum": 1,
                    "maximum": 2,
                    "items": [
                        {"id": "name", "type": "name", "label": "Họ tên"},
                        {"id": "has_job", "type": "yes_no", "label": "Có việc làm"},
                        {
                            "id": "income",
                            "type": "money",
                            "label": "Thu nhập",
                            "visible_if": {"answer": "has_job"},
                        },
                    ],
                }
            ],
        },
        {
            "id": "promise",
            "title": "Cam đoan",
            "questions": [{"id": "promise", "type": "declaration", "label": "Tôi cam đoan lời khai đúng"}],
        },
    ]
}
ADULT = {"year": 2000, "month": 2, "day": 29}
CHILD = {"year": 2020, "month": 1, "day": 1}
LAN = {"name": "Lan", "has_job": True, "income": 50_000}


def compiled(source: Mapping[str, object]) -> Form:
    """The form in the source, which must be right."""
    found = compile_form(source)
    assert isinstance(found, Form), found
    return found


def one_page(*questions: Mapping[str, object]) -> dict[str, object]:
    """A form source with one page of these questions."""
    return {"pages": [{"id": "page", "title": "Trang", "questions": list(questions)}]}


FORM = compiled(SOURCE)
