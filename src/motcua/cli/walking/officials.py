# SPDX-License-Identifier: EUPL-1.2
"""The officials' half: take, check and receive; draft and submit; sign; issue."""

from collections.abc import Iterator
from contextlib import contextmanager

from motcua.cli.walking.journey import Journey
from motcua.cli.walking.pages import Form
from motcua.cli.walking.visitor import Shown, Visitor

_SIGN_IN = "/can-bo/dang-nhap/"
_REGISTRY = "/can-bo/van-thu/"


def receive(journey: Journey) -> None:
    """The one-stop desk takes, checks every item and receives: the legal clock starts."""
    with (
        journey.doing("Một cửa: nhận, kiểm tra, tiếp nhận") as evidence,
        _official(journey, "one_stop") as desk,
    ):
        shown = _take(journey, desk, "/can-bo/?tab=common")
        form = shown.page.form_to("/kiem-tra/")
        if form is None:
            raise shown.fail("Bàn làm việc không có bảng kiểm tra.")
        verdicts = _all_passed(form)
        after = desk.send(
            shown, form, {**verdicts, "act": "receive"}, address=journey.office_path("kiem-tra/")
        )
        evidence += [("Mục đã kiểm", str(len(verdicts))), ("Cơ quan nói", _said(after))]


def draft(journey: Journey) -> None:
    """The specialist takes, keeps the prefilled draft and submits it."""
    with (
        journey.doing("Chuyên viên: lập dự thảo, trình ký") as evidence,
        _official(journey, "specialist") as desk,
    ):
        _take(journey, desk, "/can-bo/?tab=common")
        shown = desk.get(journey.office_path("ket-qua/"))
        form = shown.page.form_to("/ket-qua/")
        if form is None:
            raise shown.fail("Trang dự thảo không có biểu mẫu.")
        after = desk.send(shown, form, {}, address=journey.office_path("trinh-ky/"))
        filled = sum(1 for name, value in form.fields if name.startswith("field:") and value)
        evidence += [("Dòng điền sẵn", str(filled)), ("Cơ quan nói", _said(after))]


def sign(journey: Journey) -> None:
    """The leader signs the list's one dossier."""
    with journey.doing("Lãnh đạo: ký") as evidence, _official(journey, "leader") as desk:
        shown = desk.get("/can-bo/ky/")
        if journey.code not in shown.page.words:
            raise shown.fail(f"Hồ sơ {journey.code} không có trong danh sách chờ ký.")
        evidence.append(
            ("Cơ quan nói", _said(desk.post(shown, "/can-bo/ky/dat/", {"dossier": journey.code})))
        )


def issue(journey: Journey) -> None:
    """The clerk issues, once the worker has made the signed file."""
    with journey.doing("Văn thư: cấp số, phát hành") as evidence, _official(journey, "clerk") as desk:
        address = f"{_REGISTRY}{journey.dossier_id}/phat-hanh/"

        def signed_file() -> Shown | None:
            shown = desk.get(_REGISTRY)
            return shown if shown.page.form_to(address) else None

        shown = desk.wait_for(signed_file, _REGISTRY, "tệp có chữ ký của lãnh đạo")
        evidence.append(("Cơ quan nói", _said(desk.post(shown, address, {}))))


@contextmanager
def _official(journey: Journey, function: str) -> Iterator[Visitor]:
    """An official who has signed in."""
    with Visitor(journey.plan.portal) as visitor:
        page = visitor.get(_SIGN_IN)
        form = page.page.form_to(_SIGN_IN)
        if form is None:
            raise page.fail("Trang đăng nhập cán bộ không có biểu mẫu.")
        name = journey.plan.officials[function]
        shown = visitor.send(page, form, {"username": name, "password": journey.plan.password})
        if shown.path == _SIGN_IN:
            raise shown.fail(f"Cán bộ {name} không đăng nhập được.")
        yield visitor


def _take(journey: Journey, desk: Visitor, queue: str) -> Shown:
    """Takes the dossier from the common queue; the desk."""
    shown = desk.post(desk.get(queue), journey.office_path("nhan/"), {})
    if shown.path != journey.office_path():
        raise shown.fail(f"Không nhận được hồ sơ {journey.code}.")
    return shown


def _all_passed(form: Form) -> dict[str, str]:
    """Every item passed, but for those the machine has set aside."""
    chosen = dict(form.fields)
    items = (name for name, values in form.options.items() if "pass" in values)
    return {name: "skip" if chosen.get(name) == "skip" else "pass" for name in items}


def _said(shown: Shown) -> str:
    """The notice on the page; a page without one has refused."""
    notice = shown.page.text_of(".mc-notice")
    warned = shown.page.texts.get(".mc-notice--warning") or shown.page.texts.get(".mc-notice--danger")
    if not notice or warned:
        raise shown.fail("Việc này chưa được ghi nhận.")
    return notice
