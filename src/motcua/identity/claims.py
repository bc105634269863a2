# SPDX-License-Identifier: EUPL-1.2
"""From OpenID Connect claims to values of ours. Nothing here reads a database or a clock."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from motcua.core.values import PartialDate, Problem, clean_line, parse_email, parse_personal_id, parse_phone

_BIRTHDATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})-(?P<day>\d{2}))?", re.ASCII)
# Decree 69/2024 knows two levels; the national single sign-on writes them LoA1 and LoA2.
_LEVELS = {"1": 1, "2": 2, "loa1": 1, "loa2": 2}
_ADDRESS_PARTS = {"line": "street_address", "ward": "locality", "province": "region"}


@dataclass(frozen=True, slots=True)
class CitizenClaims:
    """Who the provider says this is.

    facts: known values by semantic key, in the shapes answers have; what cannot be read is left out.
    """

    subject: str
    full_name: str
    personal_identifier: str = ""
    phone: str = ""
    email: str = ""
    assurance_level: int = 0
    facts: Mapping[str, object] = field(default_factory=dict)


def read_claims(claims: Mapping[str, object]) -> CitizenClaims:
    """The citizen in the claims of ID token and userinfo together. A missing claim is an empty value."""
    name = clean_line(_text(claims, "name"))
    identifier = _accepted(parse_personal_id(_text(claims, "citizen_pid")))
    phone = _accepted(parse_phone(_text(claims, "phone_number")))
    email = _accepted(parse_email(_text(claims, "email")))
    found = {
        "identity.full_name": name,
        "identity.personal_identifier": identifier,
        "identity.birth_date": _birth_date(_text(claims, "birthdate")),
        "identity.gender": _gender(_text(claims, "gender")),
        "contact.phone": phone,
        "contact.email": email,
        "residence.address": _address(claims.get("address")),
    }
    return CitizenClaims(
        subject=clean_line(_text(claims, "sub")),
        full_name=name,
        personal_identifier=identifier,
        phone=phone,
        email=email,
        assurance_level=_LEVELS.get(_text(claims, "acr").lower(), 0),
        facts={key: value for key, value in found.items() if value},
    )


def _text(claims: Mapping[str, object], name: str) -> str:
    value = claims.get(name)
    return value if isinstance(value, str) else ""


def _accepted(read: str | Problem) -> str:
    return "" if isinstance(read, Problem) else read


def _birth_date(text: str) -> dict[str, int | None] | None:
    """OpenID Connect writes YYYY-MM-DD, or YYYY when only the year is on record."""
    match = _BIRTHDATE.fullmatch(text)
    if match is None:
        return None
    stored = {name: int(part) if part else None for name, part in match.groupdict().items()}
    return stored if PartialDate.from_json(stored) else None


def _gender(text: str) -> str:
    return text if text in {"male", "female"} else ""


def _address(claim: object) -> dict[str, str] | None:
    if not isinstance(claim, Mapping):
        return None
    parts = {part: clean_line(_text(claim, name)) for part, name in _ADDRESS_PARTS.items()}
    return parts if any(parts.values()) else None
