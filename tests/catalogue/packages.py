"""A small package to bend: what the tests of the catalogue start from."""

import copy
from collections.abc import Mapping
from pathlib import Path

import yaml

PROCEDURE: Mapping[str, object] = {
    "code": "1.000001",
    "plain_name": "Xin bản sao",
    "official_name": "Cấp bản sao từ sổ gốc",
    "synonyms": ["bản sao giấy tờ"],
    "sector": "Chứng thực",
    "tier": "commune",
    "authority": "Ủy ban nhân dân cấp xã",
    "subjects": ["Công dân Việt Nam"],
    "online_level": "full",
    "assurance_level": 1,
    "effective_from": "2026-01-01",
    "position": 5,
    "minutes": 2,
    "summary": "Bạn có bản sao.",
    "steps": ["Bạn gửi yêu cầu."],
    "methods": [{"channel": "online", "limit": "3 ngày làm việc"}],
    "supplement_days": 10,
    "fees": [{"code": "phi", "name": "Phí bản sao", "amount": 8000, "moment": "at_reception"}],
    "process": {
        "pattern": "same_day",
        "parameters": {"receive": {"amount": 2, "unit": "working_hours"}},
    },
    "components": [
        {
            "id": "giay-uy-quyen",
            "name": "Văn bản ủy quyền",
            "plain_name": "Giấy ủy quyền",
            "kind": "certified",
            "why": "Bạn xin thay người khác.",
            "required_if": {"equals": ["for_whom", "khac"]},
            "replaced_by": {"source": "wallet.mandate", "text": "Đã có giấy ủy quyền điện tử."},
        }
    ],
    "not_needed": [{"name": "Căn cước", "why": "Chúng tôi tự tra."}],
    "conditions": ["Giấy gốc còn trong sổ."],
    "results": [
        {"id": "ban-sao", "name": "Bản sao", "code": "KQ.1", "fields": {"holder": {"upper": "full_name"}}}
    ],
    "legal_basis": [{"code": "23/2015/NĐ-CP", "name": "Nghị định về cấp bản sao"}],
    "checklist": [{"id": "dung-ten", "text": "Tên khớp với sổ", "questions": ["full_name"]}],
    "help": ["Bạn có thể đến quầy."],
}

FORM: Mapping[str, object] = {
    "pages": [
        {
            "id": "ve-ban",
            "title": "Về bạn",
            "questions": [
                {"id": "full_name", "type": "name", "label": "Họ và tên", "source": "identity.full_name"},
                {"id": "for_whom", "type": "choice", "label": "Cho ai?", "choices": {"toi": "Tôi", "khac": "Khác"}},
            ],
        },
        {
            "id": "giay",
            "title": "Giấy tờ",
            "questions": [
                {
                    "id": "papers",
                    "type": "group",
                    "label": "Giấy cần bản sao",
                    "minimum": 1,
                    "maximum": 2,
                    "items": [{"id": "paper", "type": "text", "label": "Tên giấy"}],
                }
            ],
        },
    ]
}  # fmt: skip

SCENARIO: Mapping[str, object] = {
    "name": "Xin cho mình",
    "given": {
        "today": "2026-11-02",
        "channel": "online",
        "known": {"identity.full_name": "Trần Thị Hoa"},
        "answers": {"for_whom": "toi", "papers": [{"paper": "Giấy khai sinh"}]},
    },
    "when": [
        {"submit": "2026-11-02 08:00"},
        {"step": "receive", "outcome": "accept", "at": "2026-11-02 09:00"},
    ],
    "then": {"status": "processing", "due": "2026-11-05 17:30", "fee": 8000, "components": []},
}

TEMPLATE = """#import "official.typ": *
#let data = payload()
#show: official.with(data)
#data.holder
#result-signatures(data)
"""


def procedure(**changes: object) -> dict[str, object]:
    """procedure.yaml as a mapping, with some keys changed; None removes one."""
    return _changed(PROCEDURE, changes)


def scenario(**changes: object) -> dict[str, object]:
    """A scenario as a mapping, with some keys changed."""
    return _changed(SCENARIO, changes)


def write_package(
    folder: Path,
    *,
    procedure: Mapping[str, object] = PROCEDURE,
    form: Mapping[str, object] = FORM,
    scenarios: Mapping[str, Mapping[str, object]] | None = None,
    template: str = TEMPLATE,
) -> Path:
    """Write the files of a package; the folder."""
    (folder / "outputs").mkdir(parents=True)
    (folder / "scenarios").mkdir()
    (folder / "outputs" / "ban-sao.typ").write_text(template, encoding="utf-8")
    files = {"procedure.yaml": procedure, "form.yaml": form}
    played = {"xin-cho-minh": SCENARIO} if scenarios is None else scenarios
    files |= {f"scenarios/{name}.yaml": source for name, source in played.items()}
    for name, source in files.items():
        (folder / name).write_text(yaml.safe_dump(dict(source), allow_unicode=True), encoding="utf-8")
    return folder


def _changed(source: Mapping[str, object], changes: Mapping[str, object]) -> dict[str, object]:
    merged = {**copy.deepcopy(dict(source)), **changes}
    return {key: value for key, value in merged.items() if value is not None}
