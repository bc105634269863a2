# SPDX-License-Identifier: EUPL-1.2
"""Forms: pages of questions, compiled once, and what answers to them mean.

An answer is a plain JSON value: text, true or false, a whole number, {"year", "month", "day"},
{"line", "ward", "province"}, or a list of such entries for a group. All functions take the form and answers
by question id and return new values.
"""

from .compilation import compile_form, value_type
from .definition import (
    PAGE_KINDS,
    QUESTION_TYPES,
    Choice,
    Form,
    Ineligible,
    Page,
    PageKind,
    Question,
    QuestionType,
)
from .display import SummaryRow, SummarySection, display, summary
from .evaluation import Evaluation, evaluate
from .fields import field_names
from .groups import add_item, list_items, remove_item, replace_item
from .journey import can_visit, first_incomplete, first_page, next_page, previous_page, progress
from .reading import (
    PageReading,
    apply_reading,
    item_fields,
    page_fields,
    read_item,
    read_page,
    visible_questions,
)
from .schema import from_json, to_json

__all__ = [
    "PAGE_KINDS",
    "QUESTION_TYPES",
    "Choice",
    "Evaluation",
    "Form",
    "Ineligible",
    "Page",
    "PageKind",
    "PageReading",
    "Question",
    "QuestionType",
    "SummaryRow",
    "SummarySection",
    "add_item",
    "apply_reading",
    "can_visit",
    "compile_form",
    "display",
    "evaluate",
    "field_names",
    "first_incomplete",
    "first_page",
    "from_json",
    "item_fields",
    "list_items",
    "next_page",
    "page_fields",
    "previous_page",
    "progress",
    "read_item",
    "read_page",
    "remove_item",
    "replace_item",
    "summary",
    "to_json",
    "value_type",
    "visible_questions",
]
