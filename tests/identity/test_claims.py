"""What an account learns from OpenID Connect claims."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.identity.claims import read_claims

WHOLE = {
    "sub": "abc",
    "acr": "2",
    "name": "  Nguyễn  Thị Bích Thảo ",
    "citizen_pid": "099198000101",
    "birthdate": "1998-03-14",
    "gender": "female",
    "phone_number": "+84 900 000 101",
    "email": "bich.thao@nguoi-thu.example",
    "address": {"street_address": "12 ngõ 3", "locality": "Phường Hòa Bến", "region": "Tỉnh Sông Bình"},
}


def test_whole_claims_fill_everything() -> None:
    citizen = read_claims(WHOLE)
    assert citizen.subject == "abc"
    assert citizen.full_name == "Nguyễn Thị Bích Thảo"
    assert citizen.personal_identifier == "099198000101"
    assert citizen.assurance_level == 2
    assert citizen.facts == {
        "identity.full_name": "Nguyễn Thị Bích Thảo",
        "identity.personal_identifier": "099198000101",
        "identity.birth_date": {"year": 1998, "month": 3, "day": 14},
        "identity.gender": "female",
        "contact.phone": "0900000101",
        "contact.email": "bich.thao@nguoi-thu.example",
        "residence.address": {"line": "12 ngõ 3", "ward": "Phường Hòa Bến", "province": "Tỉnh Sông Bình"},
    }


@pytest.mark.parametrize(
    ("claim", "value", "key"),
    [
        ("birthdate", "1998-02-30", "identity.birth_date"),
        ("birthdate", "14/3/1998", "identity.birth_date"),
        ("birthdate", 1998, "identity.birth_date"),
        ("gender", "other", "identity.gender"),
        ("citizen_pid", "123", "identity.personal_identifier"),
        ("phone_number", "không có", "contact.phone"),
        ("email", "a@", "contact.email"),
        ("address", "12 ngõ 3", "residence.address"),
        ("address", {}, "residence.address"),
        ("name", None, "identity.full_name"),
    ],
)
def test_what_cannot_be_read_is_not_known(claim: str, value: object, key: str) -> None:
    citizen = read_claims({**WHOLE, claim: value})
    assert key not in citizen.facts
    assert len(citizen.facts) == 6


def test_a_zero_byte_never_reaches_the_database() -> None:
    citizen = read_claims({**WHOLE, "sub": "a\x00b", "name": "H\x00oa"})
    assert "\x00" not in citizen.subject + citizen.full_name


def test_a_year_alone_is_a_date_of_birth() -> None:
    facts = read_claims({**WHOLE, "birthdate": "1954"}).facts
    assert facts["identity.birth_date"] == {"year": 1954, "month": None, "day": None}


@pytest.mark.parametrize(
    ("acr", "level"), [("1", 1), ("2", 2), ("LoA1", 1), ("loa2", 2), ("3", 0), (None, 0)]
)
def test_level_of_assurance(acr: object, level: int) -> None:
    assert read_claims({**WHOLE, "acr": acr}).assurance_level == level


@given(
    st.dictionaries(
        st.sampled_from([*WHOLE, "other"]), st.none() | st.integers() | st.text() | st.lists(st.text())
    )
)
def test_no_claims_break_it(claims: dict[str, object]) -> None:
    citizen = read_claims(claims)
    assert all(citizen.facts.values())
