"""Citizens over HTTP, already signed in."""

from collections.abc import Iterator

import pytest
from tests.http_visitor import Visitor
from tests.stack import Stack


@pytest.fixture
def mother(stack: Stack) -> Iterator[Visitor]:
    """The one who has just given birth."""
    visitor = Visitor(stack.portal)
    visitor.get("/viec-cua-toi/")
    visitor.sign_in("me-tre")
    assert visitor.path == "/viec-cua-toi/"
    yield visitor
    visitor.client.close()
