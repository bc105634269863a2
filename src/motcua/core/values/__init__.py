# SPDX-License-Identifier: EUPL-1.2
"""Small values that every rule shares."""

from motcua.core.values.outcome import Problem, Refusal
from motcua.core.values.text import fold, normalise

__all__ = ["Problem", "Refusal", "fold", "normalise"]
