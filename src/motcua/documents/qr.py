# SPDX-License-Identifier: EUPL-1.2
"""QR codes as drawings (ISO/IEC 18004, which TCVN 7322 adopts)."""

from io import BytesIO

import segno


def qr_svg(text: str) -> str:
    """A QR code as an SVG drawing, with the quiet zone the standard asks for; up to about 300 letters."""
    output = BytesIO()
    segno.make_qr(text, error="m").save(output, kind="svg", border=4, xmldecl=False, nl=False, omitsize=True)
    return output.getvalue().decode()
