"""Answering a request for supplements at the portal."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from tests.documents.samples import jpeg
from tests.factories.dossiers import office
from tests.factories.people import citizen
from tests.factories.settling import asked

from motcua.dossiers.models import Dossier, DossierFile, SupplementRequest
from motcua.identity.models import Account

pytestmark = pytest.mark.django_db
PAPER, POINT = "component:to-giay", "check:cu-tru"


@pytest.fixture
def me() -> Account:
    return citizen()


@pytest.fixture
def dossier(client: Client, me: Account) -> Dossier:
    client.force_login(me)
    return asked(office(), me, to_giay="Ảnh tờ giấy bị mờ", cu_tru="Chưa rõ nơi cư trú")


def address(dossier: Dossier, route: str = "supplement") -> str:
    return reverse(f"portal:{route}", args=(dossier.pk,))


def photo(content: bytes | None = None, name: str = "moi.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, jpeg() if content is None else content)


def test_page_shows_reason_and_old_file_beside_each_item(client: Client, dossier: Dossier) -> None:
    text = client.get(address(dossier)).content.decode()
    assert "Ảnh tờ giấy bị mờ" in text
    assert "Chưa rõ nơi cư trú" in text
    assert f"/tep/{dossier.files.get().stored_id}/" in text
    assert "Tôi không có giấy này" in text


def test_answer_goes_out_and_a_second_press_changes_nothing(client: Client, dossier: Dossier) -> None:
    note = "Tôi ở tổ 4, có xác nhận tạm trú"
    first = client.post(address(dossier), {PAPER: photo(), f"note:{POINT}": note})
    assert first["Location"] == f"{address(dossier, 'dossier')}?da-gui"
    assert "Đã gửi phần bổ sung" in client.get(first["Location"]).content.decode()
    assert SupplementRequest.objects.get().answer[POINT]["note"] == note
    again = client.post(address(dossier), {PAPER: photo(), f"note:{POINT}": note})
    assert again["Location"] == address(dossier, "dossier")
    assert DossierFile.objects.filter(component="to-giay").count() == 2


def test_not_having_the_paper_is_an_answer(client: Client, dossier: Dossier) -> None:
    notes = {f"note:{PAPER}": "Tôi không còn giấy này", f"note:{POINT}": "Tôi ở tổ 4"}
    assert client.post(address(dossier), notes).status_code == 302
    assert DossierFile.objects.filter(component="to-giay").count() == 1


def test_what_is_missing_is_told_at_its_item_and_what_came_is_kept(client: Client, dossier: Dossier) -> None:
    answer = client.post(address(dossier), {PAPER: photo()})
    text = answer.content.decode()
    assert answer.status_code == 422
    assert f'href="#note:{POINT}"' in text
    assert f'id="note:{POINT}"' in text
    assert "Đã giữ: moi.jpg" in text
    assert client.post(address(dossier), {f"note:{POINT}": "Tôi ở tổ 4"}).status_code == 302
    assert DossierFile.objects.filter(component="to-giay").count() == 2


def test_words_typed_survive_a_bad_file(client: Client, dossier: Dossier) -> None:
    typed = {PAPER: photo(b"MZ not a paper", "may.exe"), f"note:{POINT}": "Tôi ở tổ 4"}
    answer = client.post(address(dossier), typed)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Chúng tôi chưa đọc được tệp .exe" in text
    assert "Tôi ở tổ 4</textarea>" in text
    assert "Đã giữ" not in text


def test_file_over_the_limit_is_told_at_its_item(
    client: Client, dossier: Dossier, settings: Settings
) -> None:
    settings.MOTCUA = settings.MOTCUA.model_copy(update={"upload_limit": 100})
    answer = client.post(address(dossier), {PAPER: photo(), f"note:{POINT}": "Tôi ở tổ 4"})
    assert answer.status_code == 422
    assert "Tệp moi.jpg nặng quá mức" in answer.content.decode()


def test_what_nobody_asked_for_is_ignored(client: Client, dossier: Dossier) -> None:
    extra = {"component:khac": photo(), "note:check:khac": "Thêm"}
    sent = {PAPER: photo(), f"note:{POINT}": "Tôi ở tổ 4", **extra}
    assert client.post(address(dossier), sent).status_code == 302
    assert not DossierFile.objects.filter(component="khac").exists()
