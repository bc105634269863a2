"""Accounts of citizens follow their claims; officials sign in by password, five tries at most."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connection
from tests.factories.people import citizen, official

from motcua.audit.models import Record
from motcua.core.values import Refusal
from motcua.identity.models import Account, Kind, SignInAttempt
from motcua.identity.queries import fact_values, known_facts
from motcua.identity.services import authenticate_official, citizen_from_claims, create_official

NOW = dt.datetime(2026, 11, 2, 3, 51, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
PASSWORD = "Dung-thu-2026"
CLAIMS = {"sub": "abc", "acr": "2", "name": "Nguyễn Thị Bích Thảo", "phone_number": "0900000101"}


@pytest.fixture(autouse=True)
def _quick_hashes(settings: object) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.mark.django_db
def test_the_first_sign_in_makes_an_account() -> None:
    account = citizen_from_claims(CLAIMS, now=NOW)
    assert isinstance(account, Account)
    stored = Account.objects.get()
    assert (stored.username, stored.kind, stored.full_name) == (
        "vneid:abc",
        Kind.CITIZEN,
        "Nguyễn Thị Bích Thảo",
    )
    assert not stored.has_usable_password()
    fact = known_facts(stored)["contact.phone"]
    assert (fact.value, fact.source, fact.at) == ("0900000101", "VNeID", NOW)


@pytest.mark.django_db
def test_the_next_sign_in_refreshes_what_vneid_says_and_keeps_the_rest() -> None:
    first = citizen_from_claims(CLAIMS, now=NOW)
    told = {"value": "Hoa", "source": "Người nộp", "at": NOW.isoformat()}
    Account.objects.update(facts={**first.facts, "child.name": told})
    second = citizen_from_claims({"sub": "abc", "acr": "1", "name": "Nguyễn Bích Thảo"}, now=NOW + MINUTE)
    assert second.pk == first.pk
    assert second.assurance_level == 1
    assert fact_values(second) == {"identity.full_name": "Nguyễn Bích Thảo", "child.name": "Hoa"}


@pytest.mark.django_db
def test_claims_without_a_subject_make_nobody() -> None:
    answer = citizen_from_claims({"name": "Ai đó"}, now=NOW)
    assert isinstance(answer, Refusal)
    assert answer.code == "no_subject"
    assert not Account.objects.exists()


@pytest.mark.django_db
def test_a_closed_account_stays_out() -> None:
    citizen(username="vneid:abc", is_active=False)
    answer = citizen_from_claims(CLAIMS, now=NOW)
    assert isinstance(answer, Refusal)
    assert answer.code == "closed"


@pytest.mark.django_db
def test_a_sign_in_is_on_record() -> None:
    account = citizen_from_claims(CLAIMS, now=NOW)
    row = Record.objects.get()
    assert (row.chain, row.act) == (f"account:{account.pk}", "identity:account:sign_in")


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["thu.motcua1", " Thu.MotCua1 "])
def test_an_official_signs_in_whatever_the_case_of_the_name(typed: str) -> None:
    account = official(password=PASSWORD)
    assert authenticate_official(typed, PASSWORD, now=NOW) == account


@pytest.mark.django_db
def test_nobody_without_the_password_and_no_hint_which_was_wrong() -> None:
    official(password=PASSWORD)
    wrong = authenticate_official("thu.motcua1", "khác", now=NOW)
    unknown = authenticate_official("không.có", PASSWORD, now=NOW)
    assert isinstance(wrong, Refusal)
    assert wrong == unknown


@pytest.mark.django_db
def test_a_citizen_has_no_password_door() -> None:
    citizen(username="vneid:abc")
    assert isinstance(authenticate_official("vneid:abc", "!", now=NOW), Refusal)


@pytest.mark.django_db
def test_five_wrong_passwords_lock_the_name_for_a_quarter_of_an_hour() -> None:
    account = official(password=PASSWORD)
    for minute in range(5):
        wrong = authenticate_official("thu.motcua1", "khác", now=NOW + minute * MINUTE)
        assert wrong.code == "wrong_password"
    locked = authenticate_official("thu.motcua1", PASSWORD, now=NOW + 5 * MINUTE)
    assert locked.code == "locked"
    assert "11:07" in locked.message
    assert authenticate_official("thu.motcua1", "khác", now=NOW + 14 * MINUTE).code == "locked"
    assert authenticate_official("thu.motcua1", PASSWORD, now=NOW + 16 * MINUTE) == account
    assert not SignInAttempt.objects.exists()


@pytest.mark.django_db
def test_the_right_password_forgets_the_wrong_ones() -> None:
    official(password=PASSWORD)
    for _ in range(3):
        for _ in range(4):
            authenticate_official("thu.motcua1", "khác", now=NOW)
        assert isinstance(authenticate_official("thu.motcua1", PASSWORD, now=NOW), Account)


@pytest.mark.django_db
def test_old_tries_are_cleared_away() -> None:
    authenticate_official("một", "khác", now=NOW)
    authenticate_official("hai", "khác", now=NOW + 20 * MINUTE)
    assert [attempt.username for attempt in SignInAttempt.objects.all()] == ["hai"]


@pytest.mark.django_db(transaction=True)
def test_twenty_guesses_at_once_get_five_tries() -> None:
    def guess(number: int) -> str:
        try:
            return authenticate_official("thu.motcua1", f"khác {number}", now=NOW).code
        finally:
            connection.close()

    official(password=PASSWORD)
    with ThreadPoolExecutor(4) as pool:
        codes = list(pool.map(guess, range(20)))
    # Whoever comes while another try goes on is sent away without one.
    assert 1 <= codes.count("wrong_password") <= 5
    assert set(codes) <= {"wrong_password", "locked", "busy"}
    wrong = Record.objects.filter(act="identity:account:sign_in_failed").count()
    assert wrong == codes.count("wrong_password")


@pytest.mark.django_db
def test_a_name_is_given_once() -> None:
    create_official("Thu.Hai", PASSWORD, full_name="Người thử")
    with pytest.raises(IntegrityError):
        create_official("thu.hai", PASSWORD, full_name="Người thử")


@pytest.mark.django_db
def test_a_sign_in_with_fewer_claims_keeps_the_identifier() -> None:
    citizen_from_claims({**CLAIMS, "citizen_pid": "001098000123"}, now=NOW)
    again = citizen_from_claims(CLAIMS, now=NOW + MINUTE)
    assert again.personal_identifier == "001098000123"


@pytest.mark.django_db
def test_a_subject_longer_than_a_name_makes_nobody() -> None:
    answer = citizen_from_claims({**CLAIMS, "sub": "a" * 145}, now=NOW)
    assert isinstance(answer, Refusal)
    assert answer.code == "no_subject"
