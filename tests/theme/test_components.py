"""Macros: names, ids, escaping and words."""

import pytest
from jinja2 import Environment, UndefinedError
from markupsafe import Markup

from motcua.core.values import Problem
from motcua.theme.environment import Components


def shown(pages: Environment, source: str, **values: object) -> str:
    return pages.from_string(source).render(**values)


@pytest.mark.parametrize(
    "source",
    [
        '{{ ui.text_input("q", "Tên", error="Nhập tên") }}',
        '{{ ui.textarea("q", "Tên", error="Nhập tên") }}',
        '{{ ui.radios("q", "Tên", [("a", "Một")], error="Nhập tên") }}',
        '{{ ui.checkboxes("q", "Tên", [("a", "Một")], error="Nhập tên") }}',
        '{{ ui.checkbox("q", "Tên", error="Nhập tên") }}',
        '{{ ui.select("q", "Tên", [("a", "Một")], error="Nhập tên") }}',
        '{{ ui.date_input("q", "Tên", error="Nhập tên") }}',
        '{{ ui.file_upload("q", "Tên", error="Nhập tên") }}',
    ],
)
def test_a_field_with_an_error_names_and_describes_itself(pages: Environment, source: str) -> None:
    html = shown(pages, source)
    assert html.count(' id="q"') == 1
    assert 'aria-describedby="q-error' in html
    assert 'id="q-error"' in html
    assert "Lỗi:</span> Nhập tên" in html
    assert "govuk-form-group--error" in html
    assert "required" not in html


def test_an_error_in_an_address_stands_at_its_part(pages: Environment) -> None:
    html = shown(pages, '{{ ui.address("home", "Nơi ở", errors={"line": "Nhập số nhà"}) }}')
    assert 'id="home" name="home.line"' in html
    assert 'id="home-error"' in html
    assert 'name="home.ward"' in html
    assert 'name="home.province"' in html


def test_hint_and_error_are_both_read_out(pages: Environment) -> None:
    html = shown(pages, '{{ ui.text_input("q", "Tên", hint="Đủ dấu", error="Nhập tên") }}')
    assert 'aria-describedby="q-hint q-error"' in html


def test_what_people_type_is_escaped(pages: Environment) -> None:
    html = shown(pages, '{{ ui.text_input("q", "Tên", value) }}', value='"><script>')
    assert "<script>" not in html


def test_a_text_area_gives_back_the_same_lines(pages: Environment) -> None:
    assert ">\nmột\n\nhai</textarea>" in shown(pages, '{{ ui.textarea("q", "Tên", "một\n\nhai") }}')


def test_the_summary_links_to_the_place_of_each_problem(pages: Environment) -> None:
    problems = [Problem("ten", "missing", "Nhập tên"), Problem("noi", "missing", "Nhập nơi ở")]
    html = shown(pages, '{{ ui.error_summary(problems, {"noi": "/khac/"}) }}', problems=problems)
    assert "Có 2 chỗ cần sửa" in html
    assert '<a href="#ten">Nhập tên</a>' in html
    assert '<a href="/khac/">Nhập nơi ở</a>' in html


def test_no_problems_no_summary(pages: Environment) -> None:
    assert shown(pages, "{{ ui.error_summary(()) }}").strip() == ""


def test_what_an_option_reveals_stays_markup(pages: Environment) -> None:
    html = shown(
        pages, '{{ ui.radios("q", "Ai", [("a", "Một")], reveals={"a": more}) }}', more=Markup("<b>x</b>")
    )
    assert "<b>x</b>" in html


def test_only_the_wrong_part_of_a_date_is_marked(pages: Environment) -> None:
    html = shown(pages, '{{ ui.date_input("q", "Ngày", error="Tháng từ 1 đến 12", error_parts=("month",)) }}')
    assert html.count("govuk-input--error") == 1
    assert [name in html for name in ('name="q.day"', 'name="q.month"', 'name="q.year"')] == [True] * 3


def test_a_change_link_says_what_it_changes(pages: Environment) -> None:
    html = shown(
        pages, "{{ ui.summary_list(rows) }}", rows=[{"label": "Tên con", "value": "An", "change_href": "#"}]
    )
    assert 'Sửa<span class="govuk-visually-hidden"> Tên con</span>' in html


def test_a_forgotten_value_is_an_error_not_a_hole(pages: Environment) -> None:
    with pytest.raises(UndefinedError):
        shown(pages, "{{ forgotten }}")


def test_components_hide_their_own_workings(pages: Environment) -> None:
    with pytest.raises(AttributeError):
        Components(pages)._loader  # noqa: B018
