# SPDX-License-Identifier: EUPL-1.2
"""Checks the words citizens read: short sentences, plain words, no shouting."""

import re
from collections.abc import Iterator

from motcua.core.forms import Form, Question
from motcua.core.values import Problem, fold

from .content import ProcedureContent

LONGEST_SENTENCE = 25
_SENTENCE_END = re.compile(r"(?<=[.?!;:])\s+|\n+")
_WORD = re.compile(r"\w[\w./%-]*")
# Written → what to write instead.
_AVOIDED = {
    "không hợp lệ": "nói rõ cái gì sai và sửa thế nào",
    "công dân vui lòng": "“bạn”",
    "quý khách": "“bạn”",
    "tiến hành": "động từ thật, như “gửi”, “sửa”",
    "nhằm mục đích": "“để”",
    "thực hiện việc": "động từ thật, như “gửi”, “sửa”",
    "trong thời gian sớm nhất": "con số hoặc ngày cụ thể",
}
# Not asked for since Nghị định 104/2022/NĐ-CP ended the paper household book.
_HOUSEHOLD_BOOKS = ("so ho khau", "so tam tru")

Placed = tuple[str, str]


def check_wording(content: ProcedureContent, form: Form) -> tuple[Problem, ...]:
    """Every sentence that is too long or uses a word we avoid, and papers that may not be asked for."""
    texts = [
        *((f"procedure.yaml: {place}", text) for place, text in _content_texts(content)),
        *((f"form.yaml: {place}", text) for place, text in _form_texts(form)),
    ]
    return (*(problem for place, text in texts for problem in check_text(text, place)), *_books(content))


def check_text(text: str, place: str) -> Iterator[Problem]:
    """The faults of one text."""
    for sentence in _SENTENCE_END.split(text):
        length = len(_WORD.findall(sentence))
        if length > LONGEST_SENTENCE:
            message = f"Câu dài {length} tiếng, tối đa {LONGEST_SENTENCE}. Tách câu “{sentence[:40]}…”"
            yield Problem(place, "long_sentence", message)
    for avoided, instead in _AVOIDED.items():
        if avoided in text.lower():
            yield Problem(place, "avoided_word", f"Thay “{avoided}” bằng {instead}")
    if "!" in text:
        yield Problem(place, "shouting", "Bỏ dấu chấm than")


def _books(content: ProcedureContent) -> Iterator[Problem]:
    for index, component in enumerate(content.components):
        named = fold(f"{component.name} {component.plain_name}")
        if any(book in named for book in _HOUSEHOLD_BOOKS):
            message = "Không được đòi sổ hộ khẩu, sổ tạm trú (Nghị định 104/2022/NĐ-CP). Bỏ giấy này"
            yield Problem(f"procedure.yaml: components[{index}]", "household_book", message)


def _content_texts(content: ProcedureContent) -> Iterator[Placed]:
    """The texts of our own; official names are the law's and stay as they are."""
    yield "plain_name", content.plain_name
    yield "summary", content.summary
    for key, lines in (("steps", content.steps), ("conditions", content.conditions), ("help", content.help)):
        yield from ((f"{key}[{index}]", line) for index, line in enumerate(lines))
    yield from ((f"methods[{index}].note", method.note) for index, method in enumerate(content.methods))
    for index, component in enumerate(content.components):
        for key, text in (
            ("plain_name", component.plain_name),
            ("why", component.why),
            ("sample_hint", component.sample_hint),
            ("replaced_by.text", component.replaced_by.text if component.replaced_by else ""),
        ):
            yield f"components[{index}].{key}", text
    for index, paper in enumerate(content.not_needed):
        yield f"not_needed[{index}]", f"{paper.name}. {paper.why}"
    yield from ((f"checklist[{index}].text", item.text) for index, item in enumerate(content.checklist))


def _form_texts(form: Form) -> Iterator[Placed]:
    for number, page in enumerate(form.pages):
        yield f"pages[{number}].title", page.title
        for question in page.questions:
            yield from _question_texts(question)


def _question_texts(question: Question) -> Iterator[Placed]:
    for key, text in (("label", question.label), ("hint", question.hint), ("why", question.why)):
        yield f"{question.id}.{key}", text
    for choice in question.choices:
        yield f"{question.id}.choices.{choice.value}", f"{choice.label}. {choice.hint}"
    for case in question.ineligible:
        yield f"{question.id}.ineligible.{case.value}", f"{case.reason}. {case.advice}"
    for item in question.items:
        yield from _question_texts(item)
