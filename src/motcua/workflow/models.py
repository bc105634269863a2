# SPDX-License-Identifier: EUPL-1.2
"""Running processes. The spec lives once in the revision; only the state is here."""

from django.db import models


class Instance(models.Model):
    """One run of a revision's process for one dossier."""

    dossier_id = models.UUIDField(unique=True)
    revision_id = models.BigIntegerField()
    state = models.JSONField()
    active = models.JSONField(default=list, help_text="Steps open now: [{step, role, kind, name}].")
    ended = models.CharField(max_length=40, blank=True)
