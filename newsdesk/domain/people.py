"""The people of the newsroom, their roles, and the one table of who may do what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

DEFAULT_RATE = 350
"""Syllables a minute of an announcer nobody has measured yet (about 130 to 140 words a minute)."""


class Role(StrEnum):
    """What somebody does in the newsroom; one person may have any mix of them, or none."""

    REPORTER = "reporter"
    EDITOR = "editor"
    ANNOUNCER = "announcer"
    ADMINISTRATOR = "administrator"


class Mode(StrEnum):
    """How a newsroom knows who works in it."""

    UNDECIDED = "undecided"
    """Nobody has settled it: whoever uses the computer may do everything."""
    ALONE = "alone"
    """One person at one computer, without signing in, who may do everything."""
    SIGN_IN = "sign-in"
    """Everybody signs in, and may do what their roles allow."""


class Act(StrEnum):
    """What needs a role. Reading what the newsroom has needs none."""

    WRITE = "write"
    SUBMIT = "submit"
    COMMENT = "comment"
    APPROVE = "approve"
    APPROVE_OWN = "approve-own"
    RETURN = "return"
    SPIKE = "spike"
    """Setting aside somebody else's story, or what an editor answers for; one's own needs :attr:`WRITE`."""
    TRASH = "trash"
    """Throwing such a story away or fetching it back; as for :attr:`SPIKE`."""
    EMBARGO = "embargo"
    CORRECT = "correct"
    KILL = "kill"
    BUILD_RUNDOWN = "build-rundown"
    SIGN_READY = "sign-ready"
    """Answering by name for a bulletin in which not everything is ready."""
    FLASH = "flash"
    READ_ON_AIR = "read-on-air"
    PRACTISE = "practise"
    LEXICON = "lexicon"
    SOURCES = "sources"
    STATION = "station"
    """Sign-off, desks, tags and the style of the house."""
    PROGRAMMES = "programmes"
    LAW = "law"
    """What the checks look for, and the wording of their rules."""
    PEOPLE = "people"
    EXPORT_LOG = "export-log"


_NEWSROOM = frozenset({Role.REPORTER, Role.EDITOR, Role.ANNOUNCER})
_WRITERS = frozenset({Role.REPORTER, Role.EDITOR})
_EDITORS = frozenset({Role.EDITOR})
_HOUSE = frozenset({Role.EDITOR, Role.ADMINISTRATOR})
_MAY: Mapping[Act, frozenset[Role]] = {
    Act.WRITE: _WRITERS,
    Act.SUBMIT: _WRITERS,
    Act.COMMENT: _NEWSROOM,
    Act.APPROVE: _EDITORS,
    Act.APPROVE_OWN: _EDITORS,  # where the station allows it at all
    Act.RETURN: _EDITORS,
    Act.SPIKE: _EDITORS,
    Act.TRASH: _EDITORS,
    Act.EMBARGO: _EDITORS,
    Act.CORRECT: _EDITORS,
    Act.KILL: _EDITORS,
    Act.BUILD_RUNDOWN: frozenset({Role.EDITOR, Role.ANNOUNCER}),
    Act.SIGN_READY: _EDITORS,
    Act.FLASH: _EDITORS,
    Act.READ_ON_AIR: frozenset({Role.ANNOUNCER}),
    Act.PRACTISE: _NEWSROOM,
    Act.LEXICON: _NEWSROOM,
    Act.SOURCES: _WRITERS,
    Act.STATION: _HOUSE,
    Act.PROGRAMMES: _HOUSE,
    Act.LAW: _EDITORS,
    Act.PEOPLE: frozenset({Role.ADMINISTRATOR}),
    Act.EXPORT_LOG: _HOUSE,
}


@dataclass
class Person:
    """Somebody who writes, edits or reads in this newsroom.

    ``rate`` is the announcer's reading rate in syllables a minute, ``rate_spread`` how far learnt readings
    lie from it, in the same unit (0: nothing learnt); ``login`` the name they sign in with. Who left is not
    ``active``: the name stays on everything they did. ``id`` and ``version`` are 0 until stored.
    """

    name: str
    rate: int = DEFAULT_RATE
    login: str = ""
    roles: frozenset[Role] = frozenset()
    active: bool = True
    rate_spread: int = 0
    id: int = 0
    version: int = 0


def may(person: Person, act: Act) -> bool:
    """Return whether one of a person's roles allows an act; who is no longer active may do nothing."""
    return person.active and not person.roles.isdisjoint(_MAY[act])


def who_may(act: Act) -> frozenset[Role]:
    """Return the roles of which each allows an act."""
    return _MAY[act]
