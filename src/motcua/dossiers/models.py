# SPDX-License-Identifier: EUPL-1.2
"""Drafts and dossiers. Lists read columns; columns are written when things happen."""

import uuid

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from motcua.catalogue.models import Procedure, Revision
from motcua.documents.models import StoredFile
from motcua.organisations.models import Unit


class Draft(models.Model):
    """What a person has filled in so far. Becomes exactly one dossier."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    code = models.CharField(max_length=8, unique=True, help_text="To go on at another device or at a desk.")
    province = models.CharField(max_length=2)
    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT)
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT)
    unit = models.ForeignKey(
        Unit, null=True, on_delete=models.PROTECT, help_text="The competent unit chosen."
    )
    account = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE)
    answers = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        indexes = [models.Index(fields=["account", "-saved_at"], name="dossiers_draft_of_account")]


class DraftFile(models.Model):
    """One photo or file the person sent for a component."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="files")
    component = models.CharField(max_length=60, help_text="Component id of the revision.")
    part = models.PositiveSmallIntegerField(help_text="Order of the photo or file within the paper.")
    name = models.CharField(max_length=200, help_text="Name on the person's device.")
    stored = models.ForeignKey(StoredFile, on_delete=models.PROTECT)
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "component", "part"], name="dossiers_draft_part_once")
        ]


class DraftPaper(models.Model):
    """What the official will get of a component: one PDF put together from its parts."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="papers")
    component = models.CharField(max_length=60)
    name = models.CharField(max_length=200)
    stored = models.ForeignKey(StoredFile, on_delete=models.PROTECT)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "component"], name="dossiers_draft_paper_once")
        ]


class CodeCounter(models.Model):
    """Last number given by a unit on a day. Gaps may appear, numbers never come back."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT)
    kind = models.CharField(max_length=20, default="dossier")
    day = models.DateField()
    number = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "kind", "day"], name="dossiers_counter_once")]


class Ball(models.TextChoices):
    """Whose turn it is."""

    AGENCY = "agency", "Đến lượt cơ quan"
    CITIZEN = "citizen", "Đến lượt bạn"
    NOBODY = "nobody", "Đã xong"


class Dossier(models.Model):
    """A hồ sơ, from submission to return. `version` grows with every change (two officials cannot take one)."""

    id = models.UUIDField(primary_key=True, help_text="The draft's id: a second submit finds the first.")
    province = models.CharField(max_length=2)
    code = models.CharField(max_length=40, unique=True)
    tracking_digits = models.CharField(max_length=4)
    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT)
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="dossiers")
    applicant = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="dossiers")
    applicant_name = models.CharField(max_length=150)
    search_text = models.CharField(max_length=250, help_text="Folded code, name and personal identifier.")
    applicant_contact = models.JSONField(
        default=dict, help_text="{phone, email, address} as given at submission."
    )
    channel = models.PositiveSmallIntegerField(default=2, help_text="1 counter, 2 online, 3 public post.")
    answers = models.JSONField()
    delivery = models.CharField(max_length=12, default="electronic", help_text="electronic, counter or post.")
    status = models.PositiveSmallIntegerField(help_text="The ten national codes.")
    ball = models.CharField(max_length=8, choices=Ball)
    step = models.CharField(max_length=60, blank=True, help_text="Id of the active process step.")
    step_kind = models.CharField(max_length=20, blank=True)
    step_role = models.CharField(max_length=20, blank=True)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="assigned_dossiers"
    )
    submitted_at = models.DateTimeField()
    official_received_at = models.DateTimeField(help_text="Submission moved into working time (NĐ 45/2020).")
    answer_by = models.DateTimeField(help_text="Eight working hours after the official time.")
    received_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    first_due_at = models.DateTimeField(null=True)
    due_derivation = models.JSONField(default=dict)
    suspended_since = models.DateTimeField(null=True)
    next_event_at = models.DateTimeField(
        null=True, help_text="When something must have happened; after it, the dossier is late and says so."
    )
    finished_at = models.DateTimeField(null=True)
    returned_at = models.DateTimeField(null=True)
    last_event_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(
                fields=["unit", "step_role", "next_event_at", "id"],
                name="dossiers_queue",
                condition=models.Q(ball="agency"),
            ),
            models.Index(
                fields=["assignee", "next_event_at", "id"],
                name="dossiers_assigned",
                condition=models.Q(ball="agency"),
            ),
            models.Index(fields=["applicant", "-last_event_at"], name="dossiers_of_applicant"),
            GinIndex(fields=["search_text"], opclasses=["gin_trgm_ops"], name="dossiers_search_trigram"),
        ]


class DossierFile(models.Model):
    """A paper of a dossier. A newer version of a component leaves the older one in place."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="files")
    component = models.CharField(max_length=60)
    name = models.CharField(max_length=200)
    version = models.PositiveSmallIntegerField(default=1)
    stored = models.ForeignKey(StoredFile, on_delete=models.PROTECT)
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "component", "version"], name="dossiers_component_version_once"
            )
        ]


class Event(models.Model):
    """What happened to a dossier (append-only): the timeline of both sides."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="events")
    at = models.DateTimeField()
    kind = models.CharField(max_length=40)
    status = models.PositiveSmallIntegerField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    actor_role = models.CharField(max_length=20, blank=True)
    details = models.JSONField(default=dict, encoder=DjangoJSONEncoder)


class Verdict(models.TextChoices):
    PASSED = "passed", "Đạt"
    LACKING = "lacking", "Cần bổ sung"
    NOT_APPLICABLE = "not_applicable", "Không áp dụng"


class Check(models.Model):
    """An official's verdict on one item of the checklist in one round."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="checks")
    item = models.CharField(max_length=80, help_text='"component:<id>" or "section:<page id>".')
    round = models.PositiveSmallIntegerField(default=1)
    verdict = models.CharField(max_length=16, choices=Verdict)
    reason = models.TextField(blank=True, help_text="Told to the citizen when the item is lacking.")
    official = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "item", "round"], name="dossiers_check_once")
        ]


class SupplementRequest(models.Model):
    """One complete request for supplements (Mẫu 02)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="supplements")
    stage = models.CharField(max_length=60, help_text="Process step that asked.")
    items = models.JSONField(help_text='[{"item", "name", "reason"}].')
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answer_by = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answer = models.JSONField(default=dict, help_text='{item: {"file": true} or {"note": "…"}}.')

    class Meta:
        constraints = [
            # One round per stage: a second one needs an approver and a basis, and another stage name.
            models.UniqueConstraint(fields=["dossier", "stage"], name="dossiers_one_supplement_per_stage")
        ]


class PaperKind(models.TextChoices):
    RECEIPT = "receipt", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả (Mẫu 01)"
    SUPPLEMENT = "supplement", "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (Mẫu 02)"
    REFUSAL = "refusal", "Phiếu từ chối tiếp nhận giải quyết hồ sơ (Mẫu 03)"


class Paper(models.Model):
    """A slip issued about a dossier. The row is the decision; its PDF follows within seconds."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="papers")
    kind = models.CharField(max_length=12, choices=PaperKind)
    number = models.CharField(max_length=60, help_text="Number and sign of the slip.")
    data = models.JSONField(help_text="What the slip says, as it was when issued.")
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    stored = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT)


class ResultState(models.TextChoices):
    DRAFT = "draft", "Dự thảo"
    SUBMITTED = "submitted", "Chờ ký"
    SIGNED = "signed", "Đã ký"
    ISSUED = "issued", "Đã cấp số, phát hành"
    REVOKED = "revoked", "Đã thu hồi"


class Result(models.Model):
    """A version of the result paper. After signing, any change is a new version (R-096)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="results")
    version = models.PositiveSmallIntegerField(default=1)
    output = models.CharField(max_length=60, help_text="Output of the revision, such as giay-khai-sinh.")
    name = models.CharField(max_length=200)
    data = models.JSONField(help_text="Values merged into the output.")
    draft_file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=ResultState, default=ResultState.DRAFT)
    verify_code = models.CharField(max_length=16, unique=True)
    number = models.CharField(max_length=60, blank=True)
    prepared_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    prepared_at = models.DateTimeField()
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    signed_at = models.DateTimeField(null=True)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    issued_at = models.DateTimeField(null=True)
    signed_file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "version"], name="dossiers_result_version_once")
        ]
