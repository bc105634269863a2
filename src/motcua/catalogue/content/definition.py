# SPDX-License-Identifier: EUPL-1.2
"""What one revision of a procedure says: the law in order, and how the service is shown."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from motcua.catalogue.field_sources import FieldSource
from motcua.core.conditions import Answers, Condition, evaluate
from motcua.core.deadlines import Term, TermUnit, describe_term
from motcua.core.fees import Tariff

Channel = Literal["online", "counter", "post"]
Tier = Literal["commune", "province", "ministry"]
OnlineLevel = Literal["full", "partial"]
ComponentKind = Literal["original", "certified", "copy", "electronic"]
NeedState = Literal["to_send", "optional", "held"]

CHANNELS: Mapping[Channel, str] = {
    "online": "Trực tuyến",
    "counter": "Tại quầy",
    "post": "Qua bưu chính",
}
TIERS: Mapping[Tier, str] = {"commune": "Cấp xã", "province": "Cấp tỉnh", "ministry": "Cấp bộ"}
ONLINE_LEVELS: Mapping[OnlineLevel, str] = {"full": "Làm trọn trên mạng", "partial": "Làm một phần trên mạng"}
COMPONENT_KINDS: Mapping[ComponentKind, str] = {
    "original": "Bản chính",
    "certified": "Bản sao chứng thực",
    "copy": "Bản sao",
    "electronic": "Bản điện tử",
}


@dataclass(frozen=True, slots=True)
class Method:
    """One way to apply: how long the agency then has, and what it costs.

    fee_text: "Miễn phí", "150.000 đồng"; the amounts themselves are in the tariff.
    """

    channel: Channel
    limit: Term
    fee_text: str
    note: str = ""

    @property
    def label(self) -> str:
        """The way in words: "Trực tuyến"."""
        return CHANNELS[self.channel]

    @property
    def limit_text(self) -> str:
        """The limit in words: "3 ngày làm việc", "Trong ngày"."""
        words = describe_term(self.limit)
        return words.capitalize() if self.limit.unit is TermUnit.SAME_DAY else words


@dataclass(frozen=True, slots=True)
class ReplacedBy:
    """A data source that makes the paper needless when it answers."""

    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Component:
    """One paper of the dossier.

    required_if: when it is needed at all; None means always. optional: may be sent, is never demanded.
    """

    id: str
    name: str
    plain_name: str
    kind: ComponentKind
    quantity: int
    why: str
    sample_hint: str
    optional: bool
    required_if: Condition | None
    replaced_by: ReplacedBy | None

    @property
    def kind_label(self) -> str:
        """The kind in words: "Bản chính"."""
        return COMPONENT_KINDS[self.kind]


@dataclass(frozen=True, slots=True)
class Need:
    """A paper as it stands for one applicant."""

    component: Component
    state: NeedState


@dataclass(frozen=True, slots=True)
class NotNeeded:
    """A paper people used to bring and need not bring any more."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Result:
    """What the person gets. id is also the name of its template; fields say what stands on it."""

    id: str
    name: str
    code: str
    validity: str
    fields: Mapping[str, FieldSource]


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A text of law the procedure stands on."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One thing the official looks at; auto: when this holds, the machine has already found it in order."""

    id: str
    text: str
    questions: tuple[str, ...]
    component: str
    auto: Condition | None


@dataclass(frozen=True, slots=True)
class ProcedureContent:
    """One revision of a procedure in words.

    minutes: how long filling it in takes. assurance_level: the sign-in level the citizen needs.
    cut_off: what is received after this hour counts from the next working day.
    supplement_days: calendar days the person has to answer a request for more.
    position: place among the most used services, 1 is the first.
    source: the mapping it was read from, in JSON values; what is stored.
    """

    code: str
    slug: str
    plain_name: str
    official_name: str
    synonyms: tuple[str, ...]
    sector: str
    tier: Tier
    authority_kind: str
    subjects: tuple[str, ...]
    online_level: OnlineLevel
    summary: str
    minutes: int
    steps: tuple[str, ...]
    methods: tuple[Method, ...]
    components: tuple[Component, ...]
    not_needed: tuple[NotNeeded, ...]
    conditions: tuple[str, ...]
    results: tuple[Result, ...]
    legal_basis: tuple[LegalBasis, ...]
    effective_from: dt.date
    assurance_level: int
    fees: Tariff
    cut_off: dt.time | None
    supplement_days: int
    checklist: tuple[ChecklistItem, ...]
    position: int
    life_events: tuple[str, ...]
    help: tuple[str, ...]
    source: Mapping[str, object]

    @property
    def tier_text(self) -> str:
        """The tier in words: "Cấp xã"."""
        return TIERS[self.tier]

    @property
    def online_level_text(self) -> str:
        """How much of the service can be done online, in words."""
        return ONLINE_LEVELS[self.online_level]

    def method(self, channel: str) -> Method | None:
        """The way to apply over this channel, or None when it is not offered."""
        return next((method for method in self.methods if method.channel == channel), None)

    def limit(self, channel: str) -> Term:
        """The legal limit over this channel; that of the first way when the channel is not offered."""
        return (self.method(channel) or self.methods[0]).limit

    def component(self, component_id: str) -> Component | None:
        """The paper with this id, or None."""
        return next((component for component in self.components if component.id == component_id), None)

    def result(self, result_id: str) -> Result | None:
        """The result with this id, or None."""
        return next((result for result in self.results if result.id == result_id), None)


def needed_components(
    content: ProcedureContent, answers: Answers, held: Collection[str] = ()
) -> tuple[Need, ...]:
    """The papers this applicant is concerned by, in order.

    answers: the counted ones (hidden answers removed). held: names of the data sources that have answered.
    """
    return tuple(
        Need(component, _state(component, held))
        for component in content.components
        if component.required_if is None or evaluate(component.required_if, answers)
    )


def _state(component: Component, held: Collection[str]) -> NeedState:
    if component.replaced_by is not None and component.replaced_by.source in held:
        return "held"
    return "optional" if component.optional else "to_send"
