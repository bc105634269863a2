# SPDX-License-Identifier: EUPL-1.2
"""Hashing of the client secret."""

from django.contrib.auth.hashers import PBKDF2PasswordHasher


class ClientSecretHasher(PBKDF2PasswordHasher):
    """PBKDF2 with few rounds, enough for a long random secret and never for what a person thinks up."""

    iterations = 1_000
