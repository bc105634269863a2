# SPDX-License-Identifier: EUPL-1.2
"""How a stored file stands in an address."""


class Digest:
    """The SHA-256 of a file."""

    regex = "[0-9a-f]{64}"

    def to_python(self, value: str) -> str:
        """As it stands in the address."""
        return value

    def to_url(self, value: str) -> str:
        """As it stands in the address."""
        return value
