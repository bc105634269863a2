# SPDX-License-Identifier: EUPL-1.2
"""The citizen's half: find, begin, sign in, answer, send a photo, check, submit; later receive and rate."""

from io import BytesIO
from urllib.parse import urlsplit

from PIL import Image, ImageDraw

from motcua.cli.walking.journey import ANSWERS, PROCEDURE, SEARCH, Journey
from motcua.cli.walking.pages import Form
from motcua.cli.walking.visitor import Shown

_MOST_PAGES = 40


def apply(journey: Journey) -> None:
    """From the home page to the proof of submission."""
    start = _find(journey)
    shown = _sign_in(journey, _begin(journey, start))
    _submit(journey, _fill_in(journey, shown))


def _find(journey: Journey) -> Shown:
    with journey.doing("Tìm thủ tục") as evidence:
        home = journey.citizen.get("/")
        form = next((form for form in home.page.forms if "q" in form.names()), None)
        if form is None:
            raise home.fail("Trang chủ không có ô tìm.")
        hits = journey.citizen.send(home, form, {"q": SEARCH})
        link = hits.page.link_with(f"/thu-tuc/{PROCEDURE}/")
        if link is None:
            raise hits.fail(f"Tìm “{SEARCH}” mà không thấy thủ tục {PROCEDURE}.")
        page = journey.citizen.get(link)
        evidence += [("Gõ", SEARCH), ("Thấy", page.page.text_of("h1"))]
        return page


def _begin(journey: Journey, at: Shown) -> Shown:
    with journey.doing("Bắt đầu khai") as evidence:
        shown = journey.citizen.send(at, _form(at, "/bat-dau/"), {})
        evidence.append(("Bản nháp", shown.path.split("/")[2]))
        return shown


def _sign_in(journey: Journey, at: Shown) -> Shown:
    with journey.doing("Đăng nhập ở VNeID giả lập") as evidence:
        shown = journey.citizen.send(at, _form(at, "/dang-nhap/vneid/"), {})
        portal = urlsplit(journey.plan.portal).netloc
        for _ in range(4):
            if urlsplit(shown.url).netloc == portal:
                evidence += [("Người thử", journey.plan.person), ("Về lại trang", shown.page.text_of("h1"))]
                return shown
            shown = _at_issuer(journey, shown)
        raise shown.fail("VNeID giả lập không đưa về lại cổng.")


def _at_issuer(journey: Journey, at: Shown) -> Shown:
    """One page of the stand-in: who one is, then the consent."""
    for form in at.page.forms:
        for name, value in (("person", journey.plan.person), ("action", "grant")):
            if any((button.name, button.value) == (name, value) for button in form.buttons):
                return journey.citizen.send(at, form, {name: value})
    raise at.fail(f"VNeID giả lập không có người thử “{journey.plan.person}”.")


def _fill_in(journey: Journey, shown: Shown) -> Shown:
    with journey.doing("Trả lời câu hỏi và gửi ảnh giấy tờ") as evidence:
        sent: list[str] = []
        for number in range(_MOST_PAGES):
            if shown.path.endswith("/kiem-tra/"):
                evidence += [("Số trang", str(number)), ("Giấy đã gửi", ", ".join(sent) or "không cần")]
                return shown
            shown = _next_page(journey, shown, sent)
        raise shown.fail(f"Sau {_MOST_PAGES} trang vẫn chưa đến trang kiểm tra.")


def _next_page(journey: Journey, at: Shown, sent: list[str]) -> Shown:
    """Does what the page asks for, and goes on."""
    if at.path.endswith("/giay-to/"):
        return _papers(journey, at, sent)
    form = _form(at, at.path)
    if "/giay-to/" in at.path:
        sent.append(at.page.text_of("h1"))
        photo = ("giay.jpg", photo_of(at.page.text_of("h1")), "image/jpeg")
        return journey.citizen.send(at, form, {"viec": "xong"}, uploads={"tep": photo})
    values = ANSWERS if "/trang/" in at.path else _first_choices(form)
    following = journey.citizen.send(at, form, values)
    if following.path == at.path and following.page.texts.get(".govuk-error-summary__body"):
        raise following.fail("Câu trả lời chưa được nhận.")
    return following


def _papers(journey: Journey, at: Shown, sent: list[str]) -> Shown:
    """To a paper that was not sent yet, else to the check."""
    papers = [href for href, _ in at.page.links if href.startswith(at.path) and href != at.path]
    if len(sent) < len(papers):
        return journey.citizen.get(papers[len(sent)])
    return journey.citizen.get(at.path.replace("/giay-to/", "/kiem-tra/"))


def _submit(journey: Journey, at: Shown) -> None:
    with journey.doing("Nộp hồ sơ") as evidence:
        shown = journey.citizen.send(at, _form(at, "/nop/"), {"delivery": "electronic"})
        if not shown.path.endswith("/da-nop/"):
            raise shown.fail("Nộp xong mà không đến trang đã nộp.")
        journey.dossier_id = shown.path.split("/")[2]
        journey.code = shown.page.marks.get("data-copy", "")
        journey.digits = shown.page.text_of(".mc-digits")
        if not journey.code:
            raise shown.fail("Trang đã nộp không có mã hồ sơ.")
        evidence += [("Mã hồ sơ", journey.code), ("4 số tra cứu", journey.digits)]
        evidence.append(("Trả lời trước", shown.page.text_of("time")))


def photo_of(text: str) -> bytes:
    """A photograph of a paper that says so: JPEG, 1200 × 1600."""
    picture = Image.new("RGB", (1200, 1600), "white")
    drawing = ImageDraw.Draw(picture)
    drawing.rectangle((60, 60, 1140, 1540), outline="black", width=6)
    drawing.text((120, 120), f"motcua walk: {text}".encode("ascii", "replace").decode(), fill="black")
    output = BytesIO()
    picture.save(output, "JPEG", quality=85)
    return output.getvalue()


def _first_choices(form: Form) -> dict[str, str]:
    """The first option wherever nothing is chosen yet."""
    chosen = {name for name, _ in form.fields}
    return {name: values[0] for name, values in form.options.items() if values and name not in chosen}


def _form(at: Shown, ending: str) -> Form:
    form = at.page.form_to(ending)
    if form is None:
        raise at.fail(f"Trang không có biểu mẫu gửi đến …{ending}.")
    return form
