"""What the made-up people answer, by the names of the form's fields."""

from dataclasses import dataclass

MOTHER = "Nguyễn Thị Bích Thảo"
FATHER = "Trần Minh Khôi"
HOMEOWNER = "Đặng Quốc Huy"
STUDENT = "Hoàng Gia Bảo"
# Whoever nobody else in these tests signs in as.
NEWCOMER = "H’Linh Niê"


@dataclass(frozen=True, slots=True)
class Job:
    """words: what is typed into the search. title: of the service. result: of the paper it gives."""

    code: str
    words: str
    title: str
    result: str
    answers: dict[str, str]


MARITAL_STATUS = Job(
    code="1.004873",
    words="giay doc than",
    title="Xin giấy xác nhận tình trạng hôn nhân",
    result="Giấy xác nhận tình trạng hôn nhân",
    answers={
        "purpose": "nha-dat",
        "status": "chua-ket-hon",
        "had_certificate": "no",
        "period": "hien-tai",
        "relation": "chinh-toi",
        "holder_ethnicity": "01",
    },
)

BIRTH = Job(
    code="1.001193",
    words="khai sinh",
    title="Đăng ký khai sinh",
    result="Giấy khai sinh",
    answers={
        "already_registered": "no",
        "born_in_vietnam": "yes",
        "parents_citizens": "yes",
        "relation": "me",
        "child_name": "Trần Nguyễn Bảo An",
        "child_birth_date.day": "2",
        "child_birth_date.month": "3",
        "child_birth_date.year": "2026",
        "child_gender": "nu",
        "child_ethnicity": "01",
        "birth_setting": "co-so-y-te",
        "facility_name": "Trạm y tế phường Hòa Bến, tỉnh Sông Bình",
        "special_case": "khong",
        "mother_ethnicity": "01",
        "father_known": "no",
        "hometown": "Phường Hòa Bến, tỉnh Sông Bình",
        "parents_agree": "yes",
        "wants_copies": "no",
    },
)
