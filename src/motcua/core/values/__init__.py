# SPDX-License-Identifier: EUPL-1.2
"""Small values that every rule shares.

Each `parse_…` takes what a person typed and returns the stored value or a Problem; each `show_…` turns the
stored value into what a person reads.
"""

from motcua.core.values.dates import PartialDate, parse_date, parse_date_text
from motcua.core.values.emails import parse_email
from motcua.core.values.identifiers import mask_personal_id, parse_personal_id, show_personal_id
from motcua.core.values.money import parse_money, read_money, read_number, show_money, show_number
from motcua.core.values.names import parse_name
from motcua.core.values.outcome import Problem, Refusal
from motcua.core.values.phones import parse_phone, show_phone
from motcua.core.values.text import clean_line, clean_lines, fold, normalise
from motcua.core.values.versions import Upgrade, upgrade

__all__ = [
    "PartialDate",
    "Problem",
    "Refusal",
    "Upgrade",
    "clean_line",
    "clean_lines",
    "fold",
    "mask_personal_id",
    "normalise",
    "parse_date",
    "parse_date_text",
    "parse_email",
    "parse_money",
    "parse_name",
    "parse_personal_id",
    "parse_phone",
    "read_money",
    "read_number",
    "show_money",
    "show_number",
    "show_personal_id",
    "show_phone",
    "upgrade",
]
