# SPDX-License-Identifier: EUPL-1.2
"""Whether the parts of a package fit together: procedure, form, process and result documents."""

from collections.abc import Iterator, Mapping

from motcua.core.conditions import Condition, ValueType, check
from motcua.core.forms import Form, Question, value_type
from motcua.core.values import Problem
from motcua.core.workflow import Process

from .content import ProcedureContent
from .field_sources import conditions_of, questions_of, split_entries
from .limits import check_limit

# What can be known of a signed-in person; a question may be prefilled from these.
SOURCES = frozenset(
    {
        "identity.full_name",
        "identity.personal_identifier",
        "identity.birth_date",
        "identity.gender",
        "contact.phone",
        "contact.email",
        "residence.address",
    }
)


def check_together(
    content: ProcedureContent, form: Form, process: Process, outputs: Mapping[str, str]
) -> tuple[Problem, ...]:
    """Every place where one part speaks of something another part does not have."""
    types = {question.id: value_type(question) for question in form.question_by_id.values()}
    return (
        *_check_sources(form),
        *_check_conditions(content, types),
        *_check_checklist(content, form),
        *_check_fields(content, form, types),
        *_check_outputs(content, outputs),
        *_check_limits(content, process),
    )


def _check_sources(form: Form) -> Iterator[Problem]:
    for question in form.question_by_id.values():
        if question.source and question.source not in SOURCES:
            message = f"Không có nguồn “{question.source}”. Dùng một trong: {', '.join(sorted(SOURCES))}"
            yield Problem(f"form.yaml: {question.id}.source", "unknown_source", message)


def _check_conditions(content: ProcedureContent, types: Mapping[str, ValueType]) -> Iterator[Problem]:
    placed: list[tuple[str, Condition | None]] = [
        *((f"components[{i}].required_if", each.required_if) for i, each in enumerate(content.components)),
        *((f"checklist[{i}].auto", each.auto) for i, each in enumerate(content.checklist)),
        *(
            (f"fees.items[{i}].exemptions[{j}].condition", exemption.condition)
            for i, item in enumerate(content.fees.items)
            for j, exemption in enumerate(item.exemptions)
        ),
    ]
    for place, condition in placed:
        if condition is not None:
            yield from check(condition, types, f"procedure.yaml: {place}")


def _check_checklist(content: ProcedureContent, form: Form) -> Iterator[Problem]:
    for index, item in enumerate(content.checklist):
        for question in item.questions:
            if form.question(question) is None:
                yield _unknown(question, f"checklist[{index}].questions")


def _check_fields(content: ProcedureContent, form: Form, types: Mapping[str, ValueType]) -> Iterator[Problem]:
    for index, result in enumerate(content.results):
        for name, source in result.fields.items():
            place = f"results[{index}].fields.{name}"
            for question in sorted(questions_of(source)):
                if form.question(question) is None:
                    yield _unknown(question, place)
            for condition in conditions_of(source):
                yield from check(condition, types, f"procedure.yaml: {place}")
            for group, part in split_entries(source):
                yield from _check_entry(form.question(group), part, place)


def _check_entry(group: Question | None, questions: frozenset[str], place: str) -> Iterator[Problem]:
    items = {item.id for item in group.items} if group is not None else set()
    for question in sorted(questions - items):
        yield _unknown(question, place)


def _check_outputs(content: ProcedureContent, outputs: Mapping[str, str]) -> Iterator[Problem]:
    ids = {result.id for result in content.results}
    for missing in sorted(ids - set(outputs)):
        yield Problem(f"outputs/{missing}.typ", "missing_output", f"Thiếu mẫu giấy outputs/{missing}.typ")
    for stray in sorted(set(outputs) - ids):
        message = f"Không có kết quả “{stray}” trong procedure.yaml. Xóa mẫu này hoặc thêm kết quả"
        yield Problem(f"outputs/{stray}.typ", "stray_output", message)


def _check_limits(content: ProcedureContent, process: Process) -> Iterator[Problem]:
    for index, method in enumerate(content.methods):
        yield from check_limit(process, method.limit, f"procedure.yaml: methods[{index}].limit")


def _unknown(question: str, place: str) -> Problem:
    message = f"Biểu mẫu không có câu hỏi “{question}”. Kiểm tra lại mã câu hỏi"
    return Problem(f"procedure.yaml: {place}", "unknown_question", message)
