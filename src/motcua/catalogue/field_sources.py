# SPDX-License-Identifier: EUPL-1.2
"""Where the text of one field of a result document comes from.

In procedure.yaml each field of a result is written as one of:

    child_name                                  the answer to this question, as people read it
    {text: "Việt Nam"}                          fixed words
    {upper: child_name}                         in capital letters
    {words: child_birth_date}                   a date, an amount or a number in words
    {first: [mother_name, applicant_name]}      the first that is not empty
    {join: [ward, province], with: ", "}        all that are not empty
    {choose: [{if: CONDITION, show: SOURCE}, {show: SOURCE}]}     the first whose condition holds
    {each: lines, show: SOURCE, with: "; "}     once for every entry of a group, over the entry's answers
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from motcua.core.conditions import Condition, parse
from motcua.core.values import Problem


@dataclass(frozen=True, slots=True)
class Show:
    """The answer to a question."""

    question: str


@dataclass(frozen=True, slots=True)
class Text:
    """Fixed words."""

    text: str


@dataclass(frozen=True, slots=True)
class Upper:
    """In capital letters."""

    part: "FieldSource"


@dataclass(frozen=True, slots=True)
class Words:
    """A date, an amount of money or a number, in words."""

    question: str


@dataclass(frozen=True, slots=True)
class First:
    """The first part that is not empty."""

    parts: "tuple[FieldSource, ...]"


@dataclass(frozen=True, slots=True)
class Join:
    """All parts that are not empty."""

    parts: "tuple[FieldSource, ...]"
    separator: str


@dataclass(frozen=True, slots=True)
class Choose:
    """The source beside the first condition that holds; None always holds."""

    cases: "tuple[tuple[Condition | None, FieldSource], ...]"


@dataclass(frozen=True, slots=True)
class Each:
    """One text for every entry of a group."""

    group: str
    part: "FieldSource"
    separator: str


FieldSource = Show | Text | Upper | Words | First | Join | Choose | Each


def parse_field(source: object, place: str) -> FieldSource | tuple[Problem, ...]:
    """One field as it is written in procedure.yaml, or every problem with its place."""
    reader = _Reader()
    found = reader.field(source, place)
    return tuple(reader.problems) or found


def questions_of(source: FieldSource) -> frozenset[str]:
    """Ids of the questions the field shows; not those inside the entries of a group."""
    return frozenset(_question(part) for part in _walk(source) if isinstance(part, Show | Words | Each))


def conditions_of(source: FieldSource) -> tuple[Condition, ...]:
    """The conditions the field chooses by."""
    choices = (part for part in _walk(source) if isinstance(part, Choose))
    return tuple(condition for part in choices for condition, _ in part.cases if condition is not None)


def split_entries(source: FieldSource) -> tuple[tuple[str, frozenset[str]], ...]:
    """For each list of entries in the field: its group, and the ids of the questions of an entry it shows."""
    return tuple((part.group, questions_of(part.part)) for part in _walk(source) if isinstance(part, Each))


def _question(part: Show | Words | Each) -> str:
    return part.group if isinstance(part, Each) else part.question


def _walk(source: FieldSource) -> Iterator[FieldSource]:
    """The source and the parts it is made of, without the entries of groups."""
    yield source
    match source:
        case Upper(part):
            parts: tuple[FieldSource, ...] = (part,)
        case First(several) | Join(several):
            parts = several
        case Choose(cases):
            parts = tuple(part for _, part in cases)
        case _:
            parts = ()
    for part in parts:
        yield from _walk(part)


class _Reader:
    """Collects problems while it reads, so that an author sees all of them at once."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def field(self, source: object, place: str) -> FieldSource:
        if isinstance(source, str) and source:
            return Show(source)
        if not isinstance(source, Mapping):
            return self._wrong(place, "Ghi mã một câu hỏi, hoặc một phép như {upper: child_name}")
        name = next((key for key in _FORMS if key in source), None)
        if name is None or not set(source) <= {name, "show", "with"}:
            return self._wrong(place, f"Chỉ dùng được các phép: {', '.join(_FORMS)}")
        return _FORMS[name](self, source, f"{place}.{name}")

    def text(self, source: Mapping[object, object], at: str) -> FieldSource:
        return Text(self._string(source["text"], at))

    def upper(self, source: Mapping[object, object], at: str) -> FieldSource:
        return Upper(self.field(source["upper"], at))

    def words(self, source: Mapping[object, object], at: str) -> FieldSource:
        return Words(self._string(source["words"], at))

    def first(self, source: Mapping[object, object], at: str) -> FieldSource:
        return First(self._fields(source["first"], at))

    def join(self, source: Mapping[object, object], at: str) -> FieldSource:
        return Join(self._fields(source["join"], at), self._separator(source, at))

    def choose(self, source: Mapping[object, object], at: str) -> FieldSource:
        cases = source["choose"]
        if not isinstance(cases, list) or not cases:
            return self._wrong(at, "Cần một danh sách các trường hợp {if: …, show: …}")
        return Choose(tuple(self._case(case, f"{at}[{index}]") for index, case in enumerate(cases)))

    def each(self, source: Mapping[object, object], at: str) -> FieldSource:
        part = self.field(source.get("show"), f"{at}.show")
        return Each(self._string(source["each"], at), part, self._separator(source, at))

    def _case(self, case: object, at: str) -> tuple[Condition | None, FieldSource]:
        if not isinstance(case, Mapping) or not set(case) <= {"if", "show"} or "show" not in case:
            return None, self._wrong(at, "Mỗi trường hợp ghi {if: điều kiện, show: nội dung}")
        return self._condition(case, at), self.field(case["show"], f"{at}.show")

    def _condition(self, case: Mapping[object, object], at: str) -> Condition | None:
        if "if" not in case:
            return None
        found = parse(case["if"], f"{at}.if")
        if isinstance(found, tuple):
            self.problems.extend(found)
            return None
        return found

    def _fields(self, parts: object, at: str) -> tuple[FieldSource, ...]:
        if not isinstance(parts, list) or not parts:
            self._wrong(at, "Cần một danh sách có ít nhất một phần")
            return ()
        return tuple(self.field(part, f"{at}[{index}]") for index, part in enumerate(parts))

    def _separator(self, source: Mapping[object, object], at: str) -> str:
        return self._string(source.get("with", ", "), f"{at}.with")

    def _string(self, text: object, at: str) -> str:
        if isinstance(text, str) and text:
            return text
        self._wrong(at, "Cần ghi chữ ở đây")
        return ""

    def _wrong(self, place: str, message: str) -> Text:
        self.problems.append(Problem(place, "not_a_field", message))
        return Text("")


_FORMS: dict[str, Callable[[_Reader, Mapping[object, object], str], FieldSource]] = {
    "text": _Reader.text,
    "upper": _Reader.upper,
    "words": _Reader.words,
    "first": _Reader.first,
    "join": _Reader.join,
    "choose": _Reader.choose,
    "each": _Reader.each,
}
