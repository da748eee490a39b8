"""Fixtures of a newsroom with an empty database, on SQLite and on PostgreSQL in turn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from newsdesk.domain.timing import SpokenLength
from newsdesk.paths import Paths
from newsdesk.services.browsing import Browsing
from newsdesk.services.clock import GrowingClock
from newsdesk.services.drafting import Drafting
from newsdesk.services.lexicon import HouseLexicon
from newsdesk.services.people import People
from newsdesk.services.sources import SourceRegister
from newsdesk.storage.open import Storage, open_storage

JAKARTA = ZoneInfo("Asia/Jakarta")


def by_letters(body: str) -> SpokenLength:
    """Measure a body without the spoken room: a syllable a letter, a paragraph a line."""
    return SpokenLength(len(body), body.count("."), len(body.splitlines()))


class Desk:
    """What one person at one computer works with in the newsroom at ``where``."""

    def __init__(self, where: str, profile: Path, login: str = "ipang", name: str = "Ipang Harwoko") -> None:
        self.paths = Paths(profile)
        self.storage: Storage = open_storage(where, self.paths, busy_ms=500)
        self.people = People(self.storage, login, name)
        self.clock = GrowingClock()
        self.drafting = Drafting(self.storage, self.people, by_letters, self.clock)
        self.browsing = Browsing(self.storage, self.people, JAKARTA, self.clock.next)
        self.sources = SourceRegister(self.storage)
        self.lexicon = HouseLexicon(self.storage)

    def close(self) -> None:
        """Close the database."""
        self.storage.close()


class Building:
    """A newsroom at ``where`` to which several desks can be opened."""

    def __init__(self, where: str, profile: Path) -> None:
        self.where = where
        self.profile = profile
        self._desks: list[Desk] = []

    def desk(self, login: str = "ipang", name: str = "Ipang Harwoko") -> Desk:
        """Open the newsroom for somebody, on a computer of their own."""
        shares_file = "://" not in self.where
        desk = Desk(self.where, self.profile if shares_file else self.profile / login, login, name)
        self._desks.append(desk)
        return desk

    def close(self) -> None:
        """Close every desk."""
        for desk in self._desks:
            desk.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest) -> str:
    """Name an empty newsroom on each kind of database in turn."""
    return "Redaksi" if request.param == "sqlite" else request.getfixturevalue("postgres_address")


@pytest.fixture
def building(where: str, tmp_path: Path) -> Iterator[Building]:
    """Give an empty newsroom to which several desks can be opened."""
    building = Building(where, tmp_path / "profile")
    yield building
    building.close()


@pytest.fixture
def desk(building: Building) -> Desk:
    """Give the one desk of an empty newsroom."""
    return building.desk()
