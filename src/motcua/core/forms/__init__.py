# SPDX-License-Identifier: EUPL-1.2
"""Forms: pages of questions, and what answers to them mean."""

from .definition import Choice, Form, Ineligible, Page, Question

__all__ = ["Choice", "Form", "Ineligible", "Page", "Question"]
