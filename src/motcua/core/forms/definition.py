# SPDX-License-Identifier: EUPL-1.2
"""A compiled form: frozen pages of frozen questions, with the tables that make reading it quick."""

from dataclasses import dataclass, field
from typing import Literal, get_args

from motcua.core.conditions import Condition

QuestionType = Literal[
    "name",
    "personal_id",
    "phone",
    "email",
    "date",
    "partial_date",
    "text",
    "long_text",
    "choice",
    "select",
    "yes_no",
    "number",
    "money",
    "address",
    "declaration",
    "group",
]
PageKind = Literal["questions", "eligibility", "group"]
QUESTION_TYPES: tuple[QuestionType, ...] = get_args(QuestionType)
PAGE_KINDS: tuple[PageKind, ...] = get_args(PageKind)


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose: what is stored, what is read, and a sentence that helps to choose."""

    value: str
    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Ineligible:
    """An answer with which the procedure cannot be done: the reason, and what the person can do instead."""

    value: str | bool
    reason: str
    advice: str


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that is asked.

    key: what the answer means, such as "identity.full_name"; documents and data sharing read by key.
    source: where the answer can be prefilled from, in the same words.
    minimum, maximum: bounds of a number or an amount in đồng, of the length of a text in characters, or of
    how many entries a group has.
    earliest, latest: "today" when a date may not be before, or after, the day of answering.
    items: the questions of one entry of a group; their conditions speak of earlier questions of that entry.
    """

    id: str
    type: QuestionType
    label: str
    hint: str = ""
    why: str = ""
    key: str = ""
    source: str = ""
    required: bool = True
    visible_if: Condition | None = None
    choices: tuple[Choice, ...] = ()
    autocomplete: str = ""
    minimum: int | None = None
    maximum: int | None = None
    earliest: Literal["", "today"] = ""
    latest: Literal["", "today"] = ""
    items: "tuple[Question, ...]" = ()
    ineligible: tuple[Ineligible, ...] = ()
    choice_labels: dict[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Prepare the table from the stored value of each choice to its label."""
        object.__setattr__(self, "choice_labels", {choice.value: choice.label for choice in self.choices})


@dataclass(frozen=True, slots=True)
class Page:
    """Questions that are asked together."""

    id: str
    title: str
    questions: tuple[Question, ...]
    visible_if: Condition | None = None
    kind: PageKind = "questions"


@dataclass(frozen=True, slots=True)
class Form:
    """The pages in the order in which they are asked.

    version: of the schema this form was compiled from, see schema.py.
    """

    version: int
    pages: tuple[Page, ...]
    page_by_id: dict[str, Page] = field(init=False, repr=False, compare=False)
    page_order: dict[str, int] = field(init=False, repr=False, compare=False)
    question_by_id: dict[str, Question] = field(init=False, repr=False, compare=False)
    page_by_question: dict[str, Page] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Prepare the tables by id."""
        pairs = [(question, page) for page in self.pages for question in page.questions]
        object.__setattr__(self, "page_by_id", {page.id: page for page in self.pages})
        object.__setattr__(self, "page_order", {page.id: place for place, page in enumerate(self.pages)})
        object.__setattr__(self, "question_by_id", {question.id: question for question, _ in pairs})
        object.__setattr__(self, "page_by_question", {question.id: page for question, page in pairs})

    def page(self, page_id: str) -> Page | None:
        """The page with this id, or None."""
        return self.page_by_id.get(page_id)

    def question(self, question_id: str) -> Question | None:
        """The question with this id (not those inside a group), or None."""
        return self.question_by_id.get(question_id)

    def page_of(self, question_id: str) -> Page | None:
        """The page that asks this question, or None."""
        return self.page_by_question.get(question_id)
