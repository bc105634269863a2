"""A dossier for its applicant: whose turn, by when, who; its papers; and nobody else's."""

import json
import uuid

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.factories.dossiers import office, submitted
from tests.factories.people import citizen, official
from tests.factories.settling import asked, received, refused, settled
from tests.jobs import run_jobs

from motcua.audit.models import Record
from motcua.dossiers.models import Dossier, Paper

pytestmark = pytest.mark.django_db


def page(client: Client, route: str, *parts: object) -> str:
    answer = client.get(reverse(f"portal:{route}", args=parts))
    assert answer.status_code == 200, answer.status_code
    return " ".join(answer.content.decode().split())


def test_new_dossier_that_nobody_answered_says_so_unasked(client: Client) -> None:
    me = citizen()
    dossier = submitted(office().unit, me)
    client.force_login(me)
    text = page(client, "dossier", dossier.pk)
    assert "Đã nộp, chờ kiểm tra" in text
    assert "Đến lượt UBND phường Hòa Bến" in text
    assert "Chúng tôi xin lỗi vì chậm hẹn" in text
    assert "Lẽ ra chúng tôi phải trả lời bạn trước 09:00, thứ Ba 3/11/2026" in text
    assert "0299 123 456" in text


def test_due_date_opens_into_its_derivation(client: Client) -> None:
    me = citizen()
    dossier = received(office(), me)
    client.force_login(me)
    text = page(client, "dossier", dossier.pk)
    assert "17:30, thứ Năm 5/11/2026" in text
    assert "data-derivation" in text
    assert "10:00 thứ Hai 2/11/2026" in text
    assert "Ngày hẹn trả thứ Năm 5/11/2026 đã qua mà chưa có kết quả" in text


def test_timeline_names_offices_and_no_officials(client: Client) -> None:
    me = citizen()
    at = office()
    dossier = received(at, me)
    client.force_login(me)
    text = page(client, "dossier", dossier.pk)
    assert "Bộ phận Một cửa, UBND phường Hòa Bến" in text
    assert at.desk.name not in text


def test_slip_being_made_is_said_and_then_served(client: Client) -> None:
    me = citizen()
    dossier = received(office(), me)
    client.force_login(me)
    paper = Paper.objects.get(dossier=dossier)
    assert "Đang tạo tệp" in page(client, "dossier", dossier.pk)
    assert "Phiếu đang được tạo" in page(client, "slip", dossier.pk, paper.pk)
    run_jobs()
    answer = client.get(reverse("portal:slip", args=(dossier.pk, paper.pk)))
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")


def test_refusal_shows_its_reason(client: Client) -> None:
    me = citizen()
    dossier = refused(office(), me, "Bạn cư trú ở xã khác, không phải xã này")
    client.force_login(me)
    text = page(client, "dossier", dossier.pk)
    assert "Không tiếp nhận" in text
    assert "Lý do: Bạn cư trú ở xã khác, không phải xã này" in text


def test_supplement_is_asked_on_top_with_reasons(client: Client) -> None:
    me = citizen()
    dossier = asked(office(), me)
    client.force_login(me)
    text = page(client, "dossier", dossier.pk)
    assert "Đến lượt bạn" in text
    assert "<strong>Tờ giấy kèm theo</strong>: Ảnh tờ giấy bị mờ" in text
    assert reverse("portal:supplement", args=(dossier.pk,)) in text


def test_own_file_is_served_and_looking_is_recorded(client: Client) -> None:
    me = citizen()
    dossier = submitted(office().unit, me)
    sha256 = dossier.files.get().stored_id
    client.force_login(me)
    answer = client.get(reverse("portal:dossier_file", args=(dossier.pk, sha256)))
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    seen = Record.objects.filter(act="dossier:viewed").values_list("actor", "payload")
    assert [(actor, json.loads(payload)["details"]["what"]) for actor, payload in seen] == [
        (f"account:{me.pk}", f"file {sha256}")
    ]


@pytest.mark.parametrize(
    ("route", "parts"),
    [
        ("dossier", ()),
        ("dossier_file", ("0" * 64,)),
        ("slip", (1,)),
        ("slip", (10**30,)),
        ("supplement", ()),
        ("result", ()),
        ("result_file", (1,)),
        ("rate", ()),
    ],
)
def test_foreign_and_unknown_dossiers_look_the_same(
    client: Client, route: str, parts: tuple[object, ...]
) -> None:
    dossier = submitted(office().unit, citizen("Người Khác"))
    client.force_login(citizen())
    answers = [
        client.get(reverse(f"portal:{route}", args=(dossier_id, *parts)))
        for dossier_id in (dossier.pk, uuid.uuid4())
    ]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert not Record.objects.filter(act="dossier:viewed").exists()


def test_file_of_another_dossier_is_not_served_through_mine(client: Client) -> None:
    at, me = office(), citizen()
    mine = submitted(at.unit, me)
    stranger = settled(at, citizen("Người Khác"))
    client.force_login(me)
    assert stranger.signed_file is not None
    for route, part in (("dossier_file", stranger.signed_file.pk), ("result_file", stranger.pk)):
        assert client.get(reverse(f"portal:{route}", args=(mine.pk, part))).status_code == 404


def test_visitors_and_officials_are_sent_to_sign_in(client: Client) -> None:
    dossier = submitted(office().unit, citizen())
    address = reverse("portal:dossier", args=(dossier.pk,))
    assert client.get(address)["Location"] == f"/dang-nhap/?next={address.replace('/', '%2F')}"
    client.force_login(official("ai-do"))
    assert client.get(address)["Location"].startswith("/dang-nhap/")


def test_dossier_page_costs_a_bounded_number_of_queries(client: Client) -> None:
    me = citizen()
    result = settled(office(), me)
    client.force_login(me)
    page(client, "dossier", result.dossier_id)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        page(client, "dossier", result.dossier_id)
    assert len(queries) <= 14, [query["sql"] for query in queries]


def test_my_affairs_puts_each_in_its_group(client: Client) -> None:
    at, me = office(), citizen()
    client.force_login(me)
    assert "Bạn chưa có hồ sơ nào" in page(client, "my_affairs")
    mine = asked(at, me)
    text = page(client, "my_affairs")
    assert "Đến lượt bạn (1)" in text
    assert "Không có hồ sơ nào đang chờ cơ quan" in text
    assert reverse("portal:dossier", args=(mine.pk,)) in text


def test_my_affairs_shows_nothing_of_others(client: Client) -> None:
    submitted(office().unit, citizen("Người Khác"))
    client.force_login(citizen())
    assert Dossier.objects.get().code not in page(client, "my_affairs")
