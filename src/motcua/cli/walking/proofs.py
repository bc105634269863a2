# SPDX-License-Identifier: EUPL-1.2
"""What shows that the job was done: due date explained, signed papers, the public pages, the rating."""

from motcua.cli.walking.journey import Journey
from motcua.cli.walking.visitor import Shown, Visitor
from motcua.core.values import Problem
from motcua.signatures.verify import verify_pdf

_PDF = "application/pdf"


def track(journey: Journey) -> None:
    """Anyone with code and digits sees where it stands."""
    with journey.doing("Tra cứu bằng mã và 4 số, không đăng nhập") as evidence, _anyone(journey) as visitor:
        page = visitor.get("/tra-cuu/")
        form = next((form for form in page.page.forms if "digits" in form.names()), None)
        if form is None:
            raise page.fail("Trang tra cứu không có ô 4 số.")
        shown = visitor.send(page, form, {"code": journey.code, "digits": journey.digits})
        evidence.append(("Tình trạng", shown.page.text_of("h1")))


def explain_due_date(journey: Journey) -> None:
    """The citizen reads the due date with its derivation, and gets the slip."""
    with journey.doing("Người dân: xem ngày hẹn trả, tải Mẫu 01") as evidence:
        address = journey.dossier_path()

        def slip() -> Shown | None:
            shown = journey.citizen.get(address)
            return shown if shown.page.link_with("/phieu/") else None

        shown = journey.citizen.wait_for(slip, address, "tệp Giấy tiếp nhận (Mẫu 01)")
        lines = shown.page.texts.get("[data-derivation]")
        if not lines:
            raise shown.fail("Trang hồ sơ không giải thích ngày hẹn trả.")
        evidence.append(("Cách tính", "; ".join(lines)))
        paper = journey.citizen.get(shown.page.link_with("/phieu/") or "")
        evidence.extend((*_saved(journey, paper, "mau-01"), *_signatures(journey, paper)))


def receive_result(journey: Journey) -> None:
    """The citizen downloads the sealed PDF; its signatures are checked here, without the server."""
    with journey.doing("Người dân: tải kết quả, kiểm tra chữ ký") as evidence:
        address = journey.dossier_path("ket-qua/")

        def result() -> Shown | None:
            shown = journey.citizen.get(address)
            return shown if shown.page.link_with("/tai-ve/") else None

        shown = journey.citizen.wait_for(result, address, "kết quả đã đóng dấu")
        # What the QR opens is an address of the server's own name; the same page is asked for here.
        links = (href.rpartition("/kiem-tra/") for href, _ in shown.page.links)
        code = next((ending for _, found, ending in links if found and ending), "")
        if not code:
            raise shown.fail("Trang kết quả không có đường dẫn kiểm tra.")
        journey.verify_path = f"/kiem-tra/{code}"
        paper = journey.citizen.get(shown.page.link_with("/tai-ve/") or "")
        journey.result = paper.content
        evidence.extend((*_saved(journey, paper, "ket-qua"), *_signatures(journey, paper)))


def verify_in_public(journey: Journey) -> None:
    """Anyone checks the code of the QR, and the file."""
    with journey.doing("Ai cũng kiểm tra được: bằng mã và bằng tệp") as evidence, _anyone(journey) as visitor:
        by_code = visitor.get(journey.verify_path)
        if not by_code.page.texts.get(".mc-banner--success"):
            raise by_code.fail("Trang kiểm tra không xác nhận giấy này.")
        page = visitor.get("/kiem-tra/")
        form = next((form for form in page.page.forms if form.method == "post"), None)
        if form is None:
            raise page.fail("Trang kiểm tra không nhận tệp.")
        by_file = visitor.send(page, form, {}, uploads={"tep": ("ket-qua.pdf", journey.result, _PDF)})
        if not by_file.page.texts.get(".mc-banner--success"):
            raise by_file.fail("Trang kiểm tra không xác nhận tệp này.")
        evidence += [
            ("Bằng mã", by_code.page.text_of("h1")),
            ("Bằng tệp", by_file.page.text_of(".mc-banner__title")),
        ]


def rate(journey: Journey) -> None:
    """The citizen says how it went."""
    with journey.doing("Người dân: đánh giá") as evidence:
        page = journey.citizen.get(journey.dossier_path("danh-gia/"))
        form = next((form for form in page.page.forms if "grade" in form.names()), None)
        if form is None:
            raise page.fail("Trang đánh giá không có biểu mẫu.")
        shown = journey.citizen.send(page, form, {"grade": "3"})
        evidence.append(("Cổng nói", shown.page.text_of(".mc-notice")))


def _anyone(journey: Journey) -> Visitor:
    return Visitor(journey.plan.portal)


def _saved(journey: Journey, paper: Shown, name: str) -> list[tuple[str, str]]:
    if paper.media_type != _PDF:
        raise paper.fail("Đây không phải tệp PDF.")
    journey.plan.folder.mkdir(parents=True, exist_ok=True)
    file = journey.plan.folder / f"{journey.code}-{name}.pdf"
    file.write_bytes(paper.content)
    return [("Tệp", str(file))]


def _signatures(journey: Journey, paper: Shown) -> list[tuple[str, str]]:
    roots = [journey.plan.authority.read_bytes()]
    checked = verify_pdf(paper.content, roots)
    if isinstance(checked, Problem) or not checked.genuine:
        raise paper.fail(f"Chữ ký chưa được xác nhận: {checked.message}")
    signers = "; ".join(check.signer for check in checked.signatures)
    return [("Chữ ký", f"{checked.message} Người ký: {signers}")]
