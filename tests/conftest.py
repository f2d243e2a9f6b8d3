"""Fixtures that every test may use."""

from collections.abc import Iterator

import pytest

from geo.gazetteer import Gazetteer
from geo.gazetteer.build import build


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    """The real gazetteer; built where set-up has not run."""
    build()
    yield Gazetteer.open()
