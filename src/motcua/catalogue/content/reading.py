# SPDX-License-Identifier: EUPL-1.2
"""Reads procedure.yaml, already parsed into a mapping, into its frozen form."""

import datetime as dt
from collections.abc import Mapping

from motcua.catalogue.field_sources import FieldSource, Text, parse_field
from motcua.core.deadlines import TermUnit
from motcua.core.fees import Tariff, parse_tariff
from motcua.core.values import Problem, show_money

from .definition import (
    CHANNELS,
    COMPONENT_KINDS,
    ONLINE_LEVELS,
    TIERS,
    ChecklistItem,
    Component,
    LegalBasis,
    Method,
    NotNeeded,
    ProcedureContent,
    ReplacedBy,
    Result,
)
from .fields import Fields

_ID = r"[a-z][a-z0-9-]{0,59}"
_ID_EXAMPLE = "giay-chung-sinh"
# A national code; a province's own copy may carry its identifier (requirement of the national database).
_CODE = r"[0-9]\.[0-9]{6}(\.H[0-9]{2})?"


def parse_content(source: object, slug: str = "") -> ProcedureContent | tuple[Problem, ...]:
    """The procedure written in the mapping, or every problem with its place, such as "components[1].kind".

    slug: the name of the package's folder, used in addresses.
    """
    problems: list[Problem] = []
    fields = Fields(source, "", problems)
    content = _read(fields, slug)
    fields.finish()
    _check_ids(fields, content)
    return tuple(problems) or content


def _read(fields: Fields, slug: str) -> ProcedureContent:
    fees = _tariff(fields)
    # How the service runs is compiled apart, but stands in the same file.
    fields.raw("process")
    return ProcedureContent(
        code=fields.word("code", _CODE, "1.001193"),
        slug=slug,
        plain_name=fields.text("plain_name"),
        official_name=fields.text("official_name"),
        synonyms=fields.texts("synonyms"),
        sector=fields.text("sector"),
        tier=fields.one_of("tier", TIERS, "commune"),
        authority_kind=fields.text("authority"),
        subjects=fields.texts("subjects", least=1),
        online_level=fields.one_of("online_level", ONLINE_LEVELS, "partial"),
        summary=fields.text("summary"),
        minutes=fields.number("minutes", 1, 600),
        steps=fields.texts("steps", least=1),
        methods=tuple(_method(entry, fees) for entry in fields.each("methods", least=1)),
        components=tuple(_component(entry) for entry in fields.each("components")),
        not_needed=tuple(
            NotNeeded(entry.text("name"), entry.text("why")) for entry in fields.each("not_needed")
        ),
        conditions=fields.texts("conditions"),
        results=tuple(_result(entry) for entry in fields.each("results", least=1)),
        legal_basis=tuple(
            LegalBasis(entry.text("code"), entry.text("name"))
            for entry in fields.each("legal_basis", least=1)
        ),
        effective_from=fields.day("effective_from"),
        assurance_level=fields.number("assurance_level", 1, 2),
        fees=fees,
        cut_off=fields.hour("cut_off"),
        supplement_days=fields.number("supplement_days", 1, 365),
        checklist=tuple(_checklist_item(entry) for entry in fields.each("checklist", least=1)),
        position=fields.number("position", 1, 9999, default=100),
        life_events=fields.texts("life_events"),
        help=fields.texts("help", least=1),
        source={str(key): _plain(value) for key, value in fields.source.items()},
    )


def _tariff(fields: Fields) -> Tariff:
    source = fields.raw("fees")
    found = parse_tariff(source) if source is not None else Tariff()
    if isinstance(found, Tariff):
        return found
    fields.problems.extend(
        Problem(f"fees.{problem.place}" if problem.place else "fees", problem.code, problem.message)
        for problem in found
    )
    return Tariff()


def _method(fields: Fields, fees: Tariff) -> Method:
    channel = fields.one_of("channel", CHANNELS, "counter")
    return Method(channel, fields.term("limit"), fee_text(fees, channel), fields.text("note", default=""))


def fee_text(fees: Tariff, channel: str) -> str:
    """What the person pays over the channel before any exemption: "Miễn phí" or "150.000 đồng"."""
    total = sum(item.channel_amounts.get(channel, item.amount) for item in fees.items)
    return show_money(total) if total else "Miễn phí"


def _component(fields: Fields) -> Component:
    return Component(
        id=fields.word("id", _ID, _ID_EXAMPLE),
        name=fields.text("name"),
        plain_name=fields.text("plain_name"),
        kind=fields.one_of("kind", COMPONENT_KINDS, "original"),
        quantity=fields.number("quantity", 1, 20, default=1),
        why=fields.text("why"),
        sample_hint=fields.text("sample_hint", default=""),
        optional=fields.flag("optional"),
        required_if=fields.condition("required_if"),
        replaced_by=_replacement(fields),
    )


def _replacement(fields: Fields) -> ReplacedBy | None:
    if not fields.has("replaced_by"):
        return None
    inner = fields.inner("replaced_by")
    found = ReplacedBy(inner.text("source"), inner.text("text"))
    inner.finish()
    return found


def _result(fields: Fields) -> Result:
    return Result(
        id=fields.word("id", _ID, "giay-khai-sinh"),
        name=fields.text("name"),
        code=fields.text("code"),
        validity=fields.text("validity", default=""),
        fields=_result_fields(fields),
    )


def _result_fields(fields: Fields) -> dict[str, FieldSource]:
    inner = fields.inner("fields")
    return {str(name): _field(inner, str(name)) for name in inner.source}


def _field(fields: Fields, name: str) -> FieldSource:
    found = parse_field(fields.raw(name), fields.at(name))
    if isinstance(found, tuple):
        fields.problems.extend(found)
        return Text("")
    return found


def _checklist_item(fields: Fields) -> ChecklistItem:
    return ChecklistItem(
        id=fields.word("id", _ID, _ID_EXAMPLE),
        text=fields.text("text"),
        questions=fields.texts("questions"),
        component=fields.text("component", default=""),
        auto=fields.condition("auto"),
    )


def _check_ids(fields: Fields, content: ProcedureContent) -> None:
    for key, ids in (
        ("methods", [method.channel for method in content.methods]),
        ("components", [component.id for component in content.components]),
        ("results", [result.id for result in content.results]),
        ("checklist", [item.id for item in content.checklist]),
    ):
        for index, repeated in enumerate(ids):
            if repeated in ids[:index]:
                fields.wrong(f"{key}[{index}]", "repeated", f"Mã “{repeated}” đã dùng ở trên. Đặt mã khác")
    known = {component.id for component in content.components} | {""}
    for index, item in enumerate(content.checklist):
        if item.component not in known:
            message = f"Không có giấy tờ “{item.component}” trong mục components"
            fields.wrong(f"checklist[{index}].component", "unknown_component", message)
    same_day = any(method.limit.unit is TermUnit.SAME_DAY for method in content.methods)
    if content.cut_off is not None and not same_day:
        fields.wrong("cut_off", "no_same_day", "Giờ chốt chỉ dùng khi có cách nộp trả kết quả trong ngày")


def _plain(value: object) -> object:
    """The value in JSON: YAML gives days as dates."""
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, dt.date) else value
