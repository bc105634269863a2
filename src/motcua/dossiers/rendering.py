# SPDX-License-Identifier: EUPL-1.2
"""Result papers as PDF."""

from datetime import datetime

from django.conf import settings

from motcua.catalogue.queries import compiled
from motcua.core.deadlines import VIETNAM
from motcua.documents.papers import result_data
from motcua.documents.rendering import Rendered, render
from motcua.dossiers.models import Result
from motcua.dossiers.slips import result_letterhead
from motcua.organisations.queries import posts_of


def verify_address(result: Result) -> str:
    """What the QR of a result opens: anyone can check it there."""
    return f"{settings.MOTCUA.public_url}/kiem-tra/{result.verify_code}/"


def render_result(result: Result, *, dated: datetime) -> Rendered:
    """The result as it stands. Before signing, number and signer are empty and the page says it is a draft."""
    dossier = result.dossier
    revision = compiled(dossier.revision_id)
    on = dated.astimezone(VIETNAM).date()
    signer = result.signed_by
    posts = posts_of(signer, on) if signer else ()
    post = next((p for p in posts if p.function == "leader" and p.unit_id == dossier.unit_id), None)
    data = result_data(
        result_letterhead(dossier.unit),
        number=result.number or "(chưa cấp số)",
        title=result.name,
        dossier_code=dossier.code,
        qr_text=verify_address(result),
        issued_on=on,
        signer_title=post.title if post else "",
        signer=signer.full_name if signer else "",
        **result.data,
    )
    data |= {"draft": signer is None, "demonstration": settings.MOTCUA.demonstration}
    return render(revision.outputs[result.output], data, dated=on)
