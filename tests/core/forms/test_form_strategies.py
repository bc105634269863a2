"""The generated forms and answers are varied enough to be worth testing with."""

from hypothesis import find
from tests.core.forms.strategies import GOOD, forms, forms_and_answers

from motcua.core.forms import QUESTION_TYPES, evaluate


def test_a_good_answer_of_every_type_is_known() -> None:
    assert set(GOOD) == set(QUESTION_TYPES)


def test_forms_have_hidden_pages_groups_and_endings() -> None:
    assert find(forms(), lambda form: any(page.visible_if is not None for page in form.pages))
    assert find(forms(), lambda form: any(page.kind == "group" for page in form.pages))
    assert find(forms_and_answers(), lambda pair: evaluate(*pair).ineligible is not None)
    assert find(forms_and_answers(), lambda pair: set(evaluate(*pair).answers) != set(pair[1]))


def test_a_form_can_be_filled_in_completely() -> None:
    form, answers = find(
        forms_and_answers(), lambda pair: not evaluate(*pair).missing and bool(evaluate(*pair).answers)
    )
    assert evaluate(form, answers).answers
