"""The people of the newsroom."""

from __future__ import annotations

from dataclasses import dataclass

DEFAULT_RATE = 350
"""Syllables a minute of an announcer nobody has measured yet (about 130 to 140 words a minute)."""


@dataclass
class Person:
    """Somebody who writes, edits or reads in this newsroom.

    ``rate`` is the announcer's reading rate in syllables a minute; ``login`` the name they sign in with
    (today the computer's user). ``id`` and ``version`` are 0 until stored.
    """

    name: str
    rate: int = DEFAULT_RATE
    login: str = ""
    id: int = 0
    version: int = 0
