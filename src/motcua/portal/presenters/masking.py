# SPDX-License-Identifier: EUPL-1.2
"""Names and places on pages anyone can open: enough to compare with a paper in hand, too little to look people up."""

from collections.abc import Mapping

# The result fields that name whom the paper is about, the most telling first.
_HOLDER_FIELDS = ("holder_name", "child_name", "owner_name")


def masked_name(name: str) -> str:
    """`Nguyễn Thị Bích Thảo` → `N. T. B. Thảo`: initials and the given name."""
    words = name.split()
    return " ".join([*(f"{word[0]}." for word in words[:-1]), *words[-1:]])


def masked_holder(data: Mapping[str, object], applicant: str) -> str:
    """Whom a result is about, masked; the applicant when the paper names nobody else."""
    named = (data.get(field) for field in _HOLDER_FIELDS)
    return masked_name(next((text for text in named if isinstance(text, str) and text), applicant))
