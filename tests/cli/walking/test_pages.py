"""Reading pages without a browser."""

from motcua.cli.walking.citizen import photo_of
from motcua.cli.walking.pages import read_page
from motcua.documents.intake import Accepted, read_upload

PAGE = """
<h1>Bạn cần <b>giấy</b> gì?</h1>
<form action="/gui/?ve=1" method="POST">
<input type="hidden" name="csrfmiddlewaretoken" value="t&amp;t">
<input name="full_name" value="Lan">
<input type="radio" name="purpose" value="a"><input type="radio" name="purpose" value="b" checked>
<input type="checkbox" name="papers" value="1" checked><input type="checkbox" name="papers" value="2" checked>
<select name="nation"><option value="">Chọn</option><option value="01" selected>Kinh</option></select>
<textarea name="note">
Hai
dòng</textarea>
<input type="file" name="tep">
<button name="viec" value="xong">Xong</button><button formaction="/gui/nhap/">Nháp</button>
</form>
<p class="mc-notice mc-notice--success">Đã ghi.</p>
<a href="/thu-tuc/1/">Một</a>
<button data-copy="H99-1">Chép</button>
<ol><li data-line>Một</li><li data-line>Hai</li></ol>
"""


def test_form_is_sent_as_it_stands() -> None:
    form = read_page(PAGE).forms[0]
    assert (form.address, form.method) == ("/gui/?ve=1", "post")
    assert form.filled({}) == {
        "csrfmiddlewaretoken": ["t&t"],
        "full_name": ["Lan"],
        "purpose": ["b"],
        "papers": ["1", "2"],
        "nation": ["01"],
        "note": ["Hai dòng"],
    }


def test_filling_in_changes_only_what_the_form_asks() -> None:
    sent = read_page(PAGE).forms[0].filled({"purpose": "a", "papers": "2", "unknown": "x"})
    assert (sent["purpose"], sent["papers"]) == (["a"], ["2"])
    assert "unknown" not in sent


def test_forms_are_found_by_where_they_or_their_buttons_lead() -> None:
    page = read_page(PAGE)
    assert page.form_to("/gui/") is page.form_to("/gui/nhap/") is page.forms[0]
    assert page.form_to("/khac/") is None


def test_words_links_and_marks() -> None:
    page = read_page(PAGE)
    assert page.text_of("h1") == "Bạn cần giấy gì?"
    assert page.text_of(".mc-notice") == "Đã ghi."
    assert page.text_of("h2") == ""
    assert page.link_with("/thu-tuc/") == "/thu-tuc/1/"
    assert page.link_with("/ho-so/") is None
    assert page.marks["data-copy"] == "H99-1"
    assert page.texts["[data-line]"] == ["Một", "Hai"]


def test_broken_html_is_read_as_far_as_it_goes() -> None:
    page = read_page("<form><p><b>mở</p></i><input name=a value=1></form></form><input name=b>")
    assert page.forms[0].filled({}) == {"a": ["1"]}


def test_the_photo_is_one_the_portal_accepts() -> None:
    assert isinstance(read_upload("giay.jpg", photo_of("Giấy cũ")), Accepted)
