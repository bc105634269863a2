# SPDX-License-Identifier: EUPL-1.2
"""Who works where, and when they work."""

from django.conf import settings
from django.db import models


class Calendar(models.Model):
    """Working calendar. `revision` grows with every change, so that computed ones can be kept in memory."""

    name = models.CharField(max_length=100, unique=True)
    shifts = models.JSONField(
        help_text='{"0": [["07:30", "11:30"], ["13:30", "17:30"]], …}: weekday, Monday is 0.'
    )
    cut_off = models.TimeField(help_text="After this hour a same-day result moves to the next working day.")
    revision = models.PositiveIntegerField(default=1)


class DayKind(models.TextChoices):
    HOLIDAY = "holiday", "Ngày lễ"
    COMPENSATION = "compensation", "Nghỉ bù"
    SWAP_OFF = "swap_off", "Nghỉ hoán đổi"
    SWAP_WORK = "swap_work", "Làm bù"
    LOCAL_CLOSURE = "local_closure", "Tạm nghỉ tại đơn vị"


class CalendarDay(models.Model):
    """A day that differs from its weekday, with the decision that says so."""

    calendar = models.ForeignKey(Calendar, on_delete=models.CASCADE, related_name="special_days")
    date = models.DateField()
    kind = models.CharField(max_length=20, choices=DayKind)
    name = models.CharField(max_length=100)
    decision = models.CharField(max_length=200, blank=True)
    projected = models.BooleanField(default=False, help_text="Expected, but not yet decided.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["calendar", "date"], name="organisations_one_entry_a_day")
        ]


class Tier(models.TextChoices):
    """Level of government; the words of a procedure's tier."""

    COMMUNE = "commune", "Cấp xã"
    PROVINCE = "province", "Cấp tỉnh"


class Unit(models.Model):
    """An agency or a part of one (đơn vị)."""

    province = models.CharField(max_length=2)
    code = models.CharField(max_length=40, unique=True, help_text="Identifier of QĐ 20/2020, such as H99.12.")
    name = models.CharField(max_length=200)
    tier = models.CharField(max_length=10, choices=Tier, default=Tier.COMMUNE)
    receives = models.BooleanField(default=True, help_text="Whether dossiers may be addressed to it.")
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")
    address = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    calendar = models.ForeignKey(Calendar, on_delete=models.PROTECT)
    dossier_code_pattern = models.CharField(
        max_length=80,
        default="{unit}-{date:%y%m%d}-{number:04d}",
        help_text="Fields: unit, date, number. The number starts at 1 each day.",
    )


class Function(models.TextChoices):
    """What a post lets its holder do; equal to the lanes of the process patterns."""

    ONE_STOP = "one_stop", "Tiếp nhận và trả kết quả"
    SPECIALIST = "specialist", "Chuyên viên"
    LEADER = "leader", "Lãnh đạo ký"
    CLERK = "clerk", "Văn thư"


class Post(models.Model):
    """An official's function in a unit for a period."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="posts")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="posts")
    function = models.CharField(max_length=12, choices=Function)
    title = models.CharField(max_length=100)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "unit", "function", "valid_from"], name="organisations_one_post_once"
            )
        ]
