"""The officials' way through the pages: take, check, receive, draft, sign, issue, return."""

import re

import pytest
from django.urls import reverse
from tests.factories.dossiers import Office, actor, office, submitted
from tests.jobs import run_jobs
from tests.office.journey import PASSED, post, received, signed, signed_in, signing, text_of

from motcua.audit.models import Record
from motcua.core.workflow import Status
from motcua.documents.queries import file_content
from motcua.dossiers.models import Dossier, DossierFile, Paper, Result, SupplementRequest
from motcua.organisations.models import Function

pytestmark = pytest.mark.django_db
REASON = "Bản mới không thấy rõ, bạn nộp lại tại xã nơi bạn đang ở."


@pytest.fixture
def at(db: None) -> Office:
    """A commune with its officials."""
    return office()


def test_from_the_common_queue_to_a_sealed_result(at: Office) -> None:
    dossier_id = received(at)
    signing(at, dossier_id)
    leader = signed_in(at.leader)
    code = Dossier.objects.get(pk=dossier_id).code
    assert code in text_of(leader.get(reverse("office:signing")))
    answer = leader.post(reverse("office:sign"), {"dossier": [code]}, follow=True)
    assert "Đã ký 1 văn bản" in text_of(answer)
    assert "Đang tạo chữ ký" in text_of(answer)
    clerk = signed_in(at.clerk)
    assert "Đang tạo chữ ký" in text_of(clerk.get(reverse("office:registry")))
    run_jobs()
    number = Result.objects.get().number
    assert f"Số {number}" in text_of(clerk.get(reverse("office:registry")))
    page = post(clerk, "issue", dossier_id)
    assert f"Đã phát hành văn bản số {number}" in page
    assert "Đang đóng dấu" in page
    run_jobs()
    assert Dossier.objects.get(pk=dossier_id).status == Status.RETURNED
    done = text_of(signed_in(at.desk).get(reverse("office:queue"), {"tab": "done"}))
    assert code in done


def test_the_slip_and_the_signed_result_can_be_opened(at: Office) -> None:
    dossier_id = received(at)
    assert "tệp đang được lập" in text_of(signed_in(at.desk).get(reverse("office:desk", args=[dossier_id])))
    run_jobs()
    slip = Paper.objects.get()
    response = signed_in(at.specialist).get(reverse("office:file", args=[dossier_id, slip.stored_id]))
    assert response.content == file_content(slip.stored_id)
    assert response["Content-Type"] == "application/pdf"


def test_second_taker_is_told_who_was_first(at: Office) -> None:
    dossier = submitted(at.unit)
    post(signed_in(at.desk), "take", dossier.pk)
    page = post(signed_in(at.colleague), "take", dossier.pk)
    assert f"{at.desk.name} vừa nhận hồ sơ này." in page
    assert Dossier.objects.get().assignee_id == at.desk.account_id


def test_what_is_taken_can_be_put_back(at: Office) -> None:
    dossier = submitted(at.unit)
    desk = signed_in(at.desk)
    post(desk, "take", dossier.pk)
    assert "về hàng chờ chung" in post(desk, "put_back", dossier.pk)
    assert dossier.code in text_of(signed_in(at.colleague).get(reverse("office:queue"), {"tab": "common"}))
    assert "Bấm “Nhận hồ sơ” trước khi làm" in post(desk, "put_back", dossier.pk)


def test_an_undecided_item_keeps_the_dossier_here_and_the_ticks(at: Office) -> None:
    dossier = submitted(at.unit)
    desk = signed_in(at.desk)
    post(desk, "take", dossier.pk)
    response = desk.post(
        reverse("office:check", args=[dossier.pk]),
        {"component:to-giay": "fix", "reason:component:to-giay": "mờ", "act": "supplement"},
    )
    page = text_of(response)
    assert response.status_code == 422
    assert "Lỗi: " in page
    assert page.count("Viết rõ cần sửa gì, ít nhất 3 từ, cho: Tờ giấy kèm theo") == 2
    assert 'href="#check:cu-tru"' in page
    assert "mờ</textarea>" in page
    assert Dossier.objects.get().status == Status.NEW


def test_saved_ticks_stay(at: Office) -> None:
    dossier = submitted(at.unit)
    desk = signed_in(at.desk)
    post(desk, "take", dossier.pk)
    page = post(desk, "check", dossier.pk, {"component:to-giay": "skip", "act": "save"})
    assert "Đã lưu kết quả kiểm tra" in page
    assert re.search(r'name="component:to-giay" value="skip"[^>]* checked', page)


def test_supplement_is_read_before_it_is_sent(at: Office) -> None:
    dossier = submitted(at.unit)
    desk = signed_in(at.desk)
    post(desk, "take", dossier.pk)
    ticks = {**PASSED, "component:to-giay": "fix", "reason:component:to-giay": "Ảnh mờ, chụp lại cả tờ."}
    page = post(desk, "check", dossier.pk, {**ticks, "act": "supplement"})
    assert "Người dân sẽ đọc thấy thế này" in page
    assert "Ảnh mờ, chụp lại cả tờ." in page
    assert f"Ho so {dossier.code} can ban bo sung truoc 17/11/2026" in page
    assert not SupplementRequest.objects.exists()
    assert "Đã gửi yêu cầu bổ sung" in post(desk, "supplement", dossier.pk)
    assert SupplementRequest.objects.get().items[0]["reason"] == "Ảnh mờ, chụp lại cả tờ."
    assert "sang bước khác" in post(desk, "supplement", dossier.pk)
    assert dossier.code in text_of(desk.get(reverse("office:queue"), {"tab": "citizen"}))


def test_nothing_lacking_nothing_to_ask(at: Office) -> None:
    dossier = submitted(at.unit)
    desk = signed_in(at.desk)
    post(desk, "take", dossier.pk)
    page = post(desk, "check", dossier.pk, {**PASSED, "act": "supplement"})
    assert "Chọn ít nhất một mục “Cần bổ sung”" in page


def test_refusal_needs_words(at: Office) -> None:
    dossier = submitted(at.unit)
    desk = signed_in(at.desk)
    post(desk, "take", dossier.pk)
    address = reverse("office:refuse", args=[dossier.pk])
    empty = desk.post(address, {"reason": "Không được"})
    assert empty.status_code == 422
    assert "Chọn lý do từ chối" in text_of(empty)
    other = desk.post(address, {"ground": "other", "reason": REASON})
    assert "ít nhất 20 từ" in text_of(other)
    page = post(desk, "refuse", dossier.pk, {"ground": "conditions", "reason": REASON})
    assert "Đã từ chối hồ sơ" in page
    assert f"Trường hợp của bạn chưa đủ điều kiện theo quy định. {REASON}" in page
    assert Dossier.objects.get().status == Status.NOT_RECEIVED


def test_what_the_specialist_changed_stands_before_the_leader(at: Office) -> None:
    dossier_id = received(at)
    specialist = signed_in(at.specialist)
    post(specialist, "take", dossier_id)
    form = {"output": "ket-qua", "field:holder_name": "TRẦN THỊ KHÁC", "field:purpose": "Kiểm thử"}
    saved = post(specialist, "result", dossier_id, form)
    assert "Đã lưu dự thảo" in saved
    assert "Khai trong hồ sơ: TRẦN THỊ THỬ" in saved
    post(specialist, "submit_signing", dossier_id)
    page = text_of(signed_in(at.leader).get(reverse("office:signing_one", args=[dossier_id])))
    assert "TRẦN THỊ KHÁC" in page
    assert "Người dân khai: TRẦN THỊ THỬ" in page
    assert Result.objects.get().data["validity"] == "Dùng được 6 tháng"


def test_draft_is_seen_as_it_will_be_printed(at: Office) -> None:
    dossier_id = received(at)
    signing(at, dossier_id)
    address = reverse("office:result_preview", args=[dossier_id])
    leader = signed_in(at.leader)
    assert leader.get(address).content.startswith(b"%PDF")
    picture = leader.get(address, {"trang": "1"})
    assert picture["Content-Type"] == "image/webp"
    assert leader.get(address, {"trang": "99"}).status_code == 404
    for strange in ("một", "9" * 5000, "١"):
        assert leader.get(address, {"trang": strange}).status_code == 404


def test_leader_returns_a_draft_to_its_writer(at: Office) -> None:
    dossier_id = received(at)
    signing(at, dossier_id)
    leader = signed_in(at.leader)
    assert "ít nhất 5 từ" in post(leader, "return_draft", dossier_id, {"reason": "Sửa"})
    page = post(leader, "return_draft", dossier_id, {"reason": "Sửa lại họ tên cho đúng giấy khai sinh"})
    assert "Đã trả lại dự thảo" in page
    assert "Không có văn bản nào chờ ký." in page
    desk = text_of(signed_in(at.specialist).get(reverse("office:desk", args=[dossier_id])))
    assert "Sửa lại họ tên cho đúng giấy khai sinh" in desk
    assert "Lập dự thảo kết quả" in desk


def test_signing_many_tells_each_that_failed(at: Office) -> None:
    first, second = received(at), received(at)
    signing(at, first)
    signing(at, second)
    deputy = actor(at.unit, Function.LEADER, username="pho.chu.tich")
    Dossier.objects.filter(pk=second).update(assignee_id=deputy.account_id)
    codes = [Dossier.objects.get(pk=one).code for one in (first, second)]
    page = text_of(signed_in(at.leader).post(reverse("office:sign"), {"dossier": codes}, follow=True))
    assert f"Đã ký 1 văn bản, đang tạo chữ ký số: {codes[0]}." in page
    assert f"{codes[1]} chưa ký được: {deputy.name} vừa nhận hồ sơ này." in page


@pytest.mark.parametrize(
    ("chosen", "words"),
    [([], "Chọn ít nhất một văn bản"), (["H99.12-000000-0000"], "không còn chờ ký")],
)
def test_signing_nothing_says_so(at: Office, chosen: list[str], words: str) -> None:
    page = text_of(signed_in(at.leader).post(reverse("office:sign"), {"dossier": chosen}, follow=True))
    assert words in page


def test_paper_result_is_handed_over_with_a_name(at: Office) -> None:
    dossier_id = received(at, delivery="counter")
    signing(at, dossier_id)
    signed(at, dossier_id)
    post(signed_in(at.clerk), "issue", dossier_id)
    run_jobs()
    desk = signed_in(at.desk)
    code = Dossier.objects.get(pk=dossier_id).code
    assert code in text_of(desk.get(reverse("office:queue"), {"tab": "return"}))
    assert "Người nhận kết quả" in text_of(desk.get(reverse("office:desk", args=[dossier_id])))
    assert "Ghi tên người nhận" in post(desk, "hand_over", dossier_id, {"collector": "  "})
    page = post(desk, "hand_over", dossier_id, {"collector": "Nguyễn Thị Thử"})
    assert "Người nhận: Nguyễn Thị Thử" in page
    assert Dossier.objects.get(pk=dossier_id).status == Status.RETURNED


def test_every_look_goes_on_record(at: Office) -> None:
    dossier = submitted(at.unit)
    file = DossierFile.objects.get()
    desk = signed_in(at.desk)
    before = Record.objects.count()
    desk.get(reverse("office:desk", args=[dossier.pk]))
    assert desk.get(reverse("office:page_image", args=[dossier.pk, file.stored_id, 1])).status_code == 200
    desk.get(reverse("office:file", args=[dossier.pk, file.stored_id]))
    assert Record.objects.filter(act="dossier:viewed").count() == 3
    assert Record.objects.count() == before + 3
