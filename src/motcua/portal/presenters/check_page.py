# SPDX-License-Identifier: EUPL-1.2
"""The check page: answers by section, papers with fingerprints, what is still missing and where."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from motcua.core.forms import Evaluation, SummaryRow, summary
from motcua.core.values import Problem, show_phone
from motcua.dossiers.queries import DraftPaper
from motcua.dossiers.services.submission import problems_of
from motcua.identity.queries import fact_values
from motcua.portal.holding import Held
from motcua.portal.inputs import ContactInput
from motcua.portal.journey import BACK_TO_CHECK
from motcua.portal.known_values import known_values
from motcua.portal.presenters.papers import PaperRow, paper_rows

DELIVERY_OPTIONS = (
    ("electronic", "Bản điện tử trên Cổng, mục “Việc của tôi”"),
    ("counter", "Bản giấy tại bộ phận một cửa"),
    ("post", "Bản giấy qua bưu chính"),
)
DELIVERY_HINTS = {
    "electronic": "Có ngay khi ký xong, giá trị như bản giấy",
    "counter": "Bạn vẫn nhận cả bản điện tử",
    "post": "Bạn vẫn nhận cả bản điện tử. Bưu tá thu cước khi giao",
}


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One answer with its way to be mended."""

    label: str
    value: str
    change_href: str
    change_text: str
    note: str


@dataclass(frozen=True, slots=True)
class CheckSection:
    """The answers of one page."""

    title: str
    rows: tuple[CheckRow, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing to do before submitting."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class CheckPage:
    """Everything on the page. links: where each problem of a failed submit is mended."""

    sections: tuple[CheckSection, ...]
    papers: tuple[PaperRow, ...]
    missing: tuple[Missing, ...]
    links: Mapping[str, str]
    errors: Mapping[str, str]


def check_page(
    held: Held, evaluation: Evaluation, papers: Iterable[DraftPaper], problems: tuple[Problem, ...]
) -> CheckPage:
    """The page for the draft as it is; problems: of a submit that failed."""
    sent = list(papers)
    notes = _notes(held, evaluation)
    missing = problems_of(held.draft, held.revision, evaluation, sent)
    return CheckPage(
        sections=tuple(
            CheckSection(
                section.title, tuple(_row(held, section.page_id, row, notes) for row in section.rows)
            )
            for section in summary(held.revision.form, held.answers)
        ),
        papers=paper_rows(held, evaluation, sent),
        missing=tuple(Missing(each.message, _where(held, each.place)) for each in missing),
        links={each.place: _where(held, each.place) for each in (*missing, *problems)},
        errors={each.place: each.message for each in problems},
    )


def contact_of(held: Held) -> ContactInput:
    """Telephone and e-mail as answered in the form, else as known of the account."""
    facts = fact_values(held.account) if held.account else {}
    answered = {
        question.key: held.answers.get(question.id)
        for page in held.revision.form.pages
        for question in page.questions
        if question.key in {"contact.phone", "contact.email"}
    }
    phone, email = (
        str(answered.get(key) or facts.get(key) or "") for key in ("contact.phone", "contact.email")
    )
    return ContactInput(show_phone(phone) if phone else "", email, "electronic")


def _notes(held: Held, evaluation: Evaluation) -> dict[str, str]:
    """Where the answers that were not typed come from."""
    return {
        known.question.id: f"Điền sẵn từ {known.source}"
        for known in known_values(held, evaluation.question_ids)
        if known.value == evaluation.answers.get(known.question.id)
    }


def _row(held: Held, page_id: str, row: SummaryRow, notes: Mapping[str, str]) -> CheckRow:
    href = f"{held.address('question', page_id)}?{BACK_TO_CHECK}#{row.question_id}"
    label = row.label[:1].lower() + row.label[1:]
    return CheckRow(row.label, row.text, href, label, notes.get(row.question_id, ""))


def _where(held: Held, place: str) -> str:
    """Where something is mended: the page of the question, the paper, the unit, or this page."""
    kind, _, component = place.partition(":")
    if component:
        return held.address("paper", component)
    if kind == "unit":
        return held.address("unit")
    page = held.revision.form.page_of(place)
    return f"{held.address('question', page.id)}?{BACK_TO_CHECK}#{place}" if page else f"#{place}"
