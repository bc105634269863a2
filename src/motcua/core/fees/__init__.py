# SPDX-License-Identifier: EUPL-1.2
"""Fees and charges: a tariff, who is exempt and why, and the amount to pay."""

from .assessment import Assessment, FeeLine, assess
from .source import parse_tariff
from .tariff import Exemption, FeeItem, FeeMoment, Tariff

__all__ = [
    "Assessment",
    "Exemption",
    "FeeItem",
    "FeeLine",
    "FeeMoment",
    "Tariff",
    "assess",
    "parse_tariff",
]
