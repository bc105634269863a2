"""Old stored data is led to the newest version, step by step."""

from collections.abc import Mapping

import pytest

from motcua.core.values import Problem, upgrade


def name_in_two(stored: Mapping[str, object]) -> Mapping[str, object]:
    """From 1 to 2: the name becomes a list."""
    return {"version": 2, "names": [stored["name"]]}


def count_names(stored: Mapping[str, object]) -> Mapping[str, object]:
    """From 2 to 3: the number of names is kept too."""
    return {**stored, "version": 3, "count": 1}


@pytest.mark.parametrize(
    "stored",
    [
        {"version": 1, "name": "Lan"},
        {"version": 2, "names": ["Lan"]},
        {"version": 3, "names": ["Lan"], "count": 1},
    ],
)
def test_every_version_becomes_the_newest(stored: Mapping[str, object]) -> None:
    assert upgrade(stored, (name_in_two, count_names)) == {"version": 3, "names": ["Lan"], "count": 1}


@pytest.mark.parametrize("stored", [None, [], {}, {"version": 0}, {"version": 4}, {"version": "1"}])
def test_what_has_no_known_version_is_a_problem(stored: object) -> None:
    found = upgrade(stored, (name_in_two, count_names), place="form")
    assert isinstance(found, Problem)
    assert (found.place, found.code) == ("form", "unknown_version")
