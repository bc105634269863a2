# SPDX-License-Identifier: EUPL-1.2
"""Addresses of what comes after the submission, and of the pages open to all."""

from django.urls import URLPattern, path

from motcua.portal.views import (
    affairs,
    dossier,
    rating,
    result,
    statements,
    supplement,
    tracking,
    verification,
)

urlpatterns: list[URLPattern] = [
    path("viec-cua-toi/", affairs.my_affairs, name="my_affairs"),
    path("ho-so/<uuid:dossier_id>/", dossier.dossier, name="dossier"),
    path("ho-so/<uuid:dossier_id>/tep/<digest:sha256>/", dossier.dossier_file, name="dossier_file"),
    path("ho-so/<uuid:dossier_id>/phieu/<int:paper_id>/", dossier.slip, name="slip"),
    path("ho-so/<uuid:dossier_id>/bo-sung/", supplement.supplement, name="supplement"),
    path("ho-so/<uuid:dossier_id>/ket-qua/", result.result, name="result"),
    path("ho-so/<uuid:dossier_id>/ket-qua/<int:result_id>/tai-ve/", result.result_file, name="result_file"),
    path("ho-so/<uuid:dossier_id>/danh-gia/", rating.rate, name="rate"),
    path("tra-cuu/", tracking.track, name="track"),
    path("kiem-tra/", verification.verify, name="verify"),
    path("kiem-tra/<str:code>/", verification.verify_code, name="verify_code"),
    path("quyen-rieng-tu/", statements.privacy, name="privacy"),
    path("kha-nang-tiep-can/", statements.accessibility, name="accessibility"),
    path("suc-khoe/", statements.health, name="health"),
]
