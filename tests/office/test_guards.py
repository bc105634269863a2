"""Who may open what, what comes of forged and stale input, and how many queries a page costs."""

import datetime as dt
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.factories.dossiers import MONDAY, Office, office, submitted
from tests.factories.people import citizen
from tests.office.conftest import NOW
from tests.office.journey import PASSED, post, received, signed_in, signing, text_of

from motcua.dossiers.models import Check, Dossier, DossierFile
from motcua.dossiers.worklists import PAGE
from motcua.organisations.models import Post

pytestmark = pytest.mark.django_db
OF_A_DOSSIER = (
    ("get", "desk"),
    ("get", "supplement"),
    ("get", "refuse"),
    ("get", "result"),
    ("get", "result_preview"),
    ("post", "take"),
    ("post", "put_back"),
    ("post", "check"),
    ("post", "supplement"),
    ("post", "refuse"),
    ("post", "result"),
    ("post", "submit_signing"),
    ("post", "hand_over"),
)


@pytest.fixture
def at(db: None) -> Office:
    """A commune with its officials."""
    return office()


def copies(dossier: Dossier, number: int) -> None:
    """More dossiers like this one, an hour apart."""
    for count in range(1, number + 1):
        dossier.pk, dossier.code = uuid4(), f"H99.12-261102-9{count:03}"
        dossier.next_event_at = MONDAY + dt.timedelta(hours=count)
        dossier.save(force_insert=True)


@pytest.mark.parametrize(("method", "route"), OF_A_DOSSIER)
def test_another_units_dossier_is_not_there(at: Office, method: str, route: str) -> None:
    dossier = submitted(at.unit)
    stranger = signed_in(office("H99.13").desk)
    for dossier_id in (dossier.pk, uuid4()):
        response = getattr(stranger, method)(reverse(f"office:{route}", args=[dossier_id]))
        assert response.status_code == 404, route
    assert Dossier.objects.get(pk=dossier.pk).version == dossier.version


@pytest.mark.parametrize(("method", "route"), [("get", "signing_one"), ("post", "return_draft")])
def test_another_units_result_is_not_there(at: Office, method: str, route: str) -> None:
    dossier_id = received(at)
    signing(at, dossier_id)
    stranger = signed_in(office("H99.13").leader)
    assert getattr(stranger, method)(reverse(f"office:{route}", args=[dossier_id])).status_code == 404
    code = Dossier.objects.get(pk=dossier_id).code
    page = text_of(stranger.post(reverse("office:sign"), {"dossier": [code]}, follow=True))
    assert "không còn chờ ký" in page


def test_another_dossiers_file_is_not_there(at: Office) -> None:
    mine, other = submitted(at.unit), submitted(office("H99.13").unit)
    foreign = DossierFile.objects.get(dossier=other)
    DossierFile.objects.filter(dossier=mine).delete()
    desk = signed_in(at.desk)
    for sha256 in (foreign.stored_id, "0" * 64, "f" * 64):
        assert desk.get(reverse("office:file", args=[mine.pk, sha256])).status_code == 404
        assert desk.get(reverse("office:page_image", args=[mine.pk, sha256, 1])).status_code == 404
    assert desk.get(reverse("office:file", args=[other.pk, foreign.stored_id])).status_code == 404


def test_a_page_that_is_not_there(at: Office) -> None:
    dossier = submitted(at.unit)
    file = DossierFile.objects.get()
    desk = signed_in(at.desk)
    assert desk.get(reverse("office:page_image", args=[dossier.pk, file.stored_id, 2])).status_code == 404


def test_citizens_and_strangers_are_sent_to_sign_in(at: Office) -> None:
    dossier = submitted(at.unit)
    signed_in_citizen = Client()
    signed_in_citizen.force_login(citizen("Lê Văn Dân", username="vneid:dan"))
    for client in (Client(), signed_in_citizen):
        for address in (reverse("office:queue"), reverse("office:desk", args=[dossier.pk])):
            assert client.get(address)["Location"].startswith(reverse("office:sign_in"))


@pytest.mark.parametrize("route", ["signing", "registry"])
def test_sections_of_others_are_closed(at: Office, route: str) -> None:
    assert signed_in(at.desk).get(reverse(f"office:{route}")).status_code == 403


def test_acts_of_another_function_are_refused_in_words(at: Office) -> None:
    dossier = submitted(at.unit)
    page = post(signed_in(at.specialist), "take", dossier.pk)
    assert "Bước này do người có nhiệm vụ khác trong đơn vị làm." in page
    refused = signed_in(at.specialist).post(
        reverse("office:check", args=[dossier.pk]), {**PASSED, "act": "receive"}
    )
    assert refused.status_code == 409


def test_a_stale_check_is_refused_and_loses_nothing(at: Office) -> None:
    dossier_id = received(at)
    response = signed_in(at.desk).post(
        reverse("office:check", args=[dossier_id]), {**PASSED, "act": "receive"}
    )
    assert response.status_code == 409
    assert "Hồ sơ đã sang bước khác" in text_of(response)


def test_pressing_twice_signs_and_issues_once(at: Office) -> None:
    dossier_id = received(at)
    signing(at, dossier_id)
    specialist = signed_in(at.specialist)
    assert "sang bước khác" in post(specialist, "submit_signing", dossier_id)
    code = Dossier.objects.get(pk=dossier_id).code
    leader = signed_in(at.leader)
    leader.post(reverse("office:sign"), {"dossier": [code]})
    assert "không còn chờ ký" in text_of(
        leader.post(reverse("office:sign"), {"dossier": [code]}, follow=True)
    )
    assert "Văn bản này đã ký" in post(
        leader, "return_draft", dossier_id, {"reason": "Sửa lại họ tên cho đúng"}
    )


def test_invented_items_values_and_outputs_are_left_out(at: Office) -> None:
    dossier = submitted(at.unit)
    desk = signed_in(at.desk)
    post(desk, "take", dossier.pk)
    forged = {"component:to-giay": "passed", "component:khac": "pass", "check:cu-tru": "pass", "act": "gì đó"}
    post(desk, "check", dossier.pk, forged)
    assert [check.item for check in Check.objects.all()] == ["check:cu-tru"]


def test_an_unknown_result_is_refused(at: Office) -> None:
    dossier_id = received(at)
    specialist = signed_in(at.specialist)
    post(specialist, "take", dossier_id)
    assert "Chọn loại kết quả" in post(specialist, "result", dossier_id, {"output": "khac"})
    assert "Lập dự thảo kết quả trước khi trình ký" in post(specialist, "submit_signing", dossier_id)
    page = specialist.get(reverse("office:result", args=[dossier_id]), {"output": "khac"})
    assert page.status_code == 200
    fields = {"output": "ket-qua", "field:holder_name": "A\x00\u202eB" + "x" * 5000, "field:number": "1/GIẢ"}
    post(specialist, "result", dossier_id, fields)


@pytest.mark.parametrize(
    "after", ["x", "_", "2026-11-02", "2026-13-45T00:00:00_x", f"2026-11-02T00:00:00_{UUID(int=1)}", "\x00"]
)
@pytest.mark.parametrize("tab", ["common", "done"])
def test_a_broken_page_address_begins_at_the_first(at: Office, after: str, tab: str) -> None:
    dossier = submitted(at.unit)
    page = signed_in(at.desk).get(reverse("office:queue"), {"tab": tab, "after": after})
    assert page.status_code == 200
    assert (dossier.code in text_of(page)) == (tab == "common")


def test_an_unknown_tab_is_not_there(at: Office) -> None:
    assert signed_in(at.desk).get(reverse("office:queue"), {"tab": "khac"}).status_code == 404


def test_a_long_queue_is_paged_by_key(at: Office) -> None:
    copies(submitted(at.unit), PAGE)
    desk = signed_in(at.desk)
    first = text_of(desk.get(reverse("office:queue"), {"tab": "common"}))
    assert "Trang sau" in first
    assert first.count("data-row") == PAGE
    address = first.partition('rel="next"')[0].rpartition('href="')[2].partition('"')[0].replace("&amp;", "&")
    second = text_of(desk.get(address))
    assert second.count("data-row") == 1
    assert "Về đầu danh sách" in second


def test_finished_work_is_paged_too(at: Office) -> None:
    dossier = submitted(at.unit)
    dossier.finished_at, dossier.step_kind, dossier.ball = MONDAY, "", "nobody"
    copies(dossier, PAGE)
    assert "Trang sau" in text_of(signed_in(at.desk).get(reverse("office:queue"), {"tab": "done"}))


@pytest.mark.parametrize("tab", ["mine", "common", "citizen", "signing", "return", "done"])
def test_a_queue_of_fifty_takes_five_queries(
    at: Office, tab: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    copies(submitted(at.unit), PAGE)
    desk = signed_in(at.desk)
    desk.get(reverse("office:queue"), {"tab": tab})
    with django_assert_max_num_queries(5):
        assert desk.get(reverse("office:queue"), {"tab": tab}).status_code == 200


def test_a_desk_takes_few_queries(at: Office, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    dossier = submitted(at.unit)
    desk = signed_in(at.desk)
    post(desk, "take", dossier.pk)
    with django_assert_max_num_queries(13):
        desk.get(reverse("office:desk", args=[dossier.pk]))


def test_search_finds_by_code_and_name_in_own_units_only(at: Office) -> None:
    mine, foreign = submitted(at.unit), submitted(office("H99.13").unit)
    desk = signed_in(at.desk)
    address = reverse("office:search")
    assert "Mã hồ sơ hoặc tên" in text_of(desk.get(address))
    assert mine.code in text_of(desk.get(address, {"q": mine.code[-8:]}))
    assert mine.code in text_of(desk.get(address, {"q": mine.applicant_name}))
    assert "Không có hồ sơ nào" in text_of(desk.get(address, {"q": foreign.code}))
    assert "Không có hồ sơ nào" in text_of(desk.get(address, {"q": "%_\x00" + "x" * 500}))


def test_keys_can_be_turned_off_and_rows_made_lower(at: Office) -> None:
    desk, address = signed_in(at.desk), reverse("office:shortcuts")
    assert "office." in text_of(desk.get(address)).partition("</head>")[0]
    page = text_of(desk.post(address, {"shortcuts": "off", "density": "compact"}, follow=True))
    assert "office" in page.partition("</head>")[0]
    assert ".js" in page
    assert desk.cookies["motcua_phim_tat"].value == "off"
    assert "mc-office--compact" in page
    assert "theme/office" not in page.partition("<script")[2].partition("</head>")[0]
    desk.post(address, {"shortcuts": "<x>", "density": "rất thấp"})
    assert desk.cookies["motcua_phim_tat"].value == "off"


def test_what_somebody_who_left_held_can_be_taken(at: Office) -> None:
    dossier = submitted(at.unit)
    post(signed_in(at.desk), "take", dossier.pk)
    colleague = signed_in(at.colleague)
    address = reverse("office:desk", args=[dossier.pk])
    assert "đang giữ hồ sơ này" in text_of(colleague.get(address))
    Post.objects.filter(account_id=at.desk.account_id).update(valid_until=NOW.date() - dt.timedelta(days=1))
    assert "đang giữ hồ sơ này" not in text_of(colleague.get(address))
    assert "Bạn đã nhận hồ sơ" in post(colleague, "take", dossier.pk)
