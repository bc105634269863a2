# SPDX-License-Identifier: EUPL-1.2
"""The made-up province of demonstrations: code 99 belongs to nobody, and so do the people."""

from dataclasses import dataclass
from datetime import date

from motcua.organisations.models import Function, Tier

PROVINCE = "99"
PASSWORD = "Dung-thu-2026"  # noqa: S105 - printed for everybody, and only where nothing is real.
POSTS_FROM = date(2025, 7, 1)

_DAY = [["07:30", "11:30"], ["13:30", "17:30"]]
OFFICE_HOURS = {str(weekday): _DAY for weekday in range(5)}
WITH_SATURDAY = {**OFFICE_HOURS, "5": [["07:30", "11:30"]]}


@dataclass(frozen=True, slots=True)
class DemoUnit:
    """A unit; parent is a code or "" for the province itself."""

    code: str
    name: str
    parent: str
    tier: Tier
    calendar: str
    address: str
    phone: str
    receives: bool = True


@dataclass(frozen=True, slots=True)
class DemoLogin:
    """One account to try the office with."""

    role: str
    name: str
    login: str
    password: str
    place: str
    unit: str
    title: str
    function: Function


CALENDARS = {"Giờ hành chính tỉnh Sông Bình": OFFICE_HOURS, "Xã An Lạc Trung, có sáng thứ Bảy": WITH_SATURDAY}
_HOURS, _SATURDAY = CALENDARS
_COMMUNE, _PROVINCE = Tier.COMMUNE, Tier.PROVINCE

UNITS = (
    DemoUnit(
        "H99", "UBND tỉnh Sông Bình", "", _PROVINCE, _HOURS, "1 đường Sông Bình", "0900 000 990",
        receives=False,
    ),
    DemoUnit(
        "H99.1", "Trung tâm Phục vụ hành chính công tỉnh", "H99", _PROVINCE, _HOURS,
        "3 đường Sông Bình", "0900 000 991",
    ),
    DemoUnit(
        "H99.12", "UBND phường Hòa Bến", "H99", _COMMUNE, _HOURS,
        "20 đường Bến Cũ, phường Hòa Bến", "0900 000 992",
    ),
    DemoUnit(
        "H99.13", "UBND xã An Lạc Trung", "H99", _COMMUNE, _SATURDAY,
        "Thôn Trung, xã An Lạc Trung", "0900 000 993",
    ),
)  # fmt: skip

_JOBS = (
    ("motcua1", Function.ONE_STOP, "Công chức Bộ phận Một cửa"),
    ("motcua2", Function.ONE_STOP, "Công chức Bộ phận Một cửa"),
    ("chuyenvien1", Function.SPECIALIST, "Công chức tư pháp – hộ tịch"),
    ("chuyenvien2", Function.SPECIALIST, "Công chức kinh tế"),
    ("lanhdao", Function.LEADER, "Phó Chủ tịch"),
    ("vanthu", Function.CLERK, "Công chức văn thư"),
)
_ROLES = {
    Function.ONE_STOP: "Một cửa",
    Function.SPECIALIST: "Chuyên viên",
    Function.LEADER: "Lãnh đạo",
    Function.CLERK: "Văn thư",
}
_NAMES = {
    "hoaben": ("Lý Thu Hà", "Mai Văn Sơn", "Trịnh Thị Lan", "Cao Đức Minh", "Đinh Quang Vinh", "Tạ Kim Oanh"),
    "anlactrung": (
        "Phan Thị Mận", "Hồ Văn Tám", "Lương Thị Sen", "Vũ Hữu Phước", "Ngô Thanh Bình", "Dương Thị Cúc",
    ),
}  # fmt: skip
_UNIT_OF = {"hoaben": UNITS[2], "anlactrung": UNITS[3]}


def _login(prefix: str, job: tuple[str, Function, str], name: str) -> DemoLogin:
    suffix, function, title = job
    unit = _UNIT_OF[prefix]
    role = f"{_ROLES[function]}, {unit.name.removeprefix('UBND ')}"
    return DemoLogin(
        role, name, f"{prefix}.{suffix}", PASSWORD, "/can-bo/dang-nhap/", unit.code, title, function
    )


DEMO_LOGINS: tuple[DemoLogin, ...] = tuple(
    _login(prefix, job, name)
    for prefix, names in _NAMES.items()
    for job, name in zip(_JOBS, names, strict=True)
)
