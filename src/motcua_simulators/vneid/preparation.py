# SPDX-License-Identifier: EUPL-1.2
"""Makes the stand-in ready: key, tables, people, and the portal as its client. May be run again and again."""

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from allauth.idp.oidc.models import Client
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from motcua_simulators.vneid.models import Person
from motcua_simulators.vneid.people import PEOPLE, SyntheticPerson


def prepare() -> None:
    """All steps. The program reads the key at start, so prepare before serving."""
    prepare_keys()
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    with transaction.atomic():
        _seed_people()
        _register_portal()


def prepare_keys() -> None:
    """The signing key and the session secret, readable by their owner alone."""
    settings.FOLDER.mkdir(parents=True, exist_ok=True)
    _keep(settings.KEY_FILE, _new_key)
    _keep(settings.SECRET_FILE, lambda: secrets.token_urlsafe(50))


def _keep(path: Path, make: Callable[[], str]) -> None:
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(make())


def _new_key() -> str:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    return key.private_bytes(*pem).decode()


def _seed_people() -> None:
    for position, person in enumerate(PEOPLE):
        defaults = {**asdict(person), "sub": subject(person), "position": position}
        Person.objects.update_or_create(slug=person.slug, defaults=defaults)


def subject(person: SyntheticPerson) -> str:
    """The `sub` of a person: the same in every database, and says nothing by itself."""
    return hashlib.sha256(f"motcua-vneid:{person.slug}".encode()).hexdigest()[:32]


def _register_portal() -> None:
    client, _ = Client.objects.get_or_create(id=settings.CLIENT_ID)
    client.name = "Cổng dịch vụ công"
    client.type = Client.Type.CONFIDENTIAL
    client.set_secret(settings.CLIENT_SECRET)
    client.set_scopes(["openid", "profile", "citizen"])
    client.set_redirect_uris([settings.REDIRECT_URI])
    client.save()
