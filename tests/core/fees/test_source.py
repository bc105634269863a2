"""Reading a tariff that a person wrote."""

import pytest

from motcua.core.fees import FeeMoment, Tariff, assess, parse_tariff

ITEM = {
    "code": "le-phi",
    "name": " Lệ phí ",
    "amount": 8_000,
    "moment": "at_return",
    "channel_amounts": {"online": 4_000},
    "exemptions": [
        {
            "condition": {"equals": ["household", "poor"]},
            "reason": "Hộ nghèo",
            "proof": "Sổ",
            "percent": 50,
        }
    ],
}


@pytest.mark.parametrize("source", [[ITEM], {"items": [ITEM], "rounding_unit": 1}])
def test_a_tariff_is_read(source: object) -> None:
    tariff = parse_tariff(source)
    assert isinstance(tariff, Tariff)
    (line,) = assess(tariff, {"household": "poor"}, "online").lines
    assert (line.name, line.moment, line.full_amount, line.amount) == (
        "Lệ phí",
        FeeMoment.AT_RETURN,
        4_000,
        2_000,
    )


@pytest.mark.parametrize("source", [None, [], {}, {"items": []}])
def test_no_items_is_free(source: object) -> None:
    assert parse_tariff(source) == Tariff()


def test_what_may_be_left_out() -> None:
    small = {"code": "a", "name": "A", "amount": 0, "moment": "at_reception"}
    free = {**small, "exemptions": [{"condition": True, "reason": "Ai cũng được miễn"}]}
    tariff = parse_tariff([free])
    assert isinstance(tariff, Tariff)
    assert tariff.items[0].exemptions[0].percent == 100


@pytest.mark.parametrize(
    ("change", "place", "code"),
    [
        ({"code": ""}, "items[0].code", "missing"),
        ({"name": 5}, "items[0].name", "missing"),
        ({"amount": -1}, "items[0].amount", "number"),
        ({"amount": True}, "items[0].amount", "number"),
        ({"amount": "8.000"}, "items[0].amount", "number"),
        ({"amount": 10**12}, "items[0].amount", "number"),
        ({"moment": "later"}, "items[0].moment", "moment"),
        ({"moment": ["at_return"]}, "items[0].moment", "moment"),
        ({"channel_amounts": [4_000]}, "items[0].channel_amounts", "not_a_mapping"),
        ({"channel_amounts": {"online": 0.5}}, "items[0].channel_amounts.online", "number"),
        ({"exemptions": "poor"}, "items[0].exemptions", "not_a_list"),
        ({"exemptions": ["poor"]}, "items[0].exemptions[0]", "not_a_mapping"),
        ({"exemptions": [{"reason": "A"}]}, "items[0].exemptions[0].condition", "not_a_condition"),
        ({"exemptions": [{"condition": True}]}, "items[0].exemptions[0].reason", "missing"),
        ({"exemptions": [{"percent": 0}]}, "items[0].exemptions[0].percent", "number"),
    ],
)
def test_every_mistake_is_named_at_its_place(change: dict[str, object], place: str, code: str) -> None:
    problems = parse_tariff([{**ITEM, **change}])
    assert isinstance(problems, tuple)
    assert (place, code) in [(problem.place, problem.code) for problem in problems]


def test_a_code_is_used_once() -> None:
    problems = parse_tariff({"items": [ITEM, ITEM], "rounding_unit": 0})
    assert isinstance(problems, tuple)
    assert [(problem.place, problem.code) for problem in problems] == [
        ("rounding_unit", "number"),
        ("items[1].code", "twice"),
    ]


def test_something_else_than_a_tariff() -> None:
    problems = parse_tariff("free")
    assert isinstance(problems, tuple)
    assert problems[0].code == "not_a_list"
