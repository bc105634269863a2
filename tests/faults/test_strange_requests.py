"""Every address with every method, made-up ids and junk, by everybody: never a 500, never another's page."""

import random
from collections.abc import Iterator
from uuid import UUID

import httpx
import psycopg
import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from tests.http_visitor import Visitor
from tests.stack import Stack

SEED = 20261122
METHODS = ("GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS")
JUNK: tuple[dict[str, str], ...] = (
    {},
    {"@shown": "\0", "unit": "9" * 40, "bo": "-1", "act": "receive", "grade": "x", "q": "\0\ud7ff"},
    {
        "reason": "x" * 9000,
        "code": "'; --",
        "digits": "٤٤٤٤",
        "phone": "\u202e",
        "ma": "%00",
        "sua": "../../etc",
    },
    {
        "viec": "them",
        "tep": "not a file",
        "output": "../official",
        "field:x": "y",
        "dossier": "H99.12-1",
        "bo": "1e9",
    },
)
UNKNOWN = UUID("00000000-0000-4000-8000-000000000000")


@pytest.fixture(params=["nobody", "citizen", "official"])
def visitor(request: pytest.FixtureRequest, stack: Stack) -> Iterator[Visitor]:
    made = Visitor(stack.portal)
    if request.param == "citizen":
        made.get("/viec-cua-toi/")
        made.sign_in("nong-dan")
    elif request.param == "official":
        made.get("/can-bo/dang-nhap/")
        made.post({"username": "anlactrung.motcua2", "password": "Dung-thu-2026"})
    yield made
    made.client.close()


def _routes(resolver: URLResolver, prefix: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern, route)
        elif isinstance(pattern, URLPattern):
            yield route


def _addresses(ids: list[str], chance: random.Random) -> Iterator[str]:
    """Each address with a foreign id and an unknown one; other parts by chance."""
    words = ["con", "moi", "0", "7", "giay-chung-sinh", "khong-co", "KHONGCOMA123"]
    for route in _routes(get_resolver()):
        for identity in (chance.choice(ids), str(UNKNOWN)):
            parts = []
            for part in route.split("/"):
                if not part.startswith("<"):
                    parts.append(part)
                elif "uuid" in part:
                    parts.append(identity)
                elif "int" in part:
                    parts.append(chance.choice(["0", "1", "99999999999999999999"]))
                elif "sha256" in part:
                    parts.append(chance.choice(["0" * 64, "..", "x"]))
                elif "procedure_code" in part:
                    parts.append(chance.choice(["1.001193", "9.999999"]))
                else:
                    parts.append(chance.choice(words))
            yield "/" + "/".join(parts)


def test_no_request_makes_the_server_fail(stack: Stack, visitor: Visitor) -> None:
    chance = random.Random(SEED)
    with psycopg.connect(stack.database) as connection:
        rows = connection.execute(
            "SELECT id::text FROM dossiers_dossier UNION SELECT id::text FROM dossiers_draft"
        )
        ids = [row[0] for row in rows] or [str(UNKNOWN)]
    visitor.get("/tra-cuu/")
    token = visitor.page.text.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    failed, opened = [], []
    visitor.client.follow_redirects = False
    for address in _addresses(ids, chance):
        if "/dang-xuat/" in address:
            continue
        for method in METHODS:
            answer = _ask_again(visitor.client, method, stack.portal + address, token, chance)
            if answer.status_code >= 500:
                failed.append((method, address, answer.status_code))
            if method == "GET" and answer.status_code == 200 and _is_personal(address):
                opened.append(address)
    assert failed == []
    assert opened == []
    assert visitor.get("/suc-khoe/").status_code == 200


def _ask_again(
    client: httpx.Client, method: str, url: str, token: str, chance: random.Random
) -> httpx.Response:
    """Once more when the server had closed the connection that was kept, as browsers do."""
    try:
        return _ask(client, method, url, token, chance)
    except httpx.RemoteProtocolError:
        return _ask(client, method, url, token, chance)


def _ask(client: httpx.Client, method: str, url: str, token: str, chance: random.Random) -> httpx.Response:
    if method == "GET" and chance.random() < 0.5:
        return client.get(url, params=chance.choice(JUNK))
    if method != "POST":
        return client.request(method, url)
    data = {**chance.choice(JUNK), "csrfmiddlewaretoken": token}
    if chance.random() < 0.3:
        return client.post(
            url,
            content=b"\xff\xfe=%ZZ&csrfmiddlewaretoken=" + token.encode(),
            headers={"content-type": "application/x-www-form-urlencoded"},
        )
    return client.post(url, data=data)


def _is_personal(address: str) -> bool:
    """Whether the address names a draft or a dossier, none of which is this visitor's."""
    return address.startswith(("/khai/", "/ho-so/", "/can-bo/ho-so/"))
