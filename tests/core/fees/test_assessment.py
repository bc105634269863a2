"""What a dossier pays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.core.conditions import Condition, Constant, parse
from motcua.core.fees import Assessment, Exemption, FeeItem, FeeMoment, Tariff, assess


def condition(source: object) -> Condition:
    parsed = parse(source)
    assert not isinstance(parsed, tuple)
    return parsed


POOR = Exemption(condition({"equals": ["household", "poor"]}), "Hộ nghèo", "Giấy chứng nhận hộ nghèo")
HALF = Exemption(condition({"answered": "merit"}), "Người có công", percent=50)
REGISTER = FeeItem(
    "dang-ky", "Lệ phí đăng ký", 100_000, FeeMoment.AT_RECEPTION, {"online": 50_001}, (HALF, POOR)
)
COPY = FeeItem("ban-sao", "Bản sao", 8_000, FeeMoment.AT_RETURN)
TARIFF = Tariff((REGISTER, COPY))


@pytest.mark.parametrize(
    ("case", "answers", "channel", "amounts"),
    [
        ("in full", {}, "counter", [100_000, 8_000]),
        ("less online", {}, "online", [50_001, 8_000]),
        ("free of it", {"household": "poor"}, "online", [0, 8_000]),
        ("half of it", {"merit": "yes"}, "counter", [50_000, 8_000]),
        ("half a đồng is rounded up", {"merit": "yes"}, "online", [25_001, 8_000]),
        ("the better of two", {"household": "poor", "merit": "yes"}, "counter", [0, 8_000]),
    ],
)
def test_amounts(case: str, answers: dict[str, object], channel: str, amounts: list[int]) -> None:
    assessment = assess(TARIFF, answers, channel)
    assert [line.amount for line in assessment.lines] == amounts
    assert assessment.total == sum(amounts)
    assert assessment.due(FeeMoment.AT_RECEPTION) == amounts[0]
    assert assessment.due(FeeMoment.AT_RETURN) == amounts[1]
    assert assessment.due(FeeMoment.AT_SUPPLEMENT) == 0


def test_an_exemption_carries_its_reason_and_proof() -> None:
    (line,) = assess(TARIFF, {"household": "poor"}, "counter").exempted
    assert (line.full_amount, line.percent) == (100_000, 100)
    assert (line.reason, line.proof) == ("Hộ nghèo", "Giấy chứng nhận hộ nghèo")
    assert assess(TARIFF, {}, "counter").exempted == ()


def test_rounding_to_a_larger_unit_touches_only_what_is_reduced() -> None:
    tariff = Tariff((REGISTER,), rounding_unit=1_000)
    assert assess(tariff, {"merit": "yes"}, "online").total == 25_000
    assert assess(tariff, {}, "online").total == 50_001


def test_nothing_to_pay() -> None:
    assert assess(Tariff(), {}, "online") == Assessment(())


@given(st.integers(0, 10**9), st.integers(1, 100), st.sampled_from([1, 100, 500, 1_000]))
def test_a_reduction_is_exact_to_half_a_unit(amount: int, percent: int, unit: int) -> None:
    always = Exemption(Constant(value=True), "Giảm", percent=percent)
    item = FeeItem("a", "A", amount, FeeMoment.AT_RECEPTION, exemptions=(always,))
    total = assess(Tariff((item,), unit), {}, "online").total
    assert total % unit == 0
    assert -50 * unit < 100 * total - amount * (100 - percent) <= 50 * unit
