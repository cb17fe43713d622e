"""A server of the product for all tests that only ask it something."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.serving import served_app


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """Address of a server with the usual settings."""
    with served_app() as address:
        yield address
