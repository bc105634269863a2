# SPDX-License-Identifier: EUPL-1.2
"""What a procedure says (procedure.yaml): its definition, reading and stored form. No Django here."""

from .definition import (
    CHANNELS,
    COMPONENT_KINDS,
    ONLINE_LEVELS,
    TIERS,
    ChecklistItem,
    Component,
    LegalBasis,
    Method,
    Need,
    NotNeeded,
    ProcedureContent,
    ReplacedBy,
    Result,
    needed_components,
)
from .reading import parse_content
from .storage import VERSION, from_json, to_json

__all__ = [
    "CHANNELS",
    "COMPONENT_KINDS",
    "ONLINE_LEVELS",
    "TIERS",
    "VERSION",
    "ChecklistItem",
    "Component",
    "LegalBasis",
    "Method",
    "Need",
    "NotNeeded",
    "ProcedureContent",
    "ReplacedBy",
    "Result",
    "from_json",
    "needed_components",
    "parse_content",
    "to_json",
]
