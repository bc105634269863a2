# SPDX-License-Identifier: EUPL-1.2
"""Parts of addresses: what does not fit is an unknown page, never a question to the database."""


class ProcedureCode:
    """A national code such as 1.001193."""

    regex = "[0-9A-Za-z.-]{1,20}"

    def to_python(self, value: str) -> str:
        """As it stands."""
        return value

    def to_url(self, value: str) -> str:
        """As it stands."""
        return value


class EntryPlace(ProcedureCode):
    """Which entry of a group: "moi" for a new one, or its number from 0."""

    regex = "moi|[0-9]{1,3}"
