# SPDX-License-Identifier: EUPL-1.2
"""The append-only record. A database trigger links each row to the one before it in its chain."""

from django.db import models


class Record(models.Model):
    """One act or view. `sequence`, `previous_hash` and `hash` are filled by the trigger `audit_chain`."""

    chain = models.CharField(max_length=60, help_text='What the chain is about, such as "dossier:<id>".')
    sequence = models.PositiveIntegerField()
    at = models.DateTimeField()
    act = models.CharField(max_length=60)
    actor = models.CharField(max_length=60, help_text='"account:<id>", "system" or "visitor".')
    payload = models.TextField(help_text="Canonical JSON; the text over which the hash is taken.")
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["chain", "sequence"], name="audit_chain_sequence")]
        indexes = [models.Index(fields=["actor", "at"], name="audit_actor_at")]
