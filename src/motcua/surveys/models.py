# SPDX-License-Identifier: EUPL-1.2
"""Ratings: one per dossier, never shown to its handlers by name."""

from django.db import models


class Grade(models.IntegerChoices):
    """The three grades of TT 32/2017."""

    VERY_SATISFIED = 3, "Rất hài lòng"
    SATISFIED = 2, "Hài lòng"
    NOT_SATISFIED = 1, "Chưa hài lòng"


class Rating(models.Model):
    province = models.CharField(max_length=2)
    dossier_id = models.UUIDField(unique=True)
    unit_id = models.BigIntegerField()
    grade = models.PositiveSmallIntegerField(choices=Grade)
    reasons = models.JSONField(default=list)
    comment = models.TextField(blank=True)
    channel = models.CharField(max_length=10, default="portal")
    first_at = models.DateTimeField()
    changed_at = models.DateTimeField()
