"""Fixtures of a newsroom with an empty database, on SQLite and on PostgreSQL in turn."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from newsdesk.domain.lexicon import FormSeen, HowSaid
from newsdesk.domain.story import Script
from newsdesk.domain.timing import SpokenLength
from newsdesk.paths import Paths, resources
from newsdesk.services.accounts import Accounts
from newsdesk.services.air_texts import AirTexts
from newsdesk.services.audit import Audit
from newsdesk.services.browsing import Browsing
from newsdesk.services.bulletin_room import bulletin_room
from newsdesk.services.checks import Checks
from newsdesk.services.clock import GrowingClock
from newsdesk.services.comments import Comments
from newsdesk.services.desks import Desks
from newsdesk.services.drafting import Drafting
from newsdesk.services.handing_in import HandingIn
from newsdesk.services.house_reading import HouseReading
from newsdesk.services.house_style import HouseStyles
from newsdesk.services.later import Later
from newsdesk.services.lexicon import HouseLexicon
from newsdesk.services.locking import Locks
from newsdesk.services.measuring import Measuring
from newsdesk.services.offers import Offers
from newsdesk.services.passwords import Passwords
from newsdesk.services.people import People
from newsdesk.services.putting_away import PuttingAway
from newsdesk.services.reading import Reading
from newsdesk.services.reviewing import Reviewing
from newsdesk.services.sources import SourceRegister
from newsdesk.services.station import Station
from newsdesk.services.tags import Tags
from newsdesk.services.versions import Versions
from newsdesk.spoken.tables import load
from newsdesk.storage.open import Storage, open_storage

JAKARTA = ZoneInfo("Asia/Jakarta")
QUICK = Passwords(memory=64, rounds=1)
"""Argon2 as it is, at a thousandth of its cost."""


_TABLES = Later(lambda: load(resources() / "lexicon"))
_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")


def by_letters(script: Script, airtime: datetime | None) -> SpokenLength:
    """Measure a body without the spoken room: a syllable a letter, one more a paragraph that has a day."""
    body = script.body
    lines = len(body.splitlines())
    return SpokenLength(len(body) + (lines if airtime else 0), body.count("."), lines)


def capitals(script: Script, _airtime: datetime | None) -> list[FormSeen]:
    """Find forms without the spoken room: capitals, none of them settled."""
    return [
        FormSeen(form, " ".join(form.lower()), HowSaid.LETTERS, script.body, unsure=True)
        for form in dict.fromkeys(_CAPITALS.findall(script.body))
    ]


class Desk:
    """What one person at one computer works with in the newsroom at ``where``."""

    def __init__(self, where: str, profile: Path, login: str = "ipang", name: str = "Ipang Harwoko") -> None:
        self.paths = Paths(profile)
        self.storage: Storage = open_storage(where, self.paths, busy_ms=500)
        self.people = People(self.storage, login, name)
        self.clock = GrowingClock()
        self.drafting = Drafting(self.storage, self.people, by_letters, capitals, self.clock)
        self.now = self.clock.next
        self.accounts = Accounts(self.storage, self.people, self.drafting.recover, lambda: self.now(), QUICK)
        self.audit = Audit(self.storage)
        self.handing_in = HandingIn(self.drafting)
        # As the house says it: what is approved are the readings themselves.
        self.reads = Later(lambda: Reading(_TABLES.get(), self.lexicon.forms()))
        air_texts = AirTexts(self.reads, Measuring(self.reads, JAKARTA), lambda: "Radio Kelud")
        newest = HouseReading(self.storage, self.reads, ())
        self.reviewing = Reviewing(self.storage, self.drafting, air_texts.of, newest.catch_up)
        self.comments = Comments(self.storage, self.people, self.clock)
        self.putting_away = PuttingAway(self.storage, self.people, self.clock)
        self.versions = Versions(self.storage, self.drafting)
        self.locks = Locks(self.storage, self.drafting)
        self.browsing = Browsing(self.storage, self.people, JAKARTA, self.clock.next)
        self.today = date(2025, 1, 17)
        self.sources = SourceRegister(self.storage, self.people, lambda: self.today, self.clock.next)
        self.tags = Tags(self.storage, self.people)
        self.desks = Desks(self.storage, self.people)
        self.station = Station(self.storage, self.people)
        self.offers = Offers(self.storage, self.people, self.clock.next)
        self.checks = Checks(self.storage, self.people, self.clock.next)
        self.lexicon = HouseLexicon(self.storage, self.people, self.clock.next)
        bulletins = bulletin_room(self.storage, self.drafting, by_letters, JAKARTA, lambda: self.now())
        self.programmes, self.bulletins, self.trims = bulletins
        self.style = HouseStyles(self.storage, self.people)

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


@pytest.fixture(scope="session")
def _empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a newsroom's file as its first opening makes it: made once, copied for every test."""
    storage = open_storage("Redaksi", Paths(tmp_path_factory.mktemp("empty")))
    storage.close()
    assert storage.database.file is not None
    return storage.database.file


@pytest.fixture
def building(where: str, tmp_path: Path, _empty_file: Path) -> Iterator[Building]:
    """Give an empty newsroom to which several desks can be opened."""
    building = Building(where, tmp_path / "profile")
    if "://" not in where:
        file = Paths(building.profile).newsrooms / _empty_file.name
        file.parent.mkdir(parents=True)
        shutil.copyfile(_empty_file, file)
    yield building
    building.close()


@pytest.fixture
def desk(building: Building) -> Desk:
    """Give the one desk of an empty newsroom."""
    return building.desk()
