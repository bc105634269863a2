# SPDX-License-Identifier: EUPL-1.2
"""From the fields of a web page to an answer, and back, one rule for each type of question."""

from collections.abc import Callable, Mapping, Sequence

from motcua.core.values import (
    PartialDate,
    Problem,
    clean_line,
    clean_lines,
    parse_date,
    parse_email,
    parse_money,
    parse_name,
    parse_personal_id,
    parse_phone,
    show_money,
    show_number,
    show_personal_id,
    show_phone,
)

from .answer_shapes import ADDRESS_PARTS, fits
from .definition import Question
from .wording import ask_again, inside_sentence

TEXT_LENGTH = 500
LONG_TEXT_LENGTH = 5000
DATE_PARTS = ("day", "month", "year")

Read = tuple[object, tuple[Problem, ...]]
_ADDRESS_WORDS = {"line": "số nhà, đường, thôn hoặc tổ", "ward": "xã, phường", "province": "tỉnh, thành phố"}


def field_names(question: Question) -> tuple[str, ...]:
    """Names of the input fields of a question, in order."""
    parts = {"date": DATE_PARTS, "partial_date": DATE_PARTS, "address": ADDRESS_PARTS}.get(question.type)
    return tuple(f"{question.id}.{part}" for part in parts) if parts else (question.id,)


def first_text(raw: Mapping[str, Sequence[str]], name: str) -> str:
    """The first value sent under the name, without NUL (which no database text can hold); "" when none is."""
    values = raw.get(name, ())
    text = values if isinstance(values, str) else next(iter(values), "")
    return text.replace("\x00", "")


def read_question(question: Question, fields: Mapping[str, str], today: object) -> Read:
    """The answer typed in the fields of one question, or None; and the problems.

    today: the day as it is stored in the answers, or None; then no date is too early or too late.
    """
    texts = tuple(fields[name] for name in field_names(question))
    if not any(clean_line(text[:1000]) for text in texts):
        return None, (Problem(question.id, "missing", ask_again(question)),) if question.required else ()
    if question.type in _DATES:
        return _read_date(question, texts, today)
    if question.type == "address":
        return _read_address(question, texts)
    found = _PARSERS[question.type](question, texts[0])
    return (None, (found,)) if isinstance(found, Problem) else (found, ())


def show_fields(question: Question, value: object) -> dict[str, str]:
    """The texts that fill the fields of a question for a stored answer; empty ones for no answer."""
    names = field_names(question)
    texts = _SHOWN.get(question.type, _shown_text)(value) if fits(question, value) else ("",)
    return dict(zip(names, texts if len(texts) == len(names) else texts * len(names), strict=True))


_DATES = frozenset({"date", "partial_date"})


def _read_date(question: Question, texts: tuple[str, ...], today: object) -> Read:
    day, month, year = texts
    found = parse_date(day, month, year, place=question.id, partial=question.type == "partial_date")
    if isinstance(found, Problem):
        return None, (found,)
    now = PartialDate.from_json(today)
    if now is not None and question.latest and found.earliest() > now.earliest():
        message = f"Ngày này chưa đến. Nhập ngày không sau {now.show()}"
        return None, (Problem(question.id, "too_late", message),)
    if now is not None and question.earliest and found.latest() < now.earliest():
        message = f"Ngày này đã qua. Nhập ngày từ {now.show()} trở đi"
        return None, (Problem(question.id, "too_early", message),)
    return found.to_json(), ()


def _read_address(question: Question, texts: tuple[str, ...]) -> Read:
    address: dict[str, str] = {}
    problems: list[Problem] = []
    for part, text in zip(ADDRESS_PARTS, texts, strict=True):
        place = f"{question.id}.{part}"
        found = _line(text, place=place, limit=TEXT_LENGTH)
        if isinstance(found, Problem):
            problems.append(found)
        elif not found:
            problems.append(Problem(place, "missing", f"Nhập {_ADDRESS_WORDS[part]}"))
        else:
            address[part] = found
    return (None, tuple(problems)) if problems else (address, ())


def _line(text: str, *, place: str, limit: int) -> str | Problem:
    # Length first: composing a long run of combining marks takes quadratic time.
    found = clean_line(text) if len(text) <= 4 * limit else text
    return found if len(found) <= limit else _too_long(place, limit)


def _too_long(place: str, limit: int) -> Problem:
    return Problem(place, "too_long", f"Chỉ ghi được {show_number(limit)} ký tự. Viết ngắn hơn")


def _read_text(question: Question, text: str) -> str | Problem:
    found = _line(text, place=question.id, limit=min(question.maximum or TEXT_LENGTH, TEXT_LENGTH))
    return found if isinstance(found, Problem) else _long_enough(question, found)


def _read_long_text(question: Question, text: str) -> str | Problem:
    limit = min(question.maximum or LONG_TEXT_LENGTH, LONG_TEXT_LENGTH)
    found = clean_lines(text) if len(text) <= 4 * limit else text
    if len(found) > limit:
        return _too_long(question.id, limit)
    return _long_enough(question, found)


def _long_enough(question: Question, text: str) -> str | Problem:
    least = question.minimum or 0
    if len(text) < least:
        return Problem(question.id, "too_short", f"Cần ít nhất {least} ký tự. Viết rõ hơn")
    return text


def _read_choice(question: Question, text: str) -> str | Problem:
    if text in question.choice_labels:
        return text
    return Problem(question.id, "unknown_choice", "Chọn một trong các câu trả lời có sẵn")


def _read_yes_no(question: Question, text: str) -> bool | Problem:
    if text in {"yes", "no"}:
        return text == "yes"
    return Problem(question.id, "unknown_choice", "Chọn “Có” hoặc “Không”")


def _read_declaration(question: Question, text: str) -> bool | Problem:
    return True if text == "yes" else Problem(question.id, "missing", ask_again(question))


def _read_number(question: Question, text: str) -> int | Problem:
    bare = text.strip().replace(".", "").replace(" ", "")
    if len(bare) > 15 or not (bare.isascii() and bare.isdigit()):
        message = f"Nhập {inside_sentence(question.label)} bằng chữ số, ví dụ 12"
        return Problem(question.id, "not_a_number", message)
    return _within(question, int(bare), show_number)


def _read_money(question: Question, text: str) -> int | Problem:
    amount = parse_money(text, place=question.id)
    return amount if isinstance(amount, Problem) else _within(question, amount, show_money)


def _within(question: Question, number: int, show: Callable[[int], str]) -> int | Problem:
    if question.minimum is not None and number < question.minimum:
        return Problem(question.id, "too_small", f"Nhập số từ {show(question.minimum)} trở lên")
    if question.maximum is not None and number > question.maximum:
        return Problem(question.id, "too_large", f"Nhập số không quá {show(question.maximum)}")
    return number


_PARSERS: dict[str, Callable[[Question, str], object]] = {
    "name": lambda question, text: parse_name(text, place=question.id),
    "personal_id": lambda question, text: parse_personal_id(text, place=question.id),
    "phone": lambda question, text: parse_phone(text, place=question.id),
    "email": lambda question, text: parse_email(text, place=question.id),
    "text": _read_text,
    "long_text": _read_long_text,
    "choice": _read_choice,
    "select": _read_choice,
    "yes_no": _read_yes_no,
    "number": _read_number,
    "money": _read_money,
    "declaration": _read_declaration,
}


def _shown_text(value: object) -> tuple[str, ...]:
    return (str(value),)


def _shown_yes(value: object) -> tuple[str, ...]:
    return ("yes" if value else "no",)


def _shown_money(value: object) -> tuple[str, ...]:
    return (show_number(value) if isinstance(value, int) else "",)


def _shown_date(value: object) -> tuple[str, ...]:
    parts = value if isinstance(value, Mapping) else {}
    return tuple(str(parts.get(part) or "") for part in DATE_PARTS)


def _shown_address(value: object) -> tuple[str, ...]:
    parts = value if isinstance(value, Mapping) else {}
    return tuple(str(parts.get(part, "")) for part in ADDRESS_PARTS)


_SHOWN: dict[str, Callable[[object], tuple[str, ...]]] = {
    "personal_id": lambda value: (show_personal_id(str(value)),),
    "phone": lambda value: (show_phone(str(value)),),
    "yes_no": _shown_yes,
    "declaration": _shown_yes,
    "money": _shown_money,
    "date": _shown_date,
    "partial_date": _shown_date,
    "address": _shown_address,
    "group": lambda _: ("",),
}
