# SPDX-License-Identifier: EUPL-1.2
"""Addresses of this door."""

from django.urls import URLPattern, path

from motcua.office.views import (
    desk,
    drafting,
    files,
    outcomes,
    preferences,
    queue,
    registry,
    sign_in,
    signing,
)

app_name = "office"
_DOSSIER = "ho-so/<uuid:dossier_id>"
urlpatterns: list[URLPattern] = [
    path("dang-nhap/", sign_in.sign_in, name="sign_in"),
    path("dang-xuat/", sign_in.sign_out, name="sign_out"),
    path("", queue.work, name="queue"),
    path("tim/", queue.search, name="search"),
    path("phim-tat/", preferences.shortcuts, name="shortcuts"),
    path(f"{_DOSSIER}/", desk.desk, name="desk"),
    path(f"{_DOSSIER}/nhan/", queue.take, name="take"),
    path(f"{_DOSSIER}/tra-lai-hang-cho/", queue.put_back, name="put_back"),
    path(f"{_DOSSIER}/kiem-tra/", desk.check, name="check"),
    path(f"{_DOSSIER}/bo-sung/", outcomes.supplement, name="supplement"),
    path(f"{_DOSSIER}/tu-choi/", outcomes.refuse, name="refuse"),
    path(f"{_DOSSIER}/ket-qua/", drafting.result, name="result"),
    path(f"{_DOSSIER}/ket-qua/xem/", drafting.preview, name="result_preview"),
    path(f"{_DOSSIER}/trinh-ky/", drafting.submit_for_signing, name="submit_signing"),
    path(f"{_DOSSIER}/tra-ket-qua/", registry.hand_over, name="hand_over"),
    path(f"{_DOSSIER}/tep/<digest:sha256>/", files.file, name="file"),
    path(f"{_DOSSIER}/tep/<digest:sha256>/trang/<int:number>/", files.picture, name="page_image"),
    path("ky/", signing.signing, name="signing"),
    path("ky/dat/", signing.sign, name="sign"),
    path("ky/<uuid:dossier_id>/", signing.signing_one, name="signing_one"),
    path("ky/<uuid:dossier_id>/tra-lai/", signing.return_draft, name="return_draft"),
    path("van-thu/", registry.registry, name="registry"),
    path("van-thu/<uuid:dossier_id>/phat-hanh/", registry.issue, name="issue"),
]
