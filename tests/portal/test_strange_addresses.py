"""Addresses, cookies and character sets nobody's browser sends: answered, never a 500."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from tests.factories.dossiers import office, submitted
from tests.factories.people import citizen

pytestmark = pytest.mark.django_db
NUL = "%00"


@pytest.mark.parametrize("key", ["a" * 20 + "\x00" * 12, "\x00" * 32, "'" * 40, "", "é" * 20])
def test_a_session_key_of_other_signs_is_an_unknown_one(client: Client, key: str) -> None:
    client.cookies[settings.SESSION_COOKIE_NAME] = key
    assert client.get("/viec-cua-toi/").status_code == 302


def test_a_file_is_named_by_a_digest_only(client: Client) -> None:
    account = citizen("Nguyễn Thị Bích Thử")
    dossier = submitted(office().unit, account)
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    for name in (NUL, "a" * 63 + NUL, "A" * 64, "a" * 65):
        assert client.get(f"/ho-so/{dossier.pk}/tep/{name}/").status_code == 404
        assert client.get(f"/can-bo/ho-so/{dossier.pk}/tep/{name}/").status_code == 404
    assert reverse("portal:dossier_file", args=[dossier.pk, "a" * 64])
    assert client.get(f"/kiem-tra/{NUL}/").status_code == 404


@pytest.mark.parametrize("charset", ["hex", "unicode_escape", "utf-16", "no-such"])
def test_only_utf_8_is_understood(client: Client, charset: str) -> None:
    kind = f"application/x-www-form-urlencoded; charset={charset}"
    assert client.generic("POST", "/tra-cuu/", b"code=a&digits=1234", kind).status_code == 400
    assert client.get("/tra-cuu/").status_code == 200


@pytest.mark.parametrize("charset", ["utf-8", "UTF-8", '"utf-8"'])
def test_utf_8_in_any_spelling_is_understood(client: Client, charset: str) -> None:
    kind = f"application/x-www-form-urlencoded; charset={charset}"
    assert client.generic("POST", "/tra-cuu/", b"code=a&digits=1234", kind).status_code == 422
