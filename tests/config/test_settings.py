"""Settings as people write them."""

import pytest

from motcua.config.settings import Settings


@pytest.mark.parametrize("url", ["https://dvc.example", "https://dvc.example/", "https://dvc.example//"])
def test_the_public_address_may_end_with_a_slash(url: str) -> None:
    assert Settings(public_url=url).public_url == "https://dvc.example"
