"""Looking up a dossier without an account, and slowing down whoever guesses."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings
from tests.factories.dossiers import office, submitted
from tests.factories.people import citizen

from motcua.audit.models import Record
from motcua.dossiers.models import Dossier
from motcua.identity.models import FailedLookup

pytestmark = pytest.mark.django_db
TRACK = "/tra-cuu/"


@pytest.fixture
def dossier() -> Dossier:
    return submitted(office().unit, citizen("Nguyễn Thị Bích Thử"))


@pytest.fixture
def behind_proxy(settings: Settings) -> None:
    settings.MOTCUA = settings.MOTCUA.model_copy(update={"behind_proxy": True})


def wrong(dossier: Dossier) -> str:
    return f"{(int(dossier.tracking_digits) + 1) % 10_000:04d}"


def look_up(client: Client, code: str, digits: str, **headers: str) -> tuple[int, str]:
    answer = client.post(TRACK, {"code": code, "digits": digits}, headers=headers)
    return answer.status_code, answer.content.decode()


def test_code_and_digits_show_the_status_without_the_name(client: Client, dossier: Dossier) -> None:
    status, text = look_up(client, f" {dossier.code.lower().replace('-', ' - ')} ", dossier.tracking_digits)
    assert status == 200
    assert "Đã nộp, chờ kiểm tra" in text
    assert "N. T. B. Thử" in text
    assert dossier.applicant_name not in text


def test_wrong_code_and_wrong_digits_read_the_same(client: Client, dossier: Dossier) -> None:
    one = look_up(client, dossier.code, wrong(dossier))
    other = look_up(client, "H99.12-261102-9999", dossier.tracking_digits)
    assert one[0] == other[0] == 422
    message = "Không thấy hồ sơ nào khớp cả mã và 4 số"
    assert message in one[1]
    assert message in other[1]


@pytest.mark.usefixtures("behind_proxy")
def test_guessing_is_stopped_for_the_guesser(client: Client, dossier: Dossier) -> None:
    for number in range(10):
        look_up(client, f"H99.12-261102-9{number:03d}", "0000")
    assert look_up(client, dossier.code, dossier.tracking_digits)[0] == 429
    elsewhere = {"X-Forwarded-For": "203.0.113.9"}
    assert look_up(client, dossier.code, dossier.tracking_digits, **elsewhere)[0] == 200


@pytest.mark.usefixtures("behind_proxy")
def test_digits_of_one_dossier_cannot_be_tried_from_many_addresses(client: Client, dossier: Dossier) -> None:
    for number in range(10):
        look_up(client, dossier.code, wrong(dossier), **{"X-Forwarded-For": f"1.2.3.4, 203.0.113.{number}"})
    status, text = look_up(
        client, dossier.code, dossier.tracking_digits, **{"X-Forwarded-For": "203.0.113.99"}
    )
    assert status == 429
    assert "Tạm dừng tra cứu 15 phút" in text


def test_without_a_proxy_of_ours_a_made_up_address_changes_nothing(client: Client, dossier: Dossier) -> None:
    for number in range(10):
        look_up(client, f"H99.12-261102-9{number:03d}", "0000", **{"X-Forwarded-For": f"203.0.113.{number}"})
    assert look_up(client, dossier.code, dossier.tracking_digits)[0] == 429


def test_old_failures_no_longer_count(client: Client, dossier: Dossier) -> None:
    for _ in range(10):
        look_up(client, dossier.code, wrong(dossier))
    FailedLookup.objects.update(at=timezone.now() - dt.timedelta(minutes=16))
    assert look_up(client, dossier.code, dossier.tracking_digits)[0] == 200
    look_up(client, dossier.code, wrong(dossier))
    assert FailedLookup.objects.count() == 2


@pytest.mark.parametrize("digits", ["", "12", "12345", "abcd", "١٢٣٤"])
def test_digits_are_four_digits(client: Client, digits: str) -> None:
    status, text = look_up(client, "H99.12-261102-0001", digits)
    assert status == 422
    assert "Nhập 4 số tra cứu" in text
    assert not FailedLookup.objects.exists()


def test_slip_fills_in_the_code(client: Client) -> None:
    assert 'value="H99.12-261102-0001"' in client.get(f"{TRACK}?ma=H99.12-261102-0001").content.decode()


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/quyen-rieng-tu/", "Quyền riêng tư"),
        ("/kha-nang-tiep-can/", "Khả năng tiếp cận"),
        ("/kiem-tra/", "Kiểm tra"),
    ],
)
def test_pages_open_to_all(client: Client, address: str, title: str) -> None:
    assert title in client.get(address).content.decode()


def test_health_asks_the_database(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        answer = client.get("/suc-khoe/")
    assert answer.content == b"ok"


def test_a_code_with_signs_no_code_has_is_only_not_found(client: Client) -> None:
    assert look_up(client, "H99\x00'", "0000")[0] == 422


def test_a_look_goes_on_record(client: Client, dossier: Dossier) -> None:
    look_up(client, dossier.code, dossier.tracking_digits)
    told = Record.objects.filter(chain=f"dossier:{dossier.pk}", act="portal:dossier:track")
    assert [row.actor for row in told] == ["visitor"]
