"""A person filling in the test service, page by page."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from tests.documents.samples import jpeg

ADDRESS = {"home.line": "12 đường Bến Cũ", "home.ward": "Phường Hòa Bến", "home.province": "Tỉnh Sông Bình"}
ABOUT = {
    "full_name": "Trần Thị Thử",
    "birth.day": "27",
    "birth.month": "3",
    "birth.year": "1998",
    "gender": "nu",
    **ADDRESS,
}
CONTACT = {"phone": "0912 345 678", "email": "", "delivery": "electronic"}


@dataclass(frozen=True)
class Walk:
    """One draft and whoever holds it."""

    client: Client
    path: str

    def get(self, page: str) -> HttpResponse:
        return self.client.get(self.path + page)

    def post(self, page: str, data: Mapping[str, object]) -> HttpResponse:
        return self.client.post(self.path + page, data)

    def goes_to(self, page: str, data: Mapping[str, object]) -> str:
        """Posts a page that must be in order; where it leads, within the draft."""
        response = self.post(page, data)
        assert response.status_code == 302, response.content.decode()
        return response.headers["Location"].removeprefix(self.path)

    @property
    def draft_id(self) -> str:
        return self.path.split("/")[2]


def begin(client: Client, code: str = "9.000001") -> Walk:
    response = client.post(f"/thu-tuc/{code}/bat-dau/")
    assert response.status_code == 302
    return Walk(client, response.headers["Location"].removesuffix("thong-tin-da-co/"))


def photo(name: str = "anh.jpg", content: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, jpeg() if content is None else content, "image/jpeg")


def fill_in(walk: Walk) -> None:
    """Every page of questions, as short as can be; the unit is chosen elsewhere."""
    walk.goes_to("trang/dieu-kien/", {"adult": "yes", "abroad": "no"})
    walk.goes_to("trang/ve-ban/", ABOUT)
    walk.goes_to("trang/con/muc/moi/", {"child_name": "Trần Văn Con", "adopted": "no"})
    walk.goes_to("trang/them/", {"note": "Xin chào", "nation": "01"})
    walk.goes_to("trang/cam-doan/", {"sure": "yes", "phone": "0912345678"})


def complete(client: Client) -> Walk:
    """A draft with nothing left to do but to submit."""
    walk = begin(client)
    fill_in(walk)
    walk.get("noi-giai-quyet/")
    walk.goes_to("giay-to/to-giay/", {"tep": photo()})
    return walk
