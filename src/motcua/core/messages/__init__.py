# SPDX-License-Identifier: EUPL-1.2
"""Message texts: filling placeholders, and what a text costs as an SMS."""

from .sms import GSM_7, UCS_2, Segments, is_gsm7, segments, strip_marks
from .template import Template, check, fill, missing, placeholders

__all__ = [
    "GSM_7",
    "UCS_2",
    "Segments",
    "Template",
    "check",
    "fill",
    "is_gsm7",
    "missing",
    "placeholders",
    "segments",
    "strip_marks",
]
