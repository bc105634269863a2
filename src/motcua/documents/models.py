# SPDX-License-Identifier: EUPL-1.2
"""Files by content. The bytes are in the file store; the row says what they are."""

from django.db import models


class StoredFile(models.Model):
    """A file that never changes: its name is the SHA-256 of its bytes."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    size = models.PositiveBigIntegerField(help_text="Bytes.")
    media_type = models.CharField(max_length=80)
    pages = models.PositiveSmallIntegerField(default=1)
    created_at = models.DateTimeField()


class PagePicture(models.Model):
    """A small picture of a file's first page, so that it is drawn once."""

    stored = models.OneToOneField(
        StoredFile, on_delete=models.CASCADE, primary_key=True, related_name="+", db_constraint=False
    )
    content = models.BinaryField(help_text="WebP; empty when the page cannot be drawn.")
