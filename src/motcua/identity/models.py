# SPDX-License-Identifier: EUPL-1.2
"""People who sign in."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class Kind(models.TextChoices):
    CITIZEN = "citizen", "Người dân"
    OFFICIAL = "official", "Cán bộ"


class Accounts(BaseUserManager["Account"]):
    """Looks accounts up by their sign-in name, as Django's authentication asks."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(username=username)


class Account(AbstractBaseUser):
    """A citizen or an official; never both: a person who is both has two accounts."""

    username = models.CharField(max_length=150, unique=True)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.CITIZEN)
    full_name = models.CharField(max_length=150, blank=True)
    personal_identifier = models.CharField(max_length=12, blank=True, db_index=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=15, blank=True)
    assurance_level = models.PositiveSmallIntegerField(
        default=0, help_text="0 not verified, 1 and 2 as in NĐ 69/2024."
    )
    facts = models.JSONField(
        default=dict,
        help_text='Known values by semantic key: {"identity.full_name": {"value", "source", "at"}}.',
    )
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    objects = Accounts()


class SignInAttempt(models.Model):
    """A wrong password, kept as long as it counts towards locking the name."""

    username = models.CharField(max_length=150)
    at = models.DateTimeField(db_index=True)

    class Meta:
        indexes = [models.Index(fields=["username", "-at"], name="identity_wrong_of_name")]


class FailedLookup(models.Model):
    """A look-up without an account that found nothing, kept as long as it counts towards slowing down.

    name: who asked or what was asked for, such as "client:203.0.113.5" or "dossier:H99.12-261102-0001".
    """

    name = models.CharField(max_length=100)
    at = models.DateTimeField(db_index=True)

    class Meta:
        indexes = [models.Index(fields=["name", "-at"], name="identity_failed_of_name")]
