# SPDX-License-Identifier: EUPL-1.2
"""The made-up people. Province 99 and identifiers that begin with 099 belong to nobody."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SyntheticPerson:
    """One person to sign in as.

    birthdate: as in OpenID Connect: YYYY-MM-DD, or YYYY when only the year is on record.
    level: assurance level of the account, 1 or 2.
    """

    slug: str
    role: str
    name: str
    citizen_pid: str
    birthdate: str
    gender: str
    phone_number: str
    email: str
    street: str
    ward: str
    level: int = 2
    province: str = "Tỉnh Sông Bình"


_HOA_BEN = "Phường Hòa Bến"
_AN_LAC_TRUNG = "Xã An Lạc Trung"

PEOPLE: tuple[SyntheticPerson, ...] = (
    SyntheticPerson(
        "me-tre", "Mẹ trẻ, vừa sinh con", "Nguyễn Thị Bích Thảo", "099198000101", "1998-03-14", "female",
        "0900000101", "bich.thao@nguoi-thu.example", "12 ngõ 3 đường Bến Cũ", _HOA_BEN,
    ),
    SyntheticPerson(
        "cha-tre", "Bố của em bé", "Trần Minh Khôi", "099096000102", "1996-11-02", "male",
        "0900000102", "minh.khoi@nguoi-thu.example", "12 ngõ 3 đường Bến Cũ", _HOA_BEN,
    ),
    SyntheticPerson(
        "ong-72-tuoi", "Ông 72 tuổi, giấy tờ chỉ ghi năm sinh", "Lê Văn Tích", "099054000103", "1954", "male",
        "0900000103", "", "Thôn Thượng", _AN_LAC_TRUNG,
    ),
    SyntheticPerson(
        "chu-quan-an", "Chủ quán ăn", "Phạm Thị Ngọc Diệp", "099185000104", "1985-07-21", "female",
        "0900000104", "ngoc.diep@nguoi-thu.example", "45 đường Chợ Mới", _HOA_BEN,
    ),
    SyntheticPerson(
        "sap-cuoi", "Sắp cưới", "Đặng Quốc Huy", "099095000105", "1995-01-30", "male",
        "0900000105", "quoc.huy@nguoi-thu.example", "7 đường Đê Trong", _HOA_BEN,
    ),
    SyntheticPerson(
        "sinh-vien", "Sinh viên", "Hoàng Gia Bảo", "099204000106", "2004-09-09", "male",
        "0900000106", "gia.bao@nguoi-thu.example", "Phòng 214, ký túc xá số 2", _HOA_BEN,
    ),
    SyntheticPerson(
        "cong-nhan", "Công nhân làm ca", "Võ Thị Cẩm Tú", "099192000107", "1992-05-18", "female",
        "0900000107", "cam.tu@nguoi-thu.example", "Nhà trọ 3, tổ 8", _AN_LAC_TRUNG,
    ),
    SyntheticPerson(
        "nong-dan", "Nông dân, không có thư điện tử", "Huỳnh Thị Út", "099168000108", "1968-12-05", "female",
        "0900000108", "", "Thôn Hạ", _AN_LAC_TRUNG,
    ),
    SyntheticPerson(
        "tho-moc", "Thợ mộc, muốn mở hộ kinh doanh", "Bùi Văn Thành", "099079000109", "1979-04-26", "male",
        "0900000109", "van.thanh@nguoi-thu.example", "Xóm Đình", _AN_LAC_TRUNG,
    ),
    SyntheticPerson(
        "muc-1", "Tài khoản mới ở mức 1", "Đỗ Anh Tuấn", "099090000110", "1990-08-15", "male",
        "0900000110", "anh.tuan@nguoi-thu.example", "101 đường Bến Cũ", _HOA_BEN, level=1,
    ),
    SyntheticPerson(
        "ten-dai", "Người có tên dài", "Nguyễn Phúc Công Tằng Tôn Nữ Bảo Ngọc Khánh Linh", "099300000111",
        "2000-02-29", "female", "0900000111", "khanh.linh@nguoi-thu.example", "3 đường Đê Trong", _HOA_BEN,
    ),
    SyntheticPerson(
        "ten-dan-toc", "Người có tên dân tộc", "H’Linh Niê", "099199000112", "1999-10-20", "female",
        "0900000112", "hlinh.nie@nguoi-thu.example", "Buôn Thượng", _AN_LAC_TRUNG,
    ),
)  # fmt: skip
