"""The last look, submitting once, and the proof (C15, C16)."""

from uuid import UUID, uuid4

import pytest
from django.test import Client
from tests.factories.people import citizen
from tests.portal.walking import CONTACT, begin, complete, fill_in

from motcua.audit.models import Record
from motcua.dossiers.models import Dossier, Draft, DraftPaper
from motcua.identity.models import Account

pytest_plugins = ("tests.portal.applying",)
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("revision", "ward")]


def test_everything_is_shown_with_its_way_to_be_mended(signed_in: Client) -> None:
    walk = complete(signed_in)
    page = walk.get("kiem-tra/").content.decode()
    assert "27/3/1998" in page
    assert "Điền sẵn từ VNeID" in page
    assert f'href="{walk.path}trang/ve-ban/?ve=kiem-tra#birth"' in page
    assert f"Dấu SHA-256: {DraftPaper.objects.get().stored_id[:4]} " in page
    assert 'value="0912 345 678"' in page
    assert "cam đoan các thông tin trên đúng sự thật" in page
    assert ">Nộp hồ sơ<" in page


def test_what_is_missing_leads_to_its_page(signed_in: Client) -> None:
    walk = begin(signed_in)
    walk.goes_to("trang/dieu-kien/", {"adult": "yes", "abroad": "no"})
    page = walk.get("kiem-tra/").content.decode()
    assert "phần chưa xong" in page
    assert f'href="{walk.path}noi-giai-quyet/"' in page
    assert f'href="{walk.path}giay-to/to-giay/"' in page
    assert f'href="{walk.path}trang/ve-ban/?ve=kiem-tra#full_name"' in page
    assert ">Nộp hồ sơ<" not in page


def test_before_sign_in_it_leads_to_vneid_and_back(client: Client, person: Account) -> None:
    walk = complete(client)
    page = walk.get("kiem-tra/").content.decode()
    assert f'name="next" value="{walk.path}kiem-tra/"' in page
    assert ">Nộp hồ sơ<" not in page
    assert walk.post("nop/", CONTACT).headers["Location"].startswith("/dang-nhap/?next=")
    client.force_login(person)
    assert walk.goes_to("nop/", CONTACT).endswith(
        "kiem-tra/"
    )  # claimed now; pressed once more it is submitted
    assert ">Nộp hồ sơ<" in walk.get("kiem-tra/").content.decode()
    assert walk.goes_to("nop/", CONTACT) == f"/ho-so/{walk.draft_id}/da-nop/"


def test_submitting_twice_makes_one_dossier(signed_in: Client) -> None:
    walk = complete(signed_in)
    assert walk.goes_to("nop/", CONTACT) == f"/ho-so/{walk.draft_id}/da-nop/"
    assert walk.goes_to("nop/", CONTACT) == f"/ho-so/{walk.draft_id}/da-nop/?da-co"
    assert walk.goes_to("nop/", {}) == f"/ho-so/{walk.draft_id}/da-nop/?da-co"
    assert Dossier.objects.count() == 1
    page = signed_in.get(f"/ho-so/{walk.draft_id}/da-nop/?da-co").content.decode()
    assert "không bị nộp hai lần" in page
    assert walk.get("kiem-tra/").headers["Location"] == f"/ho-so/{walk.draft_id}/da-nop/"


def test_contact_and_delivery_are_kept(signed_in: Client) -> None:
    walk = complete(signed_in)
    walk.goes_to("nop/", {"phone": "+84 912 345 678", "email": "thu@Vidu.VN", "delivery": "post"})
    dossier = Dossier.objects.get()
    assert dossier.applicant_contact == {"phone": "0912345678", "email": "thu@vidu.vn"}
    assert dossier.delivery == "post"


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({"phone": ""}, "Nhập số điện thoại"),
        ({"phone": "12"}, "Số điện thoại gồm 10 chữ số"),
        ({"email": "khong-phai"}, "Địa chỉ email cần có dạng"),
        ({"delivery": "bồ câu"}, "Chọn cách nhận kết quả"),
    ],
)
def test_a_wrong_contact_is_told_and_kept(signed_in: Client, change: dict[str, str], text: str) -> None:
    walk = complete(signed_in)
    response = walk.post("nop/", {**CONTACT, **change})
    page = response.content.decode()
    assert response.status_code == 422
    assert page.count(text) == 2
    assert Draft.objects.exists()


def test_an_incomplete_draft_is_not_submitted(signed_in: Client) -> None:
    walk = begin(signed_in)
    fill_in(walk)
    response = walk.post("nop/", CONTACT)
    page = response.content.decode()
    assert response.status_code == 422
    assert "Chưa gửi: Tờ giấy kèm theo" in page
    assert f'<li><a href="{walk.path}giay-to/to-giay/"' in page
    assert not Dossier.objects.exists()


def test_nobody_submits_anothers_draft(signed_in: Client) -> None:
    walk = complete(signed_in)
    thief = Client()
    thief.force_login(citizen())
    assert thief.post(f"{walk.path}nop/", CONTACT).status_code == 404
    assert thief.post(f"{walk.path}nop/", {}).status_code == 404
    assert thief.post(f"/khai/{uuid4()}/nop/", CONTACT).status_code == 404
    assert not Dossier.objects.exists()


def test_the_proof_may_be_opened_again_and_is_logged(signed_in: Client, person: Account) -> None:
    walk = complete(signed_in)
    walk.goes_to("nop/", CONTACT)
    dossier = Dossier.objects.get()
    for _ in range(2):
        page = signed_in.get(f"/ho-so/{dossier.pk}/da-nop/").content.decode()
        assert f'data-copy="{dossier.code}"' in page
        assert f'<strong class="mc-digits">{dossier.tracking_digits}</strong>' in page
        assert "UBND phường Hòa Bến trả lời trước" in page
        assert 'class="segno"' in page
    assert Record.objects.filter(act="dossier:viewed", actor=f"account:{person.pk}").count() == 2


def test_the_proof_is_the_applicants_alone(signed_in: Client, client: Client) -> None:
    walk = complete(signed_in)
    walk.goes_to("nop/", CONTACT)
    address = f"/ho-so/{walk.draft_id}/da-nop/"
    assert client.get(address).headers["Location"].startswith("/dang-nhap/")
    client.force_login(citizen())
    assert client.get(address).status_code == 404
    assert client.get(f"/ho-so/{UUID(int=1)}/da-nop/").status_code == 404


def test_queries(signed_in: Client, django_assert_max_num_queries: object) -> None:
    walk = complete(signed_in)
    with django_assert_max_num_queries(6):  # type: ignore[operator]
        walk.get("kiem-tra/")
    with django_assert_max_num_queries(20):  # type: ignore[operator]
        walk.goes_to("nop/", CONTACT)
