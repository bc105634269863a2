"""Answering a form in the browser, whatever it asks."""

from collections.abc import Mapping

from playwright.sync_api import Locator, Page

# What a form asks for, in its order: name and kind of every control that can be seen.
_ASKED = """forms => forms.flatMap(form => [...form.elements])
    .filter(each => each.name && each.type !== 'hidden' && each.tagName !== 'BUTTON')
    .filter(each => each.getClientRects().length)
    .map(each => [each.name, each.type])"""


def asked_in(page: Page) -> dict[str, str]:
    """The names of the visible controls of the page's forms, each with its type."""
    found: list[list[str]] = page.eval_on_selector_all("main form", _ASKED)
    return dict(found)


def fill(page: Page, answers: Mapping[str, str]) -> None:
    """Gives every answer there is to what the page asks; what is filled in already stays."""
    for name, kind in asked_in(page).items():
        if name in answers:
            _give(page.locator(f'main [name="{name}"]'), kind, answers[name])


def _give(controls: Locator, kind: str, answer: str) -> None:
    if kind == "radio":
        controls.and_(controls.page.locator(f'[value="{answer}"]')).check()
    elif kind == "checkbox":
        controls.first.check()
    elif kind == "select-one":
        controls.select_option(answer)
    else:
        controls.fill(answer)
