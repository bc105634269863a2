"""The result for its owner, for anyone who holds it in hand, and the rating."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.documents.samples import pdf
from tests.factories.dossiers import office
from tests.factories.people import citizen
from tests.factories.settling import received, settled

from motcua.documents.queries import file_content
from motcua.dossiers.models import Result, ResultState
from motcua.identity.models import Account, FailedLookup
from motcua.surveys.models import Rating

pytestmark = pytest.mark.django_db
VERIFY = "/kiem-tra/"


@pytest.fixture
def me(client: Client) -> Account:
    account = citizen("Nguyễn Thị Bích Thử")
    client.force_login(account)
    return account


def signed_bytes(result: Result) -> bytes:
    content = file_content(result.signed_file_id)
    assert content is not None
    return content


def check_file(client: Client, content: bytes) -> str:
    file = SimpleUploadedFile("giay.pdf", content, "application/pdf")
    return client.post(VERIFY, {"tep": file}).content.decode()


def test_result_is_downloaded_byte_for_byte_with_its_signatures_explained(
    client: Client, me: Account
) -> None:
    result = settled(office(), me)
    text = client.get(reverse("portal:result", args=(result.dossier_id,))).content.decode()
    assert "Văn bản là thật" in text
    assert "Chữ ký đúng" in text
    assert "<svg" in text
    answer = client.get(reverse("portal:result_file", args=(result.dossier_id, result.pk)))
    assert answer.content == signed_bytes(result)
    assert answer["Content-Disposition"].startswith("attachment")


def test_before_there_is_a_result_the_dossier_says_where_it_stands(client: Client, me: Account) -> None:
    dossier = received(office(), me)
    answer = client.get(reverse("portal:result", args=(dossier.pk,)))
    assert answer["Location"] == reverse("portal:dossier", args=(dossier.pk,))


def test_anyone_checks_a_code_and_sees_a_masked_name() -> None:
    result = settled(office(), citizen())
    text = Client().get(f"{VERIFY}{result.verify_code}/").content.decode()
    assert "Giấy này là thật" in text
    assert "T. T. THỬ" in text
    assert "TRẦN THỊ THỬ" not in text
    assert result.number in text


def test_code_typed_in_groups_is_found(client: Client) -> None:
    result = settled(office(), citizen())
    code = result.verify_code
    answer = client.get(VERIFY, {"ma": f"{code[:4].lower()} {code[4:8]}-{code[8:]}"})
    assert answer["Location"] == f"{VERIFY}{code}/"


def test_revoked_paper_says_so_by_code_and_by_file(client: Client) -> None:
    result = settled(office(), citizen())
    Result.objects.update(state=ResultState.REVOKED)
    assert "đã bị thu hồi" in client.get(f"{VERIFY}{result.verify_code}/").content.decode()
    assert "đã bị thu hồi" in check_file(client, signed_bytes(result))


@pytest.mark.parametrize("code", ["KHONGCO12345", "x", "%00", "é" * 200])
def test_unknown_code_is_not_called_false(client: Client, code: str) -> None:
    answer = client.get(f"{VERIFY}{code}/")
    assert answer.status_code == 404
    assert "chưa nói lên giấy thật hay giả" in answer.content.decode()


def test_file_is_checked_and_a_changed_one_is_not_confirmed(client: Client) -> None:
    content = signed_bytes(settled(office(), citizen()))
    assert "đúng là tệp chúng tôi đã cấp" in check_file(client, content)
    assert "Chưa thể xác nhận" in check_file(client, content.replace(b"/Author", b"/Authos", 1))


def test_what_is_no_pdf_is_told_beside_the_field(client: Client) -> None:
    assert "không đọc được tệp này như một tệp PDF" in check_file(client, b"MZ")
    assert "Chọn tệp PDF cần kiểm tra" in client.post(VERIFY).content.decode()
    assert "Nhập mã kiểm tra" in client.get(VERIFY, {"ma": " "}).content.decode()


def test_rating_is_given_changed_within_a_week_and_then_locked(client: Client, me: Account) -> None:
    result = settled(office(), me)
    address = reverse("portal:rate", args=(result.dossier_id,))
    assert (
        client.post(address, {"grade": "1", "reasons": ["late", "made-up"]})["Location"]
        == f"{address}?da-ghi"
    )
    assert "Đã nhận đánh giá" in client.get(f"{address}?da-ghi").content.decode()
    client.post(address, {"grade": "3"})
    assert (Rating.objects.get().grade, Rating.objects.get().reasons) == (3, [])
    Rating.objects.update(first_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    locked = client.post(address, {"grade": "2"})
    assert locked.status_code == 422
    assert "Đánh giá đã khóa" in client.get(address).content.decode()
    assert Rating.objects.get().grade == 3


def test_rating_needs_a_grade_and_a_settled_dossier(client: Client, me: Account) -> None:
    at = office()
    result = settled(at, me)
    answer = client.post(reverse("portal:rate", args=(result.dossier_id,)), {"grade": "9"})
    assert answer.status_code == 422
    assert "Chọn một trong ba mức hài lòng" in answer.content.decode()
    dossier = received(at, citizen("Một Người"))
    client.force_login(dossier.applicant)
    open_dossier = client.post(reverse("portal:rate", args=(dossier.pk,)), {"grade": "3"})
    assert open_dossier["Location"] == reverse("portal:dossier", args=(dossier.pk,))
    assert not Rating.objects.exists()


def test_checking_files_is_bounded_for_each_client(client: Client) -> None:
    seen = [FailedLookup(name="verify:127.0.0.1", at=timezone.now()) for _ in range(59)]
    FailedLookup.objects.bulk_create(seen)
    assert "không có chữ ký" in check_file(client, pdf())
    assert "thử lại sau 15 phút" in check_file(client, pdf())
