# SPDX-License-Identifier: EUPL-1.2
"""Addresses of this door."""

from django.urls import URLPattern, path, register_converter

from motcua.portal import urls_following
from motcua.portal.converters import EntryPlace, ProcedureCode
from motcua.portal.views import checking, drafts, entries, finding, papers, questions, sign_in

register_converter(ProcedureCode, "procedure_code")
register_converter(EntryPlace, "entry_place")

app_name = "portal"
urlpatterns: list[URLPattern] = [
    path("", finding.home, name="home"),
    path("tim/", finding.search, name="search"),
    path("thu-tuc/<procedure_code:code>/", finding.procedure, name="procedure"),
    path("thu-tuc/<procedure_code:code>/bat-dau/", finding.start, name="start"),
    path("lam-tiep/", drafts.continue_draft, name="continue_draft"),
    path("khai/<uuid:draft_id>/", drafts.draft, name="draft"),
    path("khai/<uuid:draft_id>/thong-tin-da-co/", drafts.known, name="known"),
    path("khai/<uuid:draft_id>/noi-giai-quyet/", drafts.unit, name="unit"),
    path("khai/<uuid:draft_id>/trang/<slug:page_id>/", questions.question, name="question"),
    path("khai/<uuid:draft_id>/trang/<slug:page_id>/muc/<entry_place:place>/", entries.entry, name="entry"),
    path("khai/<uuid:draft_id>/giay-to/", papers.papers, name="papers"),
    path("khai/<uuid:draft_id>/giay-to/<slug:component>/", papers.paper, name="paper"),
    path("khai/<uuid:draft_id>/giay-to/<slug:component>/<int:part>/", papers.draft_file, name="draft_file"),
    path(
        "khai/<uuid:draft_id>/giay-to/<slug:component>/<int:part>/anh-nho/",
        papers.draft_picture,
        name="draft_picture",
    ),
    path("khai/<uuid:draft_id>/kiem-tra/", checking.check, name="check"),
    path("khai/<uuid:draft_id>/nop/", checking.submit, name="submit"),
    path("ho-so/<uuid:dossier_id>/da-nop/", checking.proof, name="proof"),
    path("dang-nhap/", sign_in.sign_in, name="sign_in"),
    path("dang-nhap/vneid/", sign_in.start_sign_in, name="start_sign_in"),
    path("tai-khoan/vneid/", sign_in.vneid_callback, name="vneid_callback"),
    path("dang-xuat/", sign_in.sign_out, name="sign_out"),
    *urls_following.urlpatterns,
]
