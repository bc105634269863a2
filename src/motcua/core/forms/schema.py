# SPDX-License-Identifier: EUPL-1.2
"""A compiled form as stored JSON, with a version and the chain of upgrades from older ones.

A dossier keeps the form it was filled in with for life, so what was once stored must always be readable.
It is read without the judgements of the compiler, which may have become stricter since.
"""

from motcua.core.conditions import Condition
from motcua.core.conditions import from_json as condition_from_json
from motcua.core.conditions import to_json as condition_to_json
from motcua.core.values import Problem, Upgrade, upgrade

from .definition import Choice, Form, Ineligible, Page, Question
from .source import read_pages

UPGRADES: tuple[Upgrade, ...] = ()
VERSION = len(UPGRADES) + 1


def to_json(form: Form) -> dict[str, object]:
    """The form as plain JSON values with its version."""
    return {"version": form.version, "pages": [_write_page(page) for page in form.pages]}


def from_json(stored: object) -> Form | tuple[Problem, ...]:
    """The stored form, upgraded where it is older; or what is wrong with it."""
    newest = upgrade(stored, UPGRADES, place="version")
    if isinstance(newest, Problem):
        return (newest,)
    pages = read_pages(newest, condition_from_json)
    problems = tuple(each for each in pages if isinstance(each, Problem))
    return problems or Form(VERSION, tuple(each for each in pages if isinstance(each, Page)))


def _write_page(page: Page) -> dict[str, object]:
    return {
        "id": page.id,
        "title": page.title,
        "kind": page.kind,
        "questions": [_write_question(question) for question in page.questions],
        **_write_condition(page.visible_if),
    }


def _write_question(question: Question) -> dict[str, object]:
    """Only what differs from the default, so that stored forms stay small and old ones gain new keys."""
    optional: dict[str, object] = {
        "hint": question.hint,
        "why": question.why,
        "key": question.key,
        "source": question.source,
        "autocomplete": question.autocomplete,
        "earliest": question.earliest,
        "latest": question.latest,
        "choices": [_write_choice(choice) for choice in question.choices],
        "items": [_write_question(item) for item in question.items],
        "ineligible": [_write_case(case) for case in question.ineligible],
    }
    bounds = {"minimum": question.minimum, "maximum": question.maximum}
    return {
        "id": question.id,
        "type": question.type,
        "label": question.label,
        "required": question.required,
        **{key: value for key, value in optional.items() if value},
        **{key: value for key, value in bounds.items() if value is not None},
        **_write_condition(question.visible_if),
    }


def _write_condition(condition: Condition | None) -> dict[str, object]:
    return {} if condition is None else {"visible_if": condition_to_json(condition)}


def _write_choice(choice: Choice) -> dict[str, object]:
    return {"value": choice.value, "label": choice.label, "hint": choice.hint}


def _write_case(case: Ineligible) -> dict[str, object]:
    return {"value": case.value, "reason": case.reason, "advice": case.advice}
