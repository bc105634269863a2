"""Any form that compiles, and any answers to it, right and wrong."""

from collections.abc import Sequence

from hypothesis import settings
from hypothesis import strategies as st

from motcua.core.conditions import All, Answer, Answered, AnyOf, Compare, Condition, Constant, In, Not
from motcua.core.forms import QUESTION_TYPES, Choice, Form, Ineligible, Page, Question, QuestionType

# Drawing a whole form takes long; each example is rich, so a few say as much as many.
few = settings(max_examples=30, deadline=None)
VALUES = ("a", "b", "c")
CHOICES = tuple(Choice(value, f"Lựa chọn {value}") for value in VALUES)
ITEMS = (
    Question("full_name", "name", "Họ tên"),
    Question("is_child", "yes_no", "Là con", required=False),
    Question("age", "number", "Tuổi", visible_if=Answer("is_child")),
)
ADDRESS = {"line": "Số 1", "ward": "Phường Hòa", "province": "Tỉnh Bình"}
GOOD: dict[QuestionType, tuple[object, ...]] = {
    "name": ("Nguyễn Văn A",),
    "personal_id": ("001099012345",),
    "phone": ("0912345678",),
    "email": ("lan@vidu.vn",),
    "date": ({"year": 2000, "month": 2, "day": 29},),
    "partial_date": ({"year": 1950, "month": None, "day": None}, {"year": 1950, "month": 3, "day": None}),
    "text": ("chữ",),
    "long_text": ("một\nhai",),
    "choice": VALUES,
    "select": VALUES,
    "yes_no": (True, False),
    "number": (0, 5, 12),
    "money": (50_000,),
    "address": (ADDRESS,),
    "declaration": (True,),
    "group": ([{"full_name": "A"}], [{"full_name": "A", "is_child": True}, {}]),
}
SINGLE = tuple(kind for kind in QUESTION_TYPES if kind != "group")
BAD = st.sampled_from([None, "", "d", -1, 2.5, [], [1], {}, {"year": 1}, {"line": "x"}, True, "a"])


@st.composite
def forms(draw: st.DrawFn) -> Form:
    """Forms of up to four pages with questions of every type, under conditions on earlier questions."""
    earlier: list[Question] = []
    pages = []
    for number in range(draw(st.integers(1, 4))):
        condition = draw(_conditions(tuple(earlier)))
        questions = draw(_page_questions(f"p{number}", earlier))
        pages.append(Page(f"page-{number}", f"Trang {number}", questions, condition, _kind(questions)))
    return Form(1, tuple(pages))


def _kind(questions: Sequence[Question]) -> str:
    return "group" if questions[0].type == "group" else "questions"


@st.composite
def _page_questions(draw: st.DrawFn, page: str, earlier: list[Question]) -> tuple[Question, ...]:
    if draw(st.integers(0, 5)) == 0:
        questions = [draw(_question(f"{page}_group", "group", ()))]
    else:
        types = draw(st.lists(st.sampled_from(SINGLE), max_size=3))
        questions = []
        for index, kind in enumerate([*types, "choice"]):
            questions.append(draw(_question(f"{page}_q{index}", kind, (*earlier, *questions))))
    earlier.extend(questions)
    return tuple(questions)


@st.composite
def _question(draw: st.DrawFn, name: str, kind: QuestionType, earlier: tuple[Question, ...]) -> Question:
    cases = (Ineligible("c", "Lý do", "Việc khác"),) if kind == "choice" and draw(st.booleans()) else ()
    return Question(
        id=name,
        type=kind,
        label=f"Câu {name}",
        required=draw(st.booleans()),
        visible_if=draw(_conditions(earlier)),
        choices=CHOICES if kind in {"choice", "select"} else (),
        items=ITEMS if kind == "group" else (),
        minimum=draw(st.sampled_from([None, 1, 2])) if kind == "group" else None,
        maximum=100 if kind == "group" else None,
        latest=draw(st.sampled_from(["", "today"])) if kind in {"date", "partial_date"} else "",
        ineligible=cases,
    )


def _conditions(earlier: tuple[Question, ...]) -> st.SearchStrategy[Condition | None]:
    """No condition, or one on earlier questions; it is never one that cannot hold."""
    if not earlier:
        return st.none()
    leaf = st.sampled_from(earlier).flatmap(_leaf)
    parts = st.lists(leaf, min_size=1, max_size=2, unique=True).map(tuple)
    return st.none() | leaf | leaf.map(Not) | parts.map(AnyOf) | parts.map(All)


def _leaf(question: Question) -> st.SearchStrategy[Condition]:
    answered: st.SearchStrategy[Condition] = st.just(Answered(question.id))
    if question.choices:
        equal = st.sampled_from(VALUES).map(
            lambda value: Compare("equals", Answer(question.id), Constant(value))
        )
        return answered | equal | st.just(In(Answer(question.id), ("a", "b")))
    if question.type == "yes_no":
        return answered | st.just(Answer(question.id))
    return answered


@st.composite
def answers_to(draw: st.DrawFn, form: Form) -> dict[str, object]:
    """Answers to some questions of the form, some of a wrong kind, some to questions it does not have."""
    found: dict[str, object] = {}
    for question in form.question_by_id.values():
        choice = draw(st.integers(0, 3))
        if choice >= 2:
            found[question.id] = draw(st.sampled_from(GOOD[question.type]))
        elif choice == 1:
            found[question.id] = draw(BAD)
    return {**found, **draw(st.dictionaries(st.sampled_from(["other", "ghost"]), BAD, max_size=1))}


@st.composite
def forms_and_answers(draw: st.DrawFn) -> tuple[Form, dict[str, object]]:
    """A form with answers to it."""
    form = draw(forms())
    return form, draw(answers_to(form))


def raw_inputs() -> st.SearchStrategy[dict[str, list[str]]]:
    """What a browser, or somebody pretending to be one, may send for the forms above."""
    names = st.builds(
        "{}{}".format,
        st.builds("p{}_q{}".format, st.integers(0, 6), st.integers(0, 4)) | st.just("full_name"),
        st.sampled_from(["", ".day", ".month", ".year", ".line", ".ward", ".province"]),
    )
    texts = st.text(st.characters(codec=None), max_size=20) | st.sampled_from(
        [
            "a",
            "d",
            "yes",
            "no",
            "30",
            "2",
            "2026",
            "0912 345 678",
            "001099012345",
            "50.000",
            "x" * 6000,
            "\x00",
        ]
    )
    return st.dictionaries(names, st.lists(texts, max_size=2), max_size=25)
