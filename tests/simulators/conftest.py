"""One stand-in for all tests of this folder."""

from collections.abc import Iterator

import pytest
from django.conf import LazySettings
from tests.factories.stand_in import PORTAL, SECRET, Visitor, stand_in

from motcua.postgres import free_port


@pytest.fixture(scope="session")
def issuer() -> Iterator[str]:
    """The stand-in's address."""
    with stand_in() as address:
        yield address


@pytest.fixture
def visitor(issuer: str) -> Iterator[Visitor]:
    """Somebody at the stand-in."""
    found = Visitor(issuer)
    yield found
    found.client.close()


@pytest.fixture
def portal(settings: LazySettings, issuer: str) -> None:
    """The portal knows the stand-in."""
    _point(settings, issuer)


@pytest.fixture
def nobody_there(settings: LazySettings) -> None:
    """The portal knows an address where nothing listens."""
    _point(settings, f"http://127.0.0.1:{free_port(18950)}")


def _point(settings: LazySettings, issuer: str) -> None:
    update = {
        "vneid_issuer": issuer,
        "vneid_client_id": "motcua",
        "vneid_client_secret": SECRET,
        "public_url": PORTAL,
    }
    settings.MOTCUA = settings.MOTCUA.model_copy(update=update)
