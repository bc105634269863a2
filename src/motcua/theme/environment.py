# SPDX-License-Identifier: EUPL-1.2
"""Jinja2 environment of all pages."""

from jinja2 import Environment


def environment(**options: object) -> Environment:
    """The environment Django asks for."""
    return Environment(**options)
