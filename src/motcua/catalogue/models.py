# SPDX-License-Identifier: EUPL-1.2
"""Procedures and revisions. A revision is never changed; a new one takes its place on its date."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models


class Procedure(models.Model):
    """A thủ tục as people look for it."""

    province = models.CharField(max_length=2)
    code = models.CharField(max_length=20, help_text="National code, such as 1.001193.")
    plain_name = models.CharField(max_length=200, help_text="The name people use.")
    official_name = models.CharField(max_length=500)
    sector = models.CharField(max_length=200)
    search_text = models.TextField(help_text="Folded names, synonyms and sector.")
    position = models.PositiveSmallIntegerField(default=100, help_text="Place among the most used.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["province", "code"], name="catalogue_code_once")]
        indexes = [
            GinIndex(fields=["search_text"], opclasses=["gin_trgm_ops"], name="catalogue_search_trigram")
        ]


class Revision(models.Model):
    """An immutable published version: compiled from a service package."""

    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    schema_version = models.PositiveSmallIntegerField(default=1)
    content = models.JSONField(help_text="What the law says, and how the service is shown: procedure.yaml.")
    form = models.JSONField(help_text="The compiled form.")
    process = models.JSONField(help_text="The compiled process.")
    outputs = models.JSONField(help_text="Result documents: {name: typst text}.")
    messages = models.JSONField(default=dict, help_text="Wording that differs from the defaults.")
    effective_from = models.DateField()
    published_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["procedure", "number"], name="catalogue_number_once")]
