"""The normaliser with the program's own tables."""

from __future__ import annotations

import pytest

from newsdesk.paths import resources
from newsdesk.spoken.normaliser import Normaliser
from newsdesk.spoken.tables import Tables, load


@pytest.fixture(scope="session")
def tables() -> Tables:
    return load(resources() / "lexicon")


@pytest.fixture(scope="session")
def normaliser(tables: Tables) -> Normaliser:
    return Normaliser(tables)
