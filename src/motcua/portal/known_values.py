# SPDX-License-Identifier: EUPL-1.2
"""What is known of a person already, in the words of a form."""

from dataclasses import dataclass
from datetime import datetime

from motcua.core.forms import Evaluation, Question, display
from motcua.core.forms.answer_shapes import fits
from motcua.identity.queries import Fact, known_facts
from motcua.portal.holding import Held

# Identity providers say it in English words, forms of civil status in Vietnamese ones.
_GENDERS = {"male": "nam", "female": "nu"}


@dataclass(frozen=True, slots=True)
class KnownValue:
    """A fact that answers a question."""

    question: Question
    value: object
    source: str
    at: datetime

    @property
    def text(self) -> str:
        """The answer in words."""
        return display(self.question, self.value)


def known_values(held: Held, question_ids: frozenset[str]) -> tuple[KnownValue, ...]:
    """The facts that answer these questions, in the order of asking; none when nobody is signed in."""
    if held.account is None:
        return ()
    facts = known_facts(held.account)
    return tuple(
        known
        for page in held.revision.form.pages
        for question in page.questions
        if question.id in question_ids and question.source in facts
        for known in [_as_answer(question, facts[question.source])]
        if known is not None
    )


def offered(held: Held, evaluation: Evaluation) -> tuple[KnownValue, ...]:
    """The facts a person may take over now: those for visible questions without an answer."""
    return known_values(held, evaluation.question_ids - evaluation.answers.keys())


def everything_known(held: Held) -> tuple[KnownValue, ...]:
    """The facts this form may use, each once, also those for questions that are not asked yet."""
    form = held.revision.form
    unanswered = frozenset(form.question_by_id) - held.answers.keys()
    return tuple(
        {known.question.source: known for known in reversed(known_values(held, unanswered))}.values()
    )[::-1]


def could_be_known(held: Held) -> int:
    """How many questions a sign-in might answer."""
    form = held.revision.form
    return len({question.source for question in form.question_by_id.values() if question.source})


def _as_answer(question: Question, fact: Fact) -> KnownValue | None:
    value = fact.value
    if question.type in {"choice", "select"} and value not in question.choice_labels:
        value = _GENDERS.get(str(value), value)
    return KnownValue(question, value, fact.source, fact.at) if fits(question, value) else None
