# SPDX-License-Identifier: EUPL-1.2
"""The people as accounts of this program."""

from dataclasses import dataclass

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


@dataclass(frozen=True, slots=True)
class SharedRow:
    """One line of what the portal will be told."""

    label: str
    text: str


class People(BaseUserManager["Person"]):
    """Looks people up by their short name."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(slug=username)


class Person(AbstractBaseUser):
    """A made-up person. Nobody has a password: one tap signs in."""

    slug = models.SlugField(unique=True)
    sub = models.CharField(max_length=64, unique=True, help_text="The same in every database.")
    role = models.CharField(max_length=100)
    name = models.CharField(max_length=150)
    citizen_pid = models.CharField(max_length=12)
    birthdate = models.CharField(max_length=10)
    gender = models.CharField(max_length=6)
    phone_number = models.CharField(max_length=15)
    email = models.EmailField(blank=True)
    street = models.CharField(max_length=150)
    ward = models.CharField(max_length=100)
    province = models.CharField(max_length=100)
    level = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField()
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "slug"
    EMAIL_FIELD = "email"
    objects = People()

    class Meta:
        ordering = ["position"]

    @property
    def address(self) -> str:
        """The address in one line."""
        return f"{self.street}, {self.ward}, {self.province}"

    @property
    def born(self) -> str:
        """The date of birth as people write it, or the year alone."""
        return "/".join(str(int(part)) for part in reversed(self.birthdate.split("-")))

    @property
    def shared_rows(self) -> tuple[SharedRow, ...]:
        """What the consent page says will be told."""
        return (
            SharedRow("Họ và tên", self.name),
            SharedRow("Số định danh cá nhân", self.citizen_pid),
            SharedRow("Ngày sinh", self.born),
            SharedRow("Giới tính", "Nữ" if self.gender == "female" else "Nam"),
            SharedRow("Số điện thoại", self.phone_number),
            SharedRow("Thư điện tử", self.email or "Chưa có"),
            SharedRow("Nơi thường trú", self.address),
            SharedRow("Mức tài khoản", f"Mức {self.level}"),
        )
