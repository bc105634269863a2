"""Going on with a draft: whose it is, what is known, which unit, and by code."""

import datetime as dt
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from tests.factories.people import citizen, official
from tests.portal.walking import begin

from motcua.catalogue.models import Revision
from motcua.dossiers.models import Draft
from motcua.identity.models import Account
from motcua.organisations.models import Unit
from motcua.portal import holding

pytest_plugins = ("tests.portal.applying",)
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "page", ["", "thong-tin-da-co/", "noi-giai-quyet/", "trang/ve-ban/", "giay-to/", "kiem-tra/"]
)
def test_an_unknown_draft_and_somebody_elses_are_the_same(
    client: Client, revision: Revision, page: str
) -> None:
    theirs = begin(Client()).path
    unknown = client.get(f"/khai/{uuid4()}/{page}")
    foreign = client.get(f"{theirs}{page}")
    assert (unknown.status_code, foreign.status_code) == (404, 404)
    assert unknown.content.replace(b"", b"")[:300] == foreign.content[:300]
    assert client.post(f"{theirs}{page}").status_code in {404, 405}


def test_a_colleague_at_the_portal_has_no_drafts_of_citizens(revision: Revision) -> None:
    walk = begin(Client())
    clerk = Client()
    clerk.force_login(official())
    assert clerk.get(walk.path).status_code == 404


def test_what_was_begun_before_sign_in_becomes_the_persons(
    client: Client, person: Account, revision: Revision, ward: Unit
) -> None:
    walk, second = begin(client), begin(client)
    client.force_login(person)
    assert walk.get("kiem-tra/").status_code == 200
    assert set(Draft.objects.values_list("account_id", flat=True)) == {person.pk}
    assert "drafts" not in client.session
    assert Client().get(second.path).status_code == 404


def test_a_draft_past_its_time_says_so_to_its_holder_only(client: Client, revision: Revision) -> None:
    walk = begin(client)
    Draft.objects.update(expires_at=timezone.now() - dt.timedelta(days=1))
    response = walk.get("trang/ve-ban/")
    assert response.status_code == 410
    assert "Bản nháp đã quá 30 ngày" in response.content.decode()
    assert 'href="/thu-tuc/9.000001/"' in response.content.decode()
    assert Client().get(walk.path).status_code == 404


def test_known_values_are_shown_with_their_origin_and_taken_over(
    signed_in: Client, revision: Revision, ward: Unit, other_ward: Unit
) -> None:
    walk = begin(signed_in)
    page = walk.get("thong-tin-da-co/").content.decode()
    assert "Trần Thị Thử" in page
    assert "Từ VNeID ngày 1/11/2026" in page
    assert "Nữ" in page  # "female" in the words of this form
    assert walk.goes_to("thong-tin-da-co/", {}) == "noi-giai-quyet/"
    answers = Draft.objects.get().answers
    assert answers["gender"] == "nu"
    assert answers["home"]["ward"] == "Phường Hòa Bến"
    assert "adult" not in answers


def test_a_wrong_value_leads_to_its_page(signed_in: Client, revision: Revision, ward: Unit) -> None:
    walk = begin(signed_in)
    assert walk.goes_to("thong-tin-da-co/", {"sua": "full_name"}) == "trang/ve-ban/"
    assert 'value="Trần Thị Thử"' in walk.get("trang/ve-ban/").content.decode()
    assert walk.goes_to("thong-tin-da-co/", {"sua": "nonsense"}) == "noi-giai-quyet/"


def test_before_sign_in_the_page_offers_to_save_typing(
    client: Client, revision: Revision, ward: Unit
) -> None:
    walk = begin(client)
    page = walk.get("thong-tin-da-co/").content.decode()
    assert "tới 4 mục" in page
    assert f'name="next" value="{walk.path}thong-tin-da-co/"' in page
    assert f'href="{walk.path}noi-giai-quyet/"' in page


def test_one_unit_is_chosen_without_asking(client: Client, revision: Revision, ward: Unit) -> None:
    walk = begin(client)
    assert walk.get("noi-giai-quyet/").headers["Location"] == f"{walk.path}trang/dieu-kien/"
    assert Draft.objects.get().unit == ward
    assert walk.get("").headers["Location"] == f"{walk.path}trang/dieu-kien/"


def test_the_unit_of_residence_is_proposed(
    signed_in: Client, revision: Revision, ward: Unit, other_ward: Unit
) -> None:
    walk = begin(signed_in)
    page = walk.get("noi-giai-quyet/").content.decode()
    assert f'value="{ward.pk}" checked' in page
    assert "Chúng tôi chọn sẵn nơi bạn cư trú" in page
    assert walk.goes_to("noi-giai-quyet/", {"unit": other_ward.pk}) == "trang/dieu-kien/"
    assert Draft.objects.get().unit == other_ward


@pytest.mark.parametrize("chosen", ["", "0", "999999999", "-1", "x", "9" * 40, "\x00"])
def test_a_forged_unit_is_not_taken(
    client: Client, revision: Revision, ward: Unit, other_ward: Unit, chosen: str
) -> None:
    response = begin(client).post("noi-giai-quyet/", {"unit": chosen})
    assert response.status_code == 422
    assert response.content.decode().count("Chọn nơi giải quyết hồ sơ") == 2
    assert Draft.objects.get().unit is None


def test_a_draft_goes_on_at_another_device_by_its_code(
    client: Client, revision: Revision, ward: Unit
) -> None:
    walk = begin(Client())
    code = Draft.objects.get().code
    typed = f" {code[:4].lower()}-{code[4:]} "
    response = client.post("/lam-tiep/", {"code": typed})
    assert response.headers["Location"] == walk.path
    assert client.get(f"{walk.path}trang/dieu-kien/").status_code == 200


def test_a_draft_of_an_account_opens_by_code_for_nobody_else(
    signed_in: Client, client: Client, revision: Revision
) -> None:
    walk = begin(signed_in)
    code = Draft.objects.get().code
    other = Client()
    other.force_login(citizen())
    for visitor in (client, other):
        response = visitor.post("/lam-tiep/", {"code": code})
        assert response.status_code == 422
        assert visitor.get(walk.path).status_code == 404
    assert signed_in.post("/lam-tiep/", {"code": code}).headers["Location"] == walk.path


@pytest.mark.parametrize("code", ["", "ABCDEFGH", "\x00", "x" * 9999, "日本"])
def test_a_wrong_code_says_what_to_do(client: Client, code: str, revision: Revision) -> None:
    response = client.post("/lam-tiep/", {"code": code})
    assert response.status_code == 422
    assert "Không thấy bản nháp nào mang mã này" in response.content.decode()


def test_draft_codes_cannot_be_guessed_without_end(client: Client, revision: Revision) -> None:
    begin(Client())
    for number in range(10):
        assert client.post("/lam-tiep/", {"code": f"AAAA{number:04}"}).status_code == 422
    stopped = client.post("/lam-tiep/", {"code": Draft.objects.get().code})
    assert stopped.status_code == 429
    assert "thử lại sau 15 phút" in stopped.content.decode()


def test_a_draft_another_claimed_first_is_not_there(
    signed_in: Client, revision: Revision, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = Client()
    walk = begin(visitor)
    other = citizen()

    def too_late(*, draft_ids: list[object], account_id: int) -> int:
        return Draft.objects.filter(pk__in=draft_ids).update(account=other) * 0

    monkeypatch.setattr(holding, "claim_drafts", too_late)
    session = signed_in.session
    session["drafts"] = [walk.draft_id]
    session.save()
    assert signed_in.get(f"{walk.path}trang/dieu-kien/").status_code == 404
