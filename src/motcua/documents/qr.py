# SPDX-License-Identifier: EUPL-1.2
"""QR codes as drawings (ISO/IEC 18004, which TCVN 7322 adopts)."""

from io import BytesIO

import segno

# Any of the eight masks can be read. Looking for the evenest drawing takes ten times as long as all the rest,
# which is worth it on paper, where ink and folds take their share, and not on a screen.
_MASK_ON_SCREENS = 0


def qr_svg(text: str, *, on_screen: bool = False) -> str:
    """A QR code as an SVG drawing, with the quiet zone the standard asks for; up to about 300 letters."""
    output = BytesIO()
    drawn = segno.make_qr(text, error="m", mask=_MASK_ON_SCREENS if on_screen else None)
    drawn.save(output, kind="svg", border=4, xmldecl=False, nl=False, omitsize=True)
    return output.getvalue().decode()
